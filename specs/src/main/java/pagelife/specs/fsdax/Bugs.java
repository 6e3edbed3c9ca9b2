package pagelife.specs.fsdax;

import static pagelife.specs.TabledSpecs.row;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.models.fsdax.Bounds;
import pagelife.models.fsdax.Rules;
import pagelife.specs.TabledSpecs.Row;

/**
 * What is expected of the bugs that were found and fixed, each in the era that had it and, where it can be put there,
 * in the era that counts PTEs. The device is not removed unless the bug needs it, so that nothing else is in the way.
 * Traces are spelt as in {@link Eras}.
 */
final class Bugs {
    private static final String UNLINKED =
            "0e2f80afcfa6: until 6.14 mm/truncate.c truncate_inode_pages_final looks at no pin";
    private static final String UNLINKED_PINNED =
            "As in 6.1.192, where it was recorded (munmap and evict alone break ACT-4: u1 t1 t10 t11).";

    private Bugs() {}

    /** What the codes stand for. */
    static LinkedHashMap<String, String> codes() {
        return LinkedHashMap.<String, String>empty()
                .put("G-a", "an unpin that leaves the page idle wakes nobody")
                .put("G-b", "a GUP-fast that backs out leaves the page idle and wakes nobody")
                .put("G-d", "the end of direct I/O leaves the page idle and wakes nobody")
                .put("I-7", "the scan for busy pages passes over a locked entry")
                .put("I-8", "a file that nobody maps is taken for idle, though its pages are pinned")
                .put("I-9", "the eviction of an unlinked file does not look at pins")
                .put("I-11", "GUP-fast does not look at the PTE again after its grab")
                .put("I-26", "truncate does not look at pins")
                .put("A5", "removal drops the base reference while a truncate waits for the count to be exactly 1")
                .put("C-6", "invalidation deletes an entry with no look at PTEs or pins")
                .put("no-invalidate-lock", "faults do not take the invalidate lock")
                .put("no-unless-zero", "a grab raises a count from 0")
                .put("no-put", "munmap does not put the reference of the PTE")
                .put("double-put", "munmap puts the reference of the PTE twice");
    }

    static Seq<Row> rows() {
        return lostWakeUps().appendAll(unseenPins()).appendAll(unprotected()).appendAll(removals());
    }

    private static Row uncounted(String id) {
        return row("6.1").id(id).within(Bounds.REMOVALS, 0).violated(6, "INV-1", "INV-1s");
    }

    private static Row counted(String id) {
        return row("7.2-ext4").id(id).within(Bounds.REMOVALS, 0);
    }

    /** A put that makes a page idle and wakes nobody. */
    private static Seq<Row> lostWakeUps() {
        String fix = "f4f451a16dd1; 20220705123532.283-1-songmuchun@bytedance.com";
        return Vector.of(
                uncounted("G-a/6.1")
                        .with(Rules.UNPIN_WAKES, false)
                        .violated(9, "ACT-2")
                        .violated(17, "LTL-1'", "LTL-1", "LTL-1u", "every pin wakes the waiter", "LTL-3")
                        .violated(19, "no deadlock")
                        .because(
                                fix,
                                "unpin_user_page took 2 to 1 with a put that looks for 0 only: the truncate sleeps on"
                                        + " (f1-8 s1 s2 t1 t3-6 s3 t7)."),
                counted("G-a/7.2")
                        .with(Rules.UNPIN_WAKES, false)
                        .violated(12, "ACT-2")
                        .violated(19, "LTL-1'", "LTL-1p", "LTL-1", "LTL-1u", "every pin wakes the waiter", "LTL-3")
                        .violated(21, "no deadlock")
                        .because(
                                fix,
                                "The same mistake where the last put is at 0 (f1-5 f6a-c f7 f8 s1 t1 t3 t3p t4-6 s3"
                                        + " t7)."),
                uncounted("G-b/6.1")
                        .with(Rules.UNDO_WAKES, false)
                        .violated(11, "ACT-2")
                        .violated(18, "LTL-1'")
                        .violated(21, "no deadlock")
                        .because(
                                fix,
                                "A GUP-fast that finds its PTE changed is the last to let go (f1-8 g1-3 t1 t3-6 g4 t7,"
                                        + " with g1 and g2 before t3). A flush by interrupt would not let t4 see the"
                                        + " grab."),
                counted("G-b/7.2")
                        .with(Rules.UNDO_WAKES, false)
                        .violated(13, "ACT-2")
                        .violated(20, "LTL-1'", "LTL-1p")
                        .violated(22, "no deadlock")
                        .because(
                                fix,
                                "The same where the last put is at 0 (f1-5 f6a-c f7 f8 g1 g3 t1 t3 t3p t4-6 g4 t7)."),
                uncounted("G-d/6.1")
                        .with(Rules.DIRECT_IO_WAKES, false)
                        .violated(9, "ACT-2")
                        .violated(17, "LTL-1'")
                        .violated(19, "no deadlock")
                        .because(
                                "recorded in 6.1.192: __bio_release_pages uses folio_put_refs",
                                "The end of direct I/O takes"
                                        + " 2 to 1 without waking, though unpin_user_page was mended (as G-a, put by"
                                        + " __bio_release_pages)."));
    }

