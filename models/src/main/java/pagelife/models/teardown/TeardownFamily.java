package pagelife.models.teardown;

import pagelife.models.Rule;
import pagelife.models.Settings;
import pagelife.models.TabledFamily;
import pagelife.models.TabledFamily.Table;

/** The order in which a device's memory is torn down, and references that were forgotten. */
public final class TeardownFamily {
    private static final Settings EARLY = Rules.EXITS.is(Rules.Exits.BEFORE_ERASE);

    private TeardownFamily() {}

    /** The family. */
    public static TabledFamily<Teardown> family() {
        return orders(forgotten(TabledFamily.table(
                                "teardown",
                                "removal of a pagemap: what it waits for, in which order, and who forgot a put")
                        .rules(
                                Rules.WAITS,
                                Rules.EXITS,
                                Rules.FAILED_GRAB_PUTS,
                                Rules.KVM_PUTS,
                                Rules.FAILED_INSERT_PUTS,
                                Rules.TEARDOWN)
                        .bound(Teardown.PINS)
                        .bound(Teardown.LOOKUPS)
                        .bound(Teardown.FAST_GUPS)
                        .bound(Teardown.KVMS)
                        .bound(Teardown.PEERS)
                        .bound(Teardown.BLOCK_IOS)))
                .madeBy(Teardown::make);
    }

    private static Table orders(Table table) {
        Settings raw = Teardown.BLOCK_IOS.is(1);
        return table.variant(
                        "5.1",
                        "the memmap is removed before the last put",
                        "until 5.1",
                        EARLY,
                        Rules.WAITS.is(Rules.Waits.AFTER_REMOVAL))
                .variant("5.2", "removal waits first (50f44ee7248a)", "5.2", EARLY)
                .bounded(
                        "5.14-raw",
                        "the mapping goes while I/O uses it",
                        "until 5.14",
                        raw,
                        Rules.TEARDOWN.is(Rules.Order.UNMAP_FIRST))
                .bounded("5.15-raw", "I/O is drained first", "5.15 to 7.2", raw)
                .bounded(
                        "5.19",
                        "the reference's memory is freed while lookups may find it",
                        "until 5.19",
                        instead(Teardown.LOOKUPS),
                        EARLY)
                .bounded(
                        "6.0",
                        "it is freed after the last lookup (1e57ffb6e3fd)",
                        "6.0 to 7.2",
                        Teardown.LOOKUPS.is(1));
    }

    private static Table forgotten(Table table) {
        return table.bounded(
                        "5.3-kvm",
                        "KVM takes device pages for reserved memory",
                        "until 5.3",
                        instead(Teardown.KVMS),
                        EARLY,
                        Rules.KVM_PUTS.is(false))
                .bounded("5.4-kvm", "KVM puts them (a78986aae9b2)", "5.4 to 5.19", instead(Teardown.KVMS), EARLY)
                .bounded(
                        "5.12-gup",
                        "a failed grab keeps the pagemap",
                        "until 5.12",
                        instead(Teardown.FAST_GUPS),
                        EARLY,
                        Rules.FAILED_GRAB_PUTS.is(false))
                .bounded(
                        "5.13-gup",
                        "a failed grab lets it go (6401c4eb57f9)",
                        "5.13 to 5.19",
                        instead(Teardown.FAST_GUPS),
                        EARLY)
                .bounded(
                        "p2p-leak",
                        "a page that cannot be mapped keeps the pagemap",
                        "from 6.2 on, until 6220694c52a5",
                        instead(Teardown.PEERS),
                        Rules.FAILED_INSERT_PUTS.is(false))
                .bounded("p2p", "it lets it go", "from 6220694c52a5 on", instead(Teardown.PEERS));
    }

    /** One of these and no pin. */
    private static Settings instead(Rule<Integer> users) {
        return Teardown.PINS.is(0).and(users.is(1));
    }
}
