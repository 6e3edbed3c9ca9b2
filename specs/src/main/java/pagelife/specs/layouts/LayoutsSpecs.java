package pagelife.specs.layouts;

import static pagelife.specs.TabledSpecs.row;

import pagelife.models.layouts.Bounds;
import pagelife.models.layouts.Layouts;
import pagelife.models.layouts.LayoutsFamily;
import pagelife.models.layouts.Rules;
import pagelife.specs.Renames;
import pagelife.specs.TabledSpecs;
import pagelife.specs.claims.CountClaims;
import pagelife.specs.claims.Witnesses;

/**
 * What we expect of truncate. It begins with two pages, both mapped and pinned, unless a row says otherwise. Rows about
 * one bug leave the others out; without the check of t2 a trace is one step shorter.
 */
public final class LayoutsSpecs {
    private static final String PIN = LayoutsClaims.BLOCK_PIN;

    private LayoutsSpecs() {}

    /** The table. */
    public static TabledSpecs<Layouts> table() {
        return fixed(ends(fuse(ranges(retries(plain(TabledSpecs.of(LayoutsFamily.family(), LayoutsClaims::all)))))))
                .withRenames(renames());
    }

    /** What became of the steps from one kernel to another. */
    private static Renames renames() {
        return Renames.NONE
                // before 5fac7408d828 (4.18) no truncate asks fs/dax.c dax_layout_busy_page for a page in use
                .split("t2")
                .split("t4")
                // 6.15 counts PTEs: before, mm/memory.c unmap_mapping_pages has no reference to put
                .split("t3p")
                // only 6.15 stops for a locked entry, and only some callers look at a page again: fs/dax.c,
                // fs/xfs/xfs_inode.c
                .split("t4w")
                .split("t4r");
    }

    private static TabledSpecs<Layouts> plain(TabledSpecs<Layouts> table) {
        String two = "two pages, two pins";
        return table.and(row("4.17")
                        .violated(PIN, 6)
                        .cites("5fac7408d828 (4.18)")
                        .why("I-26 with " + two))
                .and(row("4.19-rc")
                        .violated(PIN, 11)
                        .cites("b1f382178d15 (4.19)")
                        .why("I-10 after the check of t2"))
                .and(row("6.1").cites("fs/dax.c, 6.1").why(two + ", and nobody else: what is wrong does not show"))
                .and(row("6.1-xfs-two")
                        .violated(PIN, 10)
                        .cites("fs/xfs/xfs_inode.c, 6.1")
                        .why("the sibling of I-10 after the check of t2"))
                .and(row("6.1-fuse")
                        .violated(PIN, 6)
                        .violated(LayoutsClaims.BLOCK_MAPPED, 6)
                        .cites("7851bf649d42 (6.15)")
                        .why("I-27: the first page must be idle for the second to be missed"))
                .and(row("6.15").cites("fs/dax.c, 6.15").why(two + ", without writeback"))
                .and(row("6.16").cites("fs/dax.c, 7.2").why(two))
                .and(row("6.16")
                        .label("put-twice")
                        .with(Rules.UNPIN_PUTS, Rules.Puts.TWICE)
                        .violated(CountClaims.COUNT_IS_OWNERS, 1)
                        .violated(CountClaims.COUNT_SANE, 4)
                        .violated(LayoutsClaims.STUCK_WAITER, 10)
                        .violated(LayoutsClaims.NOT_STUCK, 11)
                        .never(PIN)
                        .never(LayoutsClaims.BLOCK_MAPPED)
                        .never(LayoutsClaims.FREE_OF_NO_FILE)
                        .never(Witnesses.ends("truncate"))
                        .cites("mm/gup.c gup_put_folio, 6.1")
                        .why("a mutant: a pin that is dropped twice takes the reference of the entry"))
                .and(row("6.16")
                        .label("no-wake")
                        .with(Rules.PUTS_WAKE, false)
                        .violated(LayoutsClaims.STUCK_WAITER, 10)
                        .violated(LayoutsClaims.NOT_STUCK, 11)
                        .cites("mm/memremap.c free_zone_device_folio, 7.2")
                        .why("a mutant: the last put wakes nobody"));
    }

    private static TabledSpecs<Layouts> retries(TabledSpecs<Layouts> table) {
        String retry = "b1f382178d15 (4.19)";
        String sibling = "fs/xfs/xfs_inode.c xfs_mmaplock_two_inodes_and_break_dax_layout, 6.1";
        return table.and(row("4.17")
                        .label("one-page")
                        .within(Bounds.PAGES, 1)
                        .violated(PIN, 4)
                        .cites("5fac7408d828, d6dc57e251a4, 430657b6be89 (4.18, 4.19)")
                        .why("I-26: t1, t3, t10, t11; nobody looks for the pin"))
                .and(row("4.19-rc")
                        .label("retry")
                        .with(Rules.MAPPED_SHORTCUT, false)
                        .violated(PIN, 10)
                        .cites(retry)
                        .why("I-10: P is idle before the wait, so nothing sleeps, nothing sets the flag, and Q"
                                + " is not looked at"))
                .and(row("6.1")
                        .label("retry")
                        .with(Rules.MAPPED_SHORTCUT, false)
                        .cites(retry)
                        .why("it retries whenever a page was busy"))
                .and(row("6.1-xfs-two")
                        .label("second-look")
                        .with(Rules.MAPPED_SHORTCUT, false)
                        .violated(PIN, 9)
                        .cites(sibling)
                        .why("I-10, the sibling: the second look finds P idle, and Q is never looked at"));
    }

