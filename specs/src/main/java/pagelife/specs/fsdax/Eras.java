package pagelife.specs.fsdax;

import static pagelife.specs.TabledSpecs.row;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.models.fsdax.Bounds;
import pagelife.models.fsdax.Rules;
import pagelife.specs.TabledSpecs.Row;

/**
 * What is expected of the eras as they were: each with removal of the device and without, with the shootdown and
 * without.
 *
 * <p>All actors run once on one page, more than each single result needs; a shorter counterexample with fewer actors
 * would be found here too. Lengths count atomic steps from a cold start. The reason spells the trace out: {@code f1-6}
 * stands for f1, f2, ... f6; steps of different actors may come in another order.
 */
final class Eras {
    private static final String NO_REFERENCE =
            "mm/memory.c insert_pfn takes no reference: f1-6 leaves a PTE to a page that counts as unused. ";

    private Eras() {}

    static Seq<Row> rows() {
        return uncounted()
                .appendAll(recorded())
                .appendAll(told())
                .appendAll(proposed())
                .appendAll(counted())
                .appendAll(starved())
                .appendAll(larger());
    }

    /** PTEs hold no reference: 4.12 to 6.14. */
    private static Seq<Row> uncounted() {
        return Vector.of(
                row("5.10")
                        .id("fsdax/5.10+no-removal")
                        .within(Bounds.REMOVALS, 0)
                        .violated(6, "INV-1", "INV-1s")
                        .because(
                                "5.10 mm/memory.c insert_pfn, fs/dax.c",
                                NO_REFERENCE
                                        + "Truncate is safe: it unmaps before it counts, and GUP-fast reads the PTE"
                                        + " again after its grab."),
                row("5.10")
                        .id("fsdax/5.10")
                        .violated(6, "INV-1", "INV-1s")
                        .violated(11, "INV-5s", "INV-6")
                        .violated(12, "INV-2", "ACT-1")
                        .violated(18, "INV-4")
                        .violated(21, "LTL-1'")
                        .violated(23, "LTL-1", "LTL-1u", "every pin wakes the waiter", "LTL-3")
                        .violated(25, "no deadlock")
                        .holds("LTL-2", "LTL-4")
                        .because(
                                "5.10 mm/memremap.c memunmap_pages, drivers/nvdimm/pmem.c",
                                NO_REFERENCE
                                        + "Removal waits for pages, not for PTEs (INV-2: f1-6 r1-6). It drops each base"
                                        + " reference, so that a page with one pin left counts as idle (INV-6: f1-6 s1"
                                        + " r1-4; INV-4: f1-8 s1 t1 t3 r1-4 t4 t10 t11), and a waiter that wants"
                                        + " exactly 1 sleeps forever at 0 (LTL-1': f1-8 s1 t1 t3 t4 s2 s3 r1-4 t5-7;"
                                        + " then nothing is left but g1, u1, r5, r6). A fault past its ALIVE test"
                                        + " associates a page that is gone (INV-5s: f1-4 r1-6 f5)."),
                row("6.1")
                        .id("fsdax/6.1+no-removal")
                        .within(Bounds.REMOVALS, 0)
                        .violated(6, "INV-1", "INV-1s")
                        .because(
                                "6.1, 6.12 mm/memory.c insert_pfn, fs/dax.c",
                                NO_REFERENCE + "Truncate is safe as in 5.10."),
                row("6.1")
                        .id("fsdax/6.1")
                        .violated(6, "INV-1", "INV-1s")
                        .violated(11, "INV-5s")
                        .violated(12, "INV-2", "ACT-1")
                        .violated(14, "INV-3")
                        .violated(15, "INV-5")
                        .holds("LTL-1", "LTL-1u", "every pin wakes the waiter", "LTL-2", "LTL-3", "LTL-4")
                        .because(
                                "6.1, 6.12 mm/memremap.c memunmap_pages; recorded in 6.1.192",
                                NO_REFERENCE
                                        + "Removal puts its references in bulk and waits for no page: it leaves PTEs"
                                        + " (INV-2: f1-6 r1-6) and pins (INV-3: f1-6 s1 s2 r1-6), whose put hits freed"
                                        + " memory (INV-5: then s3). Since it leaves the counts alone, truncate is"
                                        + " safe."));
    }

