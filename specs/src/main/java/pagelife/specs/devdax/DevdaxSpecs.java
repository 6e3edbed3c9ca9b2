package pagelife.specs.devdax;

import static pagelife.specs.TabledSpecs.row;

import pagelife.models.devdax.Bounds;
import pagelife.models.devdax.Devdax;
import pagelife.models.devdax.DevdaxFamily;
import pagelife.models.devdax.Rules;
import pagelife.models.devdax.World;
import pagelife.specs.Renames;
import pagelife.specs.TabledSpecs;
import pagelife.specs.TabledSpecs.Row;
import pagelife.specs.claims.CountClaims;

/**
 * What we expect of device-dax: the put loops D0 to D5, from a cold start and from a mapped page. A cold start takes
 * d1, d2 (and d3, d4) and d5 first; then removal takes r1, r2, r2b, r3 to its loop.
 */
public final class DevdaxSpecs {
    private static final String COUNT = CountClaims.COUNT_SANE;
    private static final String STUCK = CountClaims.REMOVAL_NOT_STUCK;
    static final String SEED = "Message-ID 20210714193542.21857-13-joao.m.martins@oracle.com, reply of Dan Williams";

    private DevdaxSpecs() {}

    /** The table. */
    public static TabledSpecs<Devdax> table() {
        TabledSpecs<Devdax> empty = TabledSpecs.of(DevdaxFamily.family(), DevdaxClaims::all);
        return DevdaxBugs.rows(fastGup(later(series(coldLater(cold(empty)))))).withRenames(renames());
    }

    /** What became of the steps from one kernel to another. */
    private static Renames renames() {
        return Renames.NONE
                // before 5.14-rc1 mm/page_alloc.c memmap_init_zone_device initialises each page alike, and makes no
                // head
                .split("d3", "d2")
                .split("d4")
                // 6.15 holds no pagemap while it grabs: mm/gup.c calls get_dev_pagemap no more
                .split("s2")
                .split("g2")
                .split("g5")
                .split("g5x")
                .alike("insert_pfn_pmd", "vmf_insert_folio_pmd")
                .alike("dev_dax_huge_fault", "dax_set_mapping")
                .alike("follow_devmap_pmd", "follow_huge_pmd")
                .alike("__gup_device_huge", "gup_fast_pmd_leaf");
    }

    private static TabledSpecs<Devdax> cold(TabledSpecs<Devdax> table) {
        return table.and(uncounted("5.10", 8)
                        .violated(DevdaxClaims.MAP_ASSOC, 8)
                        .cites("mm/memremap.c memunmap_pages, drivers/dax/device.c, 5.10.223")
                        .why("loop D0: entries hold no reference, mapping is set after them; pins are waited for"))
                .and(uncounted("5.14-rc1", 9)
                        .violated(DevdaxClaims.MAP_ASSOC, 9)
                        .violated(COUNT, 11)
                        .violated(DevdaxClaims.TAIL_ZERO, 5)
                        .violated(CountClaims.COUNT_IS_OWNERS, 5)
                        .violated(DevdaxClaims.PIN_PAGEMAP, 21)
                        .cites(SEED)
                        .why("loop D1, DB1, DB3: the BUG at include/linux/mm.h:748; the second put may be a pin's"))
                .and(uncounted("5.14-stride", 9)
                        .violated(DevdaxClaims.MAP_ASSOC, 9)
                        .violated(STUCK, 14)
                        .never("the device can be removed")
                        .never(DevdaxClaims.PTE_PAGEMAP)
                        .never(DevdaxClaims.PIN_PAGEMAP)
                        .cites("mm/memremap.c pagemap_range, 5.17: pfn_len")
                        .why("loop D2, DB2: removal never ends"))
                .and(uncounted("5.17", 10)
                        .cites("c4386bd8ee3a, mm/memremap.c, 5.17")
                        .why("loop D3: entries hold no reference, everything else is in order"));
    }

    private static TabledSpecs<Devdax> coldLater(TabledSpecs<Devdax> table) {
        return table.and(unwaited(uncounted("5.18", 10), 20)
                        .cites("27674ef6c73f (5.18)")
                        .why("loop D4: pins are not waited for"))
                .and(unwaited(uncounted("6.12", 10), 20)
                        .cites("27674ef6c73f (5.18)")
                        .why("loop D4: pins are not waited for"))
                .and(unwaited(row("6.15"), 21)
                        .cites("aed877c2b425 (6.15)")
                        .why("loop D5: entries hold references, pins are not waited for"))
                .and(unwaited(row("7.2"), 20)
                        .cites("aed877c2b425 (6.15), fd2825b0760a (6.17); mm/memremap.c, 7.2.13")
                        .why("loop D5 without s2"));
    }