    private static Row evicted(String id, String variant) {
        return row(variant)
                .id(id)
                .within(Bounds.REMOVALS, 0)
                .within(Bounds.TRUNCATES, 0)
                .within(Bounds.EVICTIONS, 1);
    }

    private static Row evictedUnseen(String id, String variant) {
        return evicted(id, variant)
                .violated(4, "ACT-4")
                .violated(6, "INV-1", "INV-1s")
                .violated(13, "INV-4");
    }

    /** Blocks freed under a pin. */
    private static Seq<Row> unseenPins() {
        return Vector.of(
                uncounted("I-8/6.1")
                        .with(Rules.MAPPED_SHORTCUT, true)
                        .violated(5, "ACT-4")
                        .violated(14, "INV-4")
                        .because(
                                "cee91fa13a8e; recorded in 6.1.192",
                                "A file that no VMA maps is taken for idle, pinned or"
                                        + " not (f1-8 s1 u1 t1 t2 t10 t11)."),
                counted("I-8/7.2")
                        .with(Rules.MAPPED_SHORTCUT, true)
                        .violated(5, "ACT-4")
                        .violated(16, "INV-4")
                        .because("cee91fa13a8e", "Counting PTEs does not help (f1-5 f6a-c f7 f8 s1 u1 t1 t2 t10 t11)."),
                evictedUnseen("I-9/5.10", "5.10").because(UNLINKED, UNLINKED_PINNED),
                evictedUnseen("I-9/6.1", "6.1").because(UNLINKED, UNLINKED_PINNED),
                evictedUnseen("I-9/6.7-xfs", "6.7-xfs").because(UNLINKED, UNLINKED_PINNED),
                evictedUnseen("I-9/2022-v1", "2022-v1").because(UNLINKED, UNLINKED_PINNED),
                evictedUnseen("I-9/6.1.192", "6.1.192")
                        .violated(9, "ACT-2")
                        .because(
                                "6.1.192 mm/truncate.c truncate_inode_pages_final; recorded in 6.1.192",
                                "An unlinked file that nobody maps is evicted, pinned or not; another file got the page,"
                                        + " and the pin read its data (f1-8 s1 u1 t1 t10 t11)."),
                evicted("fsdax/7.2-ext4+evicted", "7.2-ext4")
                        .because(
                                "7.2 fs/dax.c dax_break_layout_final; recorded in 7.2.13",
                                "Eviction waits until the page is idle, and no signal ends that."),
                uncounted("I-11/6.1")
                        .with(Rules.RECHECK_PTE, false)
                        .violated(11, "ACT-5")
                        .violated(17, "INV-4")
                        .because(
                                "152669370864.34337.13815113039455146564.stgit",
                                "An idle page counts 1, so that a late grab succeeds when truncate has counted already"
                                        + " (f1-8 g1 g2 t1 t3 t4 t10 t11 g3 g4)."),
                counted("I-11/7.2")
                        .with(Rules.RECHECK_PTE, false)
                        .violated(11, "ACT-5")
                        .because(
                                "7.2 mm/gup.c gup_fast_pte_range",
                                "An idle page counts 0, so that a late grab is refused."),
                counted("I-11/7.2+two-files")
                        .with(Rules.RECHECK_PTE, false)
                        .within(Bounds.FILES, 2)
                        .within(Bounds.MMS, 2)
                        .within(Bounds.FAULTS, 2)
                        .within(Bounds.SLOW_GUPS, 0)
                        .within(Bounds.MUNMAPS, 0)
                        .violated(15, "ACT-5")
                        .violated(25, "INV-4")
                        .because(
                                "7.2 mm/gup.c gup_fast_pte_range",
                                "... unless the block has gone to another file whose fault has raised the count again"
                                        + " (f1-5 f6a-c f7 f8 g1 t1 t3 t3p t4 t10 t11, g: f1-5 f6a, g3 g4)."),
                counted("fsdax/7.2-ext4+two-files")
                        .within(Bounds.FILES, 2)
                        .within(Bounds.MMS, 2)
                        .within(Bounds.FAULTS, 2)
                        .within(Bounds.SLOW_GUPS, 0)
                        .within(Bounds.MUNMAPS, 0)
                        .because("7.2 mm/gup.c gup_fast_pte_range", "With the PTE read again, the grab is taken back."),
                uncounted("I-26/6.1")
                        .with(Rules.BUSY_CHECK, false)
                        .violated(4, "ACT-4")
                        .violated(13, "INV-4")
                        .because(
                                "5fac7408d828, d6dc57e251a4, 430657b6be89",
                                "Until 4.18 truncate freed blocks under DMA (f1-8" + " s1 t1 t3 t10 t11)."),
                counted("I-26/7.2")
                        .with(Rules.BUSY_CHECK, false)
                        .violated(4, "ACT-4")
                        .violated(16, "INV-4")
                        .because(
                                "7.2 fs/dax.c dax_break_layout",
                                "Counting PTEs does not help (f1-5 f6a-c f7 f8 s1 t1 t3 t3p t10 t11)."));
    }