    /** What was recorded in 6.1.192. */
    private static Seq<Row> recorded() {
        String text = "6.1.192 fs/dax.c dax_layout_busy_page_range, block/bio.c __bio_release_pages; recorded";
        String truncate = "A file that no VMA maps is taken for idle (INV-4: f1-8 s1 u1 t1 t2 t10 t11), and the end of"
                + " direct I/O wakes nobody (LTL-1': f1-8 s1 s2 t1-6 s3 t7).";
        return Vector.of(
                row("6.1.192")
                        .id("fsdax/6.1.192+no-removal")
                        .within(Bounds.REMOVALS, 0)
                        .violated(5, "ACT-4")
                        .violated(6, "INV-1", "INV-1s")
                        .violated(9, "ACT-2")
                        .violated(14, "INV-4")
                        .violated(18, "LTL-1'", "LTL-1", "LTL-1u", "every pin wakes the waiter", "LTL-3")
                        .violated(20, "no deadlock")
                        .because(text, NO_REFERENCE + truncate),
                row("6.1.192")
                        .id("fsdax/6.1.192")
                        .violated(5, "ACT-4")
                        .violated(6, "INV-1", "INV-1s")
                        .violated(9, "ACT-2")
                        .violated(11, "INV-5s")
                        .violated(12, "INV-2", "ACT-1")
                        .violated(14, "INV-3", "INV-4")
                        .violated(15, "INV-5")
                        .violated(18, "LTL-1'")
                        .violated(26, "no deadlock")
                        .holds("LTL-2", "LTL-4")
                        .because(text, NO_REFERENCE + truncate + " Removal waits for no page, as in 6.1."));
    }

    /** XFS is told that the device is leaving: 6.7 to 6.14, and what 5.10 would have made of it. */
    private static Seq<Row> told() {
        String notify = "fs/xfs/xfs_notify_failure.c xfs_dax_notify_failure; 20230928103227.25055";
        return Vector.of(
                row("6.7-xfs")
                        .id("fsdax/6.7-xfs")
                        .violated(6, "INV-1", "INV-1s")
                        .violated(16, "INV-5s")
                        .violated(17, "INV-2", "ACT-1")
                        .violated(19, "INV-3")
                        .violated(20, "INV-5")
                        .because(
                                notify,
                                NO_REFERENCE
                                        + "The freeze does not stop read faults: one that is past f1 finds its index"
                                        + " visited already and the file system not yet shut down (INV-2: r0 r0a r0b,"
                                        + " f1-6 with f3 before r0f, r0f r0g, r1-6). Pins are not waited for (INV-3: s1"
                                        + " s2 as well; INV-5: then s3)."),
                row("6.7-xfs")
                        .id("fsdax/6.7-xfs+writes-only")
                        .with(Rules.WRITE_FAULTS_ONLY, true)
                        .violated(6, "INV-1", "INV-1s")
                        .violated(23, "INV-3", "ACT-1")
                        .violated(24, "INV-5", "INV-5s")
                        .because(
                                notify,
                                NO_REFERENCE
                                        + "Write faults are drained or fail, so that no PTE survives. Pins do (INV-3:"
                                        + " f1-8 s1 s2 r0 r0a r0b r0c r0e r0f r0g r1-6)."),
                row("5.10")
                        .id("fsdax/5.10+shootdown")
                        .with(Rules.SHOOTDOWN, true)
                        .with(Rules.IPI_FLUSH, true)
                        .violated(6, "INV-1", "INV-1s")
                        .violated(16, "INV-5s", "INV-6")
                        .violated(17, "INV-2", "ACT-1")
                        .violated(23, "INV-4")
                        .violated(26, "LTL-1'")
                        .violated(30, "no deadlock")
                        .because(
                                notify + "; never shipped with these counts",
                                NO_REFERENCE
                                        + "What 5.10 gets wrong stays wrong, five steps later: r0 r0a r0b r0f r0g, the"
                                        + " index visited before the fault. Pins are waited for (INV-3, INV-5)."));
    }

