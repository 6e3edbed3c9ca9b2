package pagelife.models.teardown;

import pagelife.models.TabledFamily;
import pagelife.models.TabledFamily.Table;

/** The order in which a device's memory is torn down, and references that were forgotten. */
public final class TeardownFamily {
    private TeardownFamily() {}

    /** The family. */
    public static TabledFamily<Teardown> family() {
        return orders(forgotten(TabledFamily.table(
                                "teardown",
                                "removal of a pagemap: what it waits for, in which order, and who forgot a put")
                        .rule("waits", "when removal waits for the pagemap's references", "beforeRemoval afterRemoval")
                        .rule("exits", "when the memory of the pagemap's reference is freed", "afterErase beforeErase")
                        .rule("failedGrabPuts", "fast GUP lets go of the pagemap when its grab fails", "on off")
                        .rule("kvmPuts", "KVM puts device pages", "on off")
                        .rule(
                                "failedInsertPuts",
                                "P2PDMA lets go of the pagemap when a page cannot be mapped",
                                "on off")
                        .rule(
                                "teardown",
                                "without struct pages: what goes first, I/O or mapping",
                                "drainFirst unmapFirst")
                        .bound("pins", "pins of the page", "1 0 2")
                        .bound("lookups", "lookups of the pagemap", "0 1 2")
                        .bound("fastGups", "fast GUPs, whose grab may fail", "0 1")
                        .bound("kvms", "virtual machines", "0 1")
                        .bound("peers", "programs that map memory of a peer device", "0 1")
                        .bound("blockIos", "1: block I/O without struct pages, and nothing else", "0 1")))
                .madeBy(Teardown::make);
    }

    private static Table orders(Table table) {
        String early = "exits=beforeErase";
        return table.variant(
                        "5.1", "the memmap is removed before the last put", "until 5.1", early + " waits=afterRemoval")
                .variant("5.2", "removal waits first (50f44ee7248a)", "5.2", early)
                .variant(
                        "5.14-raw",
                        "the mapping goes while I/O uses it",
                        "until 5.14",
                        "teardown=unmapFirst",
                        "blockIos=1")
                .variant("5.15-raw", "I/O is drained first", "5.15 to 7.2", "", "blockIos=1")
                .variant(
                        "5.19",
                        "the reference's memory is freed while lookups may find it",
                        "until 5.19",
                        early,
                        "pins=0 lookups=1")
                .variant("6.0", "it is freed after the last lookup (1e57ffb6e3fd)", "6.0 to 7.2", "", "lookups=1");
    }

    private static Table forgotten(Table table) {
        String early = "exits=beforeErase";
        return table.variant(
                        "5.3-kvm",
                        "KVM takes device pages for reserved memory",
                        "until 5.3",
                        early + " kvmPuts=off",
                        "pins=0 kvms=1")
                .variant("5.4-kvm", "KVM puts them (a78986aae9b2)", "5.4 to 5.19", early, "pins=0 kvms=1")
                .variant(
                        "5.12-gup",
                        "a failed grab keeps the pagemap",
                        "until 5.12",
                        early + " failedGrabPuts=off",
                        "pins=0 fastGups=1")
                .variant(
                        "5.13-gup",
                        "a failed grab lets it go (6401c4eb57f9)",
                        "5.13 to 5.19",
                        early,
                        "pins=0 fastGups=1")
                .variant(
                        "p2p-leak",
                        "a page that cannot be mapped keeps the pagemap",
                        "from 6.2 on, until 6220694c52a5",
                        "failedInsertPuts=off",
                        "pins=0 peers=1")
                .variant("p2p", "it lets it go", "from 6220694c52a5 on", "", "pins=0 peers=1");
    }
}
