package pagelife.models.fsdax;

import static pagelife.models.fsdax.Rules.GUP_TAKES_PAGEMAP;
import static pagelife.models.fsdax.Rules.IPI_FLUSH;
import static pagelife.models.fsdax.Rules.PAGEMAP_WAITS_FOR;
import static pagelife.models.fsdax.Rules.PTE_HOLDS_REFERENCE;
import static pagelife.models.fsdax.Rules.SHOOTDOWN;

import pagelife.models.Settings;
import pagelife.models.TabledFamily;
import pagelife.models.TabledFamily.Table;
import pagelife.models.Variant;
import pagelife.models.Workload;

/** FS-DAX: pages of persistent memory behind a file system, from 4.12 to 7.2. */
public final class FsdaxFamily {
    /** The family's name. */
    public static final String NAME = "fsdax";

    private static final Settings COUNTED = PTE_HOLDS_REFERENCE.is(true).and(GUP_TAKES_PAGEMAP.is(false));

    private FsdaxFamily() {}

    /** The family. */
    public static TabledFamily<FsdaxProtocol> family() {
        return variants(bounds(rules(TabledFamily.table(
                        NAME,
                        "file-system DAX: faults, pins, truncate and device removal on pages of persistent memory"))))
                .madeBy((rules, bounds) -> Bounds.usual(bounds), FsdaxProtocol::make);
    }

    /**
     * The protocol of a variant whose tasks were recorded: each does whatever it is seen to begin, of what its program
     * in {@code does} calls.
     *
     * @throws pagelife.checker.model.TextException where a program calls what is no operation of the protocol
     * @throws IllegalArgumentException for a combination of rules that means nothing, saying why
     */
    public static FsdaxProtocol recorded(Variant variant, Settings rules, World world, Workload does) {
        return FsdaxProtocol.recorded(variant.fullName(), family().rulesOf(variant, rules), world, does);
    }

    private static Table rules(Table table) {
        return table.rules(
                PTE_HOLDS_REFERENCE,
                Rules.IDLE_COUNT,
                Rules.ZAP_PUTS,
                PAGEMAP_WAITS_FOR,
                GUP_TAKES_PAGEMAP,
                Rules.GUP_FLAG,
                SHOOTDOWN,
                Rules.SHOOTDOWN_INVALIDATES,
                Rules.SHUTS_DOWN_FIRST,
                IPI_FLUSH,
                Rules.UNPIN_WAKES,
                Rules.PUT_PAGE_WAKES,
                Rules.DIRECT_IO_WAKES,
                Rules.UNDO_WAKES,
                Rules.RECHECK_PTE,
                Rules.GRAB_UNLESS_ZERO,
                Rules.FAULTS_TAKE_INVALIDATE_LOCK,
                Rules.BUSY_CHECK,
                Rules.MAPPED_SHORTCUT,
                Rules.SKIP_LOCKED_ENTRY,
                Rules.IDLE_TEST,
                Rules.WRITE_FAULTS_ONLY);
    }

    private static Table bounds(Table table) {
        return table.bound(Bounds.PAGES)
                .bound(Bounds.MMS)
                .bound(Bounds.FILES)
                .tasks(Bounds.FAULTS)
                .tasks(Bounds.SLOW_GUPS)
                .tasks(Bounds.FAST_GUPS)
                .tasks(Bounds.MUNMAPS)
                .tasks(Bounds.TRUNCATES)
                .bound(Bounds.SIGNALS)
                .tasks(Bounds.REMOVALS)
                .tasks(Bounds.INVALIDATIONS)
                .tasks(Bounds.EVICTIONS)
                .tasks(Bounds.REPEATS);
    }

    /** The named settings, in the order of history. */
    private static Table variants(Table table) {
        return table
                // mm/memremap.c memunmap_pages puts every page and waits until all have reached 0
                .variant(
                        "5.10",
                        "PTEs hold no reference; removal drops each page's base reference and waits for the pages",
                        "4.12 to 5.17 without I-8",
                        PAGEMAP_WAITS_FOR.is(PagemapTie.BASES))
                // mm/memremap.c memunmap_pages puts the pagemap's references in bulk (27674ef6c73f)
                .variant("6.1", "PTEs hold no reference; removal waits for no page", "5.18 to 6.14 without I-8 and G-d")
                // fs/dax.c dax_layout_busy_page_range asks mapping_mapped; block/bio.c __bio_release_pages puts with
                // folio_put_refs; both recorded
                .variant(
                        "6.1.192",
                        "as 6.1; a file that nobody maps is taken for idle, and the end of direct I/O wakes nobody",
                        "text of 6.1.192",
                        Rules.MAPPED_SHORTCUT.is(true),
                        Rules.DIRECT_IO_WAKES.is(false))
                // fs/xfs/xfs_notify_failure.c with MF_MEM_PRE_REMOVE
                .variant(
                        "6.7-xfs",
                        "as 6.1, and XFS unmaps its files before the device goes",
                        "6.7 to 6.14 with XFS, without I-8",
                        SHOOTDOWN.is(true))
                // 166225775968..., never merged
                .variant(
                        "2022-v1",
                        "PTEs hold no reference; a DAX entry holds the pagemap",
                        "never merged: first version of the 2022 series",
                        PAGEMAP_WAITS_FOR.is(PagemapTie.ENTRIES),
                        GUP_TAKES_PAGEMAP.is(false),
                        IPI_FLUSH.is(true))
                // 166329930818..., never merged
                .variant(
                        "proposed",
                        "PTEs hold references, and a page in use holds the pagemap",
                        "never merged: second version of the 2022 series",
                        COUNTED,
                        PAGEMAP_WAITS_FOR.is(PagemapTie.PAGES),
                        IPI_FLUSH.is(true))
                // 38607c62b34b and the removal of devmap (fd2825b0760a); ext4 registers no holder
                .variant(
                        "7.2-ext4",
                        "PTEs hold references; removal waits for no page, and nobody unmaps",
                        "6.15 to 7.2 with ext4, text of 7.2.13",
                        COUNTED)
                // as above; XFS is told
                .variant(
                        "7.2-xfs",
                        "as 7.2-ext4, and XFS unmaps its files before the device goes",
                        "6.15 to 7.2 with XFS, text of 7.2.13",
                        COUNTED,
                        SHOOTDOWN.is(true));
    }
}