    /** The 2022 series, never merged. */
    private static Seq<Row> proposed() {
        String series = "166329930818.2786261 (series of 2022, second version)";
        return Vector.of(
                row("2022-v1")
                        .id("fsdax/2022-v1")
                        .violated(6, "INV-1", "INV-1s")
                        .violated(12, "LTL-2'")
                        .because(
                                "166225775968..., 166225780079... (series of 2022, first version)",
                                NO_REFERENCE
                                        + "A DAX entry holds the pagemap, so that removal waits for a truncate or an"
                                        + " eviction that may never come (LTL-2': f1-8 r1-4)."),
                row("2022-v1")
                        .id("fsdax/2022-v1+invalidate")
                        .within(Bounds.INVALIDATIONS, 1)
                        .violated(6, "INV-1", "INV-1s")
                        .violated(8, "INV-7")
                        .violated(12, "LTL-2'")
                        .violated(14, "INV-2", "ACT-1")
                        .violated(15, "INV-3", "INV-4", "INV-5", "INV-5s")
                        .because(
                                "Yxc9cTvcyjCt5NXS@nvidia.com",
                                NO_REFERENCE
                                        + "An entry that is deleted without a look at pins or PTEs lets go of the"
                                        + " pagemap under both (INV-7: f1-7 i2; INV-2: then r1-6; INV-3: and s1; INV-5:"
                                        + " s1 last), and hides the pin from truncate (INV-4: f1-8 s1 i2 t1 t3 t4 t10"
                                        + " t11)."),
                row("proposed")
                        .id("fsdax/proposed")
                        .violated(10, "INV-5s")
                        .violated(13, "LTL-2'", "LTL-2")
                        .holds("LTL-1", "every pin wakes the waiter", "LTL-3", "LTL-4")
                        .because(
                                series,
                                "Everything is counted, and what counts keeps the pagemap: removal is safe, and waits"
                                        + " for a program that may never unmap (LTL-2': f1-5 f6a-c f7 f8 r1-3). Only"
                                        + " f5, which writes page->mapping, comes before the page is held (INV-5s: f1-4"
                                        + " r1-3 r5 r6 f5)."),
                row("proposed")
                        .id("fsdax/proposed+never-unmapped")
                        .within(Bounds.MUNMAPS, 0)
                        .within(Bounds.TRUNCATES, 0)
                        .within(Bounds.SLOW_GUPS, 0)
                        .within(Bounds.FAST_GUPS, 0)
                        .violated(10, "INV-5s")
                        .violated(13, "LTL-2'", "LTL-2", "no deadlock")
                        .because(series, "With nobody to unmap, the same thirteen steps are a dead end."),
                row("proposed")
                        .id("fsdax/proposed+no-ipi-flush")
                        .with(Rules.IPI_FLUSH, false)
                        .violated(10, "INV-5s")
                        .violated(13, "LTL-2'")
                        .violated(17, "INV-5")
                        .because(
                                "20250603134738.GG386142@ziepe.ca",
                                "A walker may have read the PTE before it was cleared, and look at the page after it"
                                        + " has gone, when nothing makes the flush wait for it (INV-5: f1-5 f6a f6b g1"
                                        + " u1 u2 f6c r1-3 r5 r6 g3)."),
                row("proposed")
                        .id("fsdax/proposed+shootdown")
                        .with(Rules.SHOOTDOWN, true)
                        .violated(15, "INV-5s")
                        .violated(18, "LTL-2'", "LTL-2")
                        .because(
                                series,
                                "The window for read faults makes removal wait here, where it made it unsafe before"
                                        + " (LTL-2': r0 r0a r0b, f1-5 f6a-c f7 f8 with f3 before r0f, r0f r0g r1-3)."),
                row("proposed")
                        .id("fsdax/proposed+shootdown+writes-only")
                        .with(Rules.SHOOTDOWN, true)
                        .with(Rules.WRITE_FAULTS_ONLY, true)
                        .violated(26, "INV-5s")
                        .holds("LTL-1", "every pin wakes the waiter", "LTL-2", "LTL-3", "LTL-4")
                        .because(
                                series,
                                "Nothing is mapped again after the shootdown, so that removal ends. A truncate that"
                                        + " unmapped before it looks at a freed page after it (INV-5s: f1-8 as above,"
                                        + " r0 r0a-g, t1 t3, r1-3 r5 r6, t4)."));
    }