    /** Protections taken away one by one, to see what they are good for. */
    private static Seq<Row> unprotected() {
        String locks = "XFS_MMAPLOCK (4.1), ext4 i_mmap_sem (4.5), mapping->invalidate_lock (5.15)";
        return Vector.of(
                uncounted("no-invalidate-lock/6.1")
                        .with(Rules.FAULTS_TAKE_INVALIDATE_LOCK, false)
                        .violated(10, "INV-12")
                        .violated(11, "INV-4m")
                        .violated(12, "INV-4")
                        .because(
                                locks,
                                "A fault that is not kept out maps what a truncate is about to free (t1 t3 t4 t10"
                                        + " f1-6 t11), where it can be pinned (INV-4: then s1). Its entry is"
                                        + " there already (INV-12: f5)."),
                counted("no-invalidate-lock/7.2")
                        .with(Rules.FAULTS_TAKE_INVALIDATE_LOCK, false)
                        .violated(6, "INV-5", "ACT-3")
                        .violated(10, "INV-12")
                        .violated(12, "INV-4m")
                        .violated(13, "INV-4")
                        .violated(17, "LTL-1p")
                        .violated(20, "no deadlock")
                        .because(
                                locks,
                                "And nothing entitles it to raise a count from 0 (ACT-3: f1-5 f6a). A fault between"
                                        + " unmapping and counting leaves a truncate asleep with no pin (LTL-1p: f1-3"
                                        + " t1 t3 f4 f5 f6a-c f7 s1 t4 s3 t5-7)."),
                counted("no-unless-zero/7.2")
                        .with(Rules.GRAB_UNLESS_ZERO, false)
                        .violated(12, "INV-5", "ACT-3")
                        .because(
                                "7.2 mm/gup.c try_grab_folio_fast",
                                "A walker that read the PTE before it was cleared brings"
                                        + " a free page back (f1-5 f6a f6b g1 u1 u2 f6c g3)."));
    }