    private static TabledSpecs<Layouts> ranges(TabledSpecs<Layouts> table) {
        String locked = "6be3e21d25ca (6.15), dd59137bfe70 (6.16)";
        return table.and(row("6.1")
                        .label("locked-entry")
                        .with(Rules.MAPPED_SHORTCUT, false)
                        .within(Bounds.PINNED, Bounds.Pinned.FIRST)
                        .within(Bounds.WRITEBACKS, 1)
                        .violated(PIN, 9)
                        .cites(locked)
                        .why("I-7: writeback has P's entry locked while the scan passes over it"))
                .and(row("6.15")
                        .label("locked-entry")
                        .within(Bounds.PINNED, Bounds.Pinned.FIRST)
                        .within(Bounds.WRITEBACKS, 1)
                        .violated(PIN, 13)
                        .cites(locked)
                        .why("I-7, the wrong fix: the scan waits for P's entry and goes on with Q's"))
                .and(row("6.16")
                        .label("locked-entry")
                        .within(Bounds.PINNED, Bounds.Pinned.FIRST)
                        .within(Bounds.WRITEBACKS, 1)
                        .cites(locked)
                        .why("the scan looks at the entry it has waited for"));
    }

    private static TabledSpecs<Layouts> fuse(TabledSpecs<Layouts> table) {
        String range = "6ae330cad6ef, 7851bf649d42 (6.15)";
        return table.and(row("6.1-fuse")
                        .label("deletes-first")
                        .with(Rules.MAPPED_SHORTCUT, false)
                        .with(Rules.FREES_BLOCKS, Rules.Frees.LAST)
                        .within(Bounds.PINNED, Bounds.Pinned.LAST)
                        .violated(PIN, 6)
                        .never(LayoutsClaims.STUCK_WAITER)
                        .never(LayoutsClaims.CAN_SLEEP)
                        .cites(range)
                        .why("I-27: the pinned page is not the first; t10 unmaps it, nobody waits for it"))
                .and(row("6.1-fuse")
                        .label("second-page")
                        .with(Rules.MAPPED_SHORTCUT, false)
                        .within(Bounds.PINNED, Bounds.Pinned.LAST)
                        .violated(PIN, 4)
                        .violated(LayoutsClaims.BLOCK_MAPPED, 4)
                        .never(LayoutsClaims.STUCK_WAITER)
                        .never(LayoutsClaims.CAN_SLEEP)
                        .cites(range + ", fs/fuse/file.c fuse_open")
                        .why("I-27 as it is: the server frees before the page cache goes, so the page is"
                                + " still mapped"));
    }

    private static TabledSpecs<Layouts> ends(TabledSpecs<Layouts> table) {
        return table.and(row("6.1")
                        .label("munmap")
                        .within(Bounds.PAGES, 1)
                        .within(Bounds.MUNMAPS, 1)
                        .violated(PIN, 5)
                        .cites("cee91fa13a8e (6.15)")
                        .why("I-8: nobody maps the file any more, so nobody looks for the pin"))
                .and(row("6.1")
                        .label("eviction")
                        .with(Rules.MAPPED_SHORTCUT, false)
                        .within(Bounds.PAGES, 1)
                        .within(Bounds.MUNMAPS, 1)
                        .within(Bounds.EVICTIONS, 1)
                        .violated(PIN, 8)
                        .cites("0e2f80afcfa6 (6.15)")
                        .why("I-9: the entries are gone with the inode; a later truncate finds nothing to look at"))
                .and(row("6.16")
                        .label("eviction")
                        .within(Bounds.PAGES, 1)
                        .within(Bounds.MUNMAPS, 1)
                        .within(Bounds.EVICTIONS, 1)
                        .cites("0e2f80afcfa6 (6.15)")
                        .why("eviction waits for the pin"));
    }

    private static TabledSpecs<Layouts> fixed(TabledSpecs<Layouts> table) {
        return table.and(row("6.16")
                        .label("everybody")
                        .within(Bounds.WRITEBACKS, 1)
                        .within(Bounds.MUNMAPS, 1)
                        .within(Bounds.FAULTS, 1)
                        .within(Bounds.GUPS, 1)
                        .within(Bounds.EVICTIONS, 1)
                        .cites("fs/dax.c dax_break_layout, 7.2")
                        .why("faults, pins, writeback, munmap and eviction"))
                .and(row("6.1")
                        .label("all-repaired")
                        .with(Rules.LOCKED_ENTRY, Rules.LockedEntry.WAIT)
                        .with(Rules.MAPPED_SHORTCUT, false)
                        .with(Rules.EVICTION_WAITS, true)
                        .within(Bounds.WRITEBACKS, 1)
                        .within(Bounds.MUNMAPS, 1)
                        .within(Bounds.FAULTS, 1)
                        .within(Bounds.GUPS, 1)
                        .within(Bounds.EVICTIONS, 1)
                        .cites("cee91fa13a8e, 6be3e21d25ca, dd59137bfe70, 0e2f80afcfa6")
                        .why("the repairs do not need counted entries"));
    }
}