    /** PTEs hold references: 6.15 to 7.2. */
    private static Seq<Row> counted() {
        String merged = "38607c62b34b; 7.2 mm/memremap.c memunmap_pages, free_zone_device_folio";
        return Vector.of(
                row("7.2-ext4")
                        .id("fsdax/7.2-ext4+no-removal")
                        .within(Bounds.REMOVALS, 0)
                        .because(merged, "Every PTE and every pin is counted, and every last put wakes."),
                row("7.2-ext4")
                        .id("fsdax/7.2-ext4")
                        .violated(11, "INV-5s")
                        .violated(12, "INV-5")
                        .violated(13, "INV-2", "ACT-1")
                        .violated(14, "INV-3")
                        .holds("LTL-1", "LTL-1u", "every pin wakes the waiter", "LTL-2", "LTL-3", "LTL-4")
                        .because(
                                merged + "; recorded in 7.2.13",
                                "The counts are right, but removal does not wait for them: PTEs stay (INV-2: f1-5 f6a"
                                        + " f6b r1-6), pins stay (INV-3: and s1), a fault past its ALIVE test counts in"
                                        + " freed memory (INV-5: f1-5 r1-6 f6a)."),
                row("7.2-ext4")
                        .id("fsdax/7.2-ext4+mapped-again")
                        .within(Bounds.REMOVALS, 0)
                        .within(Bounds.FAULTS, 2)
                        .violated(26, "LTL-1p")
                        .violated(28, "LTL-1u", "LTL-3")
                        .violated(30, "no deadlock")
                        .holds("LTL-1", "every pin wakes the waiter", "LTL-4")
                        .because(
                                "recorded in 7.2.13",
                                "While a truncate sleeps its page may be mapped again; the put it waits for then leaves"
                                        + " the count of that PTE and wakes nobody. No wake-up is lost: the unmapping"
                                        + " will wake. But no pin is left (LTL-1p: f1-5 f6a-c f7 f8, u1, t1 t3-7, f1-5"
                                        + " f6a again, u2, f6b f6c; or a pin instead of a munmap caught between u1 and"
                                        + " u2, with t3p)."),
                row("7.2-xfs")
                        .id("fsdax/7.2-xfs")
                        .violated(16, "INV-5s")
                        .violated(17, "INV-5")
                        .violated(18, "INV-2", "ACT-1")
                        .violated(19, "INV-3")
                        .because(
                                merged + "; fs/xfs/xfs_notify_failure.c",
                                "As with ext4, five steps later, through the window"
                                        + " for read faults: r0 r0a r0b r0f r0g, the index visited before the fault."),
                row("7.2-xfs")
                        .id("fsdax/7.2-xfs+writes-only")
                        .with(Rules.WRITE_FAULTS_ONLY, true)
                        .violated(25, "INV-3", "ACT-1", "INV-5", "INV-5s")
                        .because(
                                merged + "; fs/xfs/xfs_notify_failure.c",
                                "No PTE survives the shootdown; a pin does (INV-3:"
                                        + " f1-5 f6a-c f7 f8 s1 r0 r0a-g r1-6), and so does the reference of a PTE that"
                                        + " a munmap has cleared (INV-5: f1-5 f6a-c f7 f8 u1 r0 r0a-c r0e-g r1-6"
                                        + " u2)."));
    }