    /** Bugs that need the removal of the device, and what would mend one. */
    private static Seq<Row> removals() {
        return Vector.of(
                row("5.10")
                        .id("A5/5.10+at-most")
                        .with(Rules.IDLE_TEST, Rules.IdleTest.AT_MOST)
                        .violated(6, "INV-1", "INV-1s")
                        .violated(11, "INV-5s", "INV-6")
                        .violated(12, "INV-2", "ACT-1")
                        .violated(18, "INV-4")
                        .because(
                                "5.10 fs/xfs/xfs_file.c, mm/memremap.c",
                                "A waiter content with at most 1 does not sleep"
                                        + " through the drop of the base reference."),
                row("6.7-xfs")
                        .id("I-7/6.7-xfs")
                        .with(Rules.SKIP_LOCKED_ENTRY, true)
                        .violated(6, "INV-1", "INV-1s")
                        .violated(16, "INV-5s")
                        .violated(17, "INV-2", "ACT-1")
                        .violated(18, "ACT-4")
                        .violated(19, "INV-3", "INV-4")
                        .violated(20, "INV-5")
                        .because(
                                "6be3e21d25ca, dd59137bfe70",
                                "The scan passes over an entry that the shootdown has locked (INV-4: f1-8 s1 r0 r0a r0b"
                                        + " t1 t3 t4 r0c r0e t10 t11). In a kernel the freeze also keeps truncate out,"
                                        + " which is not modelled; writeback locks entries as well."),
                row("6.7-xfs")
                        .id("C-6/6.7-xfs")
                        .with(Rules.SHOOTDOWN_INVALIDATES, true)
                        .violated(6, "INV-1", "INV-1s")
                        .violated(11, "INV-7")
                        .violated(17, "INV-5s")
                        .violated(18, "INV-2", "ACT-1", "INV-4")
                        .violated(20, "INV-3")
                        .violated(21, "INV-5")
                        .because(
                                "6.1, 7.2 mm/truncate.c invalidate_inode_pages2_range",
                                "The shootdown deletes clean entries with no look at PTEs (INV-7: r0 r0a r0b f1-7 r0i)"
                                        + " or pins, and truncate does not find what has no entry (INV-4: r0 r0a r0b,"
                                        + " f1-8, s1, r0i, t1 t3 t4 t10 t11). In a kernel the freeze also keeps"
                                        + " truncate out, which is not modelled."),
                uncounted("C-6/6.1")
                        .within(Bounds.INVALIDATIONS, 1)
                        .violated(8, "INV-7")
                        .violated(15, "INV-4")
                        .because(
                                "6.1 mm/truncate.c invalidate_inode_pages2_range",
                                "Direct I/O over a hole deletes the entry before it unmaps (INV-7: f1-7 i2), and a"
                                        + " truncate finds no entry whose pins it would wait for (INV-4: f1-8 s1 i2 t1"
                                        + " t3 t4 t10 t11)."),
                row("6.1.192")
                        .id("C-6/6.1.192")
                        .within(Bounds.REMOVALS, 0)
                        .within(Bounds.INVALIDATIONS, 1)
                        .violated(5, "ACT-4")
                        .violated(6, "INV-1", "INV-1s")
                        .violated(8, "INV-7")
                        .violated(9, "ACT-2")
                        .violated(14, "INV-4")
                        .violated(18, "LTL-1'")
                        .violated(21, "no deadlock")
                        .because(
                                "6.1.192 mm/truncate.c invalidate_inode_pages2_range",
                                "As in 6.1, where it takes one step more to free a block under a pin: the file need not"
                                        + " be mapped (INV-4: f1-8 s1 u1 t1 t2 t10 t11)."),
                counted("C-6/7.2-ext4")
                        .within(Bounds.INVALIDATIONS, 1)
                        .violated(10, "INV-7")
                        .violated(18, "INV-4")
                        .because(
                                "7.2 mm/truncate.c invalidate_inode_pages2_range",
                                "The same done by direct I/O over a hole: the entry goes before its PTEs (INV-7: f1-5"
                                        + " f6a-c f7 i2), and with it what a truncate would have looked at (INV-4: f1-5"
                                        + " f6a-c f7 f8 s1 i2 t1 t3 t3p t4 t10 t11)."));
    }
}
