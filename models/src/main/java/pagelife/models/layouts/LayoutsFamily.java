package pagelife.models.layouts;

import static pagelife.models.layouts.Rules.BUSY_CHECK;
import static pagelife.models.layouts.Rules.EVICTION_WAITS;
import static pagelife.models.layouts.Rules.FREES_BLOCKS;
import static pagelife.models.layouts.Rules.LOCKED_ENTRY;
import static pagelife.models.layouts.Rules.MAPPED_SHORTCUT;
import static pagelife.models.layouts.Rules.PTE_HOLDS_REFERENCE;
import static pagelife.models.layouts.Rules.RANGE;
import static pagelife.models.layouts.Rules.RETRY;

import pagelife.models.Settings;
import pagelife.models.TabledFamily;
import pagelife.models.TabledFamily.Table;
import pagelife.models.layouts.Rules.LockedEntry;

/** How truncate makes sure that nobody uses the pages whose blocks it frees. */
public final class LayoutsFamily {
    private static final Settings UNTIL_6_14 =
            LOCKED_ENTRY.is(LockedEntry.SKIP).and(MAPPED_SHORTCUT.is(true)).and(EVICTION_WAITS.is(false));

    private LayoutsFamily() {}

    /** The family. */
    public static TabledFamily<Layouts> family() {
        return variants(TabledFamily.table(
                                "layouts", "truncate against pins: the scan for busy pages, the wait, the retry")
                        .rules(
                                PTE_HOLDS_REFERENCE,
                                BUSY_CHECK,
                                LOCKED_ENTRY,
                                MAPPED_SHORTCUT,
                                RETRY,
                                RANGE,
                                FREES_BLOCKS,
                                EVICTION_WAITS,
                                Rules.UNPIN_PUTS,
                                Rules.PUTS_WAKE)
                        .bound(Bounds.PAGES)
                        .tasks(Bounds.PINNED)
                        .tasks(Bounds.WRITEBACKS)
                        .tasks(Bounds.MUNMAPS)
                        .tasks(Bounds.FAULTS)
                        .tasks(Bounds.GUPS)
                        .tasks(Bounds.EVICTIONS))
                .madeBy((rules, bounds) -> Bounds.usual(bounds), Layouts::make);
    }

    private static Table variants(Table table) {
        return table.variant(
                        "4.17",
                        "truncate frees blocks under DMA",
                        "until 4.17",
                        BUSY_CHECK.is(false),
                        EVICTION_WAITS.is(false))
                .variant(
                        "4.19-rc", "it retries only if it slept", "4.19-rc", UNTIL_6_14, RETRY.is(Rules.Retry.IF_SLEPT))
                .variant(
                        "6.1",
                        "it always retries; locked entries and unmapped files are passed over",
                        "4.19 to 6.14",
                        UNTIL_6_14)
                .variant(
                        "6.1-xfs-two",
                        "XFS with two inodes: it looks a second time instead of sleeping",
                        "4.18 to 6.14",
                        UNTIL_6_14,
                        RETRY.is(Rules.Retry.IF_STILL_BUSY))
                .variant(
                        "6.1-fuse",
                        "virtio-fs: the range (0, 0) is the first page, and the server frees first",
                        "5.10 to 6.14",
                        UNTIL_6_14,
                        RANGE.is(Rules.Range.FIRST),
                        FREES_BLOCKS.is(Rules.Frees.FIRST))
                .variant(
                        "6.15",
                        "PTEs hold references; the scan waits for a locked entry and passes over it",
                        "6.15",
                        PTE_HOLDS_REFERENCE.is(true),
                        LOCKED_ENTRY.is(LockedEntry.PAUSE))
                .variant(
                        "6.16",
                        "the scan waits for a locked entry and looks at it",
                        "6.16 to 7.2",
                        PTE_HOLDS_REFERENCE.is(true));
    }
}