    /**
     * Programs that fault and pin again and again: no truncate is safe from them, and no kernel promises that it is.
     */
    private static Seq<Row> starved() {
        String dropped = "fs/ext4/inode.c ext4_break_layouts; fs/dax.c dax_layout_busy_page_range";
        return Vector.of(
                starving("fsdax/6.1+starved", "6.1")
                        .violated(6, "INV-1", "INV-1s")
                        .violated(29, "LTL-3")
                        .never("INV-14")
                        .holds("LTL-1", "LTL-1u", "every pin wakes the waiter", "LTL-4")
                        .because(
                                dropped,
                                NO_REFERENCE
                                        + "Each pin is dropped and each wake-up arrives, but while the truncate is"
                                        + " without its lock the page is mapped again, and pinned before it is unmapped"
                                        + " again (LTL-3: f1-8 t1, then forever s1 s2 t3-6 s3 t7 f1-8 t8 t9 t5 t6)."),
                starving("fsdax/7.2-ext4+starved", "7.2-ext4")
                        .violated(27, "LTL-1p")
                        .violated(37, "LTL-1u", "LTL-3")
                        .never("INV-14")
                        .holds("LTL-1", "every pin wakes the waiter", "LTL-4")
                        .because(
                                "7.2 fs/dax.c dax_break_layout; recorded in 7.2.13",
                                "A mapping keeps the truncate asleep as well as a pin does, and faults take nothing"
                                        + " away (LTL-3: f1-5 f6a-c f7 f8 s1 t1 t3 t3p t4-7 f1-5 f6a f6b, then forever"
                                        + " f6c f7 f8 f1-5 f6a f6b s3 s1)."));
    }

    private static Row starving(String id, String variant) {
        return row(variant)
                .id(id)
                .within(Bounds.REMOVALS, 0)
                .within(Bounds.FAST_GUPS, 0)
                .within(Bounds.MUNMAPS, 0)
                .within(Bounds.REPEATS, 1);
    }

    /** Two of what is usually one: a file mapped twice, a truncate with two pages to look at. */
    private static Seq<Row> larger() {
        String twice = "A page that two address spaces map is still one page. ";
        String pages = "A pin on either of two pages is seen. ";
        return Vector.of(
                row("6.1")
                        .id("fsdax/6.1+two-mms")
                        .within(Bounds.REMOVALS, 0)
                        .within(Bounds.MMS, 2)
                        .within(Bounds.FAULTS, 2)
                        .within(Bounds.MUNMAPS, 2)
                        .violated(6, "INV-1", "INV-1s")
                        .holds("LTL-1", "every pin wakes the waiter", "LTL-5")
                        .because("6.1 fs/dax.c", twice + NO_REFERENCE),
                row("6.1")
                        .id("fsdax/6.1+two-pages")
                        .within(Bounds.REMOVALS, 0)
                        .within(Bounds.PAGES, 2)
                        .within(Bounds.FAULTS, 2)
                        .within(Bounds.SLOW_GUPS, 2)
                        .violated(6, "INV-1", "INV-1s")
                        .because("6.1 fs/dax.c dax_layout_busy_page_range", pages + NO_REFERENCE),
                row("7.2-ext4")
                        .id("fsdax/7.2-ext4+two-mms")
                        .within(Bounds.REMOVALS, 0)
                        .within(Bounds.MMS, 2)
                        .within(Bounds.FAULTS, 2)
                        .within(Bounds.MUNMAPS, 2)
                        .violated(27, "LTL-1p")
                        .violated(32, "no deadlock")
                        .because(
                                "7.2 fs/dax.c; recorded in 7.2.13",
                                twice + "As in mapped-again, with the PTEs of both to clear"
                                        + " (LTL-1p: one more t3). If both programs stay mapped for good, the truncate"
                                        + " sleeps for good."),
                row("7.2-ext4")
                        .id("fsdax/7.2-ext4+two-pages")
                        .within(Bounds.REMOVALS, 0)
                        .within(Bounds.PAGES, 2)
                        .within(Bounds.FAULTS, 2)
                        .within(Bounds.SLOW_GUPS, 2)
                        .because("7.2 fs/dax.c dax_break_layout", pages + "Every PTE and every pin is counted."));
    }
}
