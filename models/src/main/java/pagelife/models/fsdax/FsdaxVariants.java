package pagelife.models.fsdax;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.models.Settings;
import pagelife.models.Variant;

/** The named settings of FS-DAX, in the order of history. */
final class FsdaxVariants {
    private FsdaxVariants() {}

    static Seq<Variant> all() {
        return Vector.of(old(), mid(), shootdown(), entriesHold(), proposed(), ext4(), xfs());
    }

    private static Variant variant(String name, String summary, String kernels, Settings rules) {
        return new Variant(FsdaxFamily.NAME, name, summary, kernels, rules, Settings.NONE);
    }

    /** mm/memremap.c memunmap_pages puts every page and waits until all have reached 0. */
    private static Variant old() {
        return variant(
                "5.10",
                "PTEs hold no reference; removal drops each page's base reference and waits for the pages",
                "4.12 to 5.17, text of 5.10.223",
                usual().with(Rule.PAGEMAP_WAITS_FOR, "bases").settings());
    }

    /** mm/memremap.c memunmap_pages puts the pagemap's references in bulk (27674ef6c73f). */
    private static Variant mid() {
        return variant(
                "6.1",
                "PTEs hold no reference; removal waits for no page",
                "5.18 to 6.14, text of 6.1.192 and 6.12.107",
                usual().settings());
    }

    /** fs/xfs/xfs_notify_failure.c with MF_MEM_PRE_REMOVE. */
    private static Variant shootdown() {
        return variant(
                "6.7-xfs",
                "as 6.1, and XFS unmaps its files before the device goes",
                "6.7 to 6.14 with XFS",
                usual().with(Rule.SHOOTDOWN, "on").settings());
    }

    /** 166225775968..., never merged. */
    private static Variant entriesHold() {
        return variant(
                "2022-v1",
                "PTEs hold no reference; a DAX entry holds the pagemap",
                "never merged: first version of the 2022 series",
                usual().with(Rule.PAGEMAP_WAITS_FOR, "entries")
                        .with(Rule.GUP_TAKES_PAGEMAP, "off")
                        .with(Rule.IPI_FLUSH, "on")
                        .settings());
    }

    /** 166329930818..., never merged. */
    private static Variant proposed() {
        return variant(
                "proposed",
                "PTEs hold references, and a page in use holds the pagemap",
                "never merged: second version of the 2022 series",
                counted()
                        .with(Rule.PAGEMAP_WAITS_FOR, "pages")
                        .with(Rule.IPI_FLUSH, "on")
                        .settings());
    }

    /** 38607c62b34b and the removal of devmap (fd2825b0760a); ext4 registers no holder. */
    private static Variant ext4() {
        return variant(
                "7.2-ext4",
                "PTEs hold references; removal waits for no page, and nobody unmaps",
                "6.15 to 7.2 with ext4, text of 7.2.13",
                counted().settings());
    }

    /** As above; XFS is told. */
    private static Variant xfs() {
        return variant(
                "7.2-xfs",
                "as 7.2-ext4, and XFS unmaps its files before the device goes",
                "6.15 to 7.2 with XFS, text of 7.2.13",
                counted().with(Rule.SHOOTDOWN, "on").settings());
    }

    private static Setup usual() {
        return new Setup(Settings.NONE);
    }

    private static Setup counted() {
        return usual().with(Rule.PTE_HOLDS_REFERENCE, "on").with(Rule.GUP_TAKES_PAGEMAP, "off");
    }

    private record Setup(Settings settings) {
        Setup with(Rule rule, String value) {
            return new Setup(settings.with(rule.setting().name(), value));
        }
    }
}