    private static Row uncounted(String variant, int mapped) {
        return row(variant).violated(DevdaxClaims.PTE_REF, mapped);
    }

    private static Row unwaited(Row row, int removed) {
        return row.violated(DevdaxClaims.PIN_PAGEMAP, removed).violated(COUNT, removed + 1);
    }

    private static TabledSpecs<Devdax> series(TabledSpecs<Devdax> table) {
        return table.and(putLoop("5.14-rc1", 11, 5)
                        .label("removal")
                        .why("loop D1, DB1 and DB3: init, r1 to r3, and the second put meets a count of 0"))
                .and(putLoop("5.14-rc1", 13, 7)
                        .within(Bounds.ALIGN, 4)
                        .label("removal-of-four")
                        .why("the second put is the one too many, however large the huge page"))
                .and(row("5.14-rc1")
                        .label("tails-cleared")
                        .with(Rules.TAILS_CLEARED, true)
                        .within(Bounds.FAULTS, 0)
                        .within(Bounds.GUPS, 0)
                        .violated(COUNT, 11)
                        .violated(CountClaims.COUNT_IS_OWNERS, 11)
                        .cites(SEED)
                        .why("setting the count of tails to 0 is not what the BUG was about"))
                .and(row("5.14-stride")
                        .label("removal")
                        .within(Bounds.FAULTS, 0)
                        .within(Bounds.GUPS, 0)
                        .violated(STUCK, 10)
                        .never("the device can be removed")
                        .cites("mm/memremap.c pagemap_range, 5.17: pfn_len")
                        .why("loop D2, DB2: the pagemap took a reference per page and gives one back per compound"));
    }

    /** A row that begins with the first huge page mapped. */
    static Row mapped(String variant, String label) {
        return row(variant)
                .label(label)
                .within(Bounds.START, World.Start.MAPPED)
                .within(Bounds.FAULTS, 0);
    }

    /** As {@link #mapped}, with a pin by get_user_pages_fast. */
    static Row fastGup(String variant, String label) {
        return mapped(variant, label).within(Bounds.GUPS, 0).within(Bounds.FAST_GUPS, 1);
    }

    private static Row putLoop(String variant, int secondPut, int initialised) {
        return row(variant)
                .within(Bounds.FAULTS, 0)
                .within(Bounds.GUPS, 0)
                .violated(COUNT, secondPut)
                .violated(DevdaxClaims.TAIL_ZERO, initialised)
                .violated(CountClaims.COUNT_IS_OWNERS, initialised)
                .cites(SEED);
    }

    private static TabledSpecs<Devdax> later(TabledSpecs<Devdax> table) {
        String bulk =
                "no page is waited for: the pin survives the memory map (DB7), and unpinning touches freed memory";
        return table.and(mapped("5.18", "mapped")
                        .violated(DevdaxClaims.PTE_REF, 0)
                        .violated(DevdaxClaims.PIN_PAGEMAP, 9)
                        .violated(COUNT, 10)
                        .cites("27674ef6c73f (5.18)")
                        .why("loop D4: " + bulk))
                .and(mapped("6.15", "mapped")
                        .violated(DevdaxClaims.PIN_PAGEMAP, 10)
                        .violated(COUNT, 11)
                        .cites("aed877c2b425 (6.15)")
                        .why("loop D5: " + bulk + "; the entry's reference is dropped in a step of its own"))
                .and(mapped("7.2", "mapped")
                        .violated(DevdaxClaims.PIN_PAGEMAP, 9)
                        .violated(COUNT, 10)
                        .cites("aed877c2b425 (6.15), fd2825b0760a (6.17); mm/memremap.c, 7.2.13")
                        .why("loop D5: " + bulk + "; GUP has no s2 any more"));
    }

    private static TabledSpecs<Devdax> fastGup(TabledSpecs<Devdax> table) {
        return table.and(fastGup("7.2", "fast-GUP")
                        .violated(DevdaxClaims.PIN_PAGEMAP, 11)
                        .violated(COUNT, 12)
                        .cites("mm/gup.c, mm/memremap.c, 7.2.13")
                        .why("the same through get_user_pages_fast; the flush waits for its walk"))
                .and(fastGup("7.2", "fast-GUP-without-interrupts")
                        .with(Rules.IPI_FLUSH, false)
                        .violated(DevdaxClaims.PIN_PAGEMAP, 11)
                        .violated(COUNT, 10)
                        .cites("20250603134738.GG386142@ziepe.ca")
                        .why("C-5 for device-dax: the grab itself may touch freed memory"));
    }
}
