package pagelife.specs.pagefree;

import static pagelife.specs.TabledSpecs.row;

import pagelife.models.pagefree.Pagefree;
import pagelife.models.pagefree.PagefreeFamily;
import pagelife.specs.TabledSpecs;
import pagelife.specs.TabledSpecs.Row;
import pagelife.specs.claims.CountClaims;

/** What we expect of the free path. */
public final class PagefreeSpecs {
    private static final String KEPT_MAPPING = "2fa147bdbf67 (4.19)";
    private static final String REUSED_MAPPING = "b7a523109fb5 (5.3-rc), 7ab0ad0e74f8 (5.3)";

    private PagefreeSpecs() {}

    /** The table. */
    public static TabledSpecs<Pagefree> table() {
        return mutants(later(commits(TabledSpecs.of(PagefreeFamily.family(), PagefreeClaims::all))));
    }

    private static TabledSpecs<Pagefree> commits(TabledSpecs<Pagefree> table) {
        String read = "mm/memremap.c __put_devmap_managed_page, 02fce139fd14";
        return table.and(row("4.18").cites(KEPT_MAPPING).why("private pages are free and clean"))
                .and(clearedByUnpin(row("4.18").label("FS-DAX").bounds("type=fsdax"))
                        .cites(KEPT_MAPPING)
                        .why("fault, s1, s3: the end of a pin takes the page from its file"))
                .and(row("4.19").cites(KEPT_MAPPING).why("the callback of HMM clears private pages"))
                .and(row("4.19")
                        .label("FS-DAX")
                        .bounds("type=fsdax")
                        .cites(KEPT_MAPPING)
                        .why("a pin's end leaves the page with its file"))
                .and(keptMapping(row("5.3-rc"))
                        .cites(REUSED_MAPPING)
                        .why("A exits, its page is free with its mapping, B gets it and its reverse map leads to A"))
                .and(row("5.4").cites(read).why("cleared again, for private pages only"))
                .and(row("5.4").label("FS-DAX").bounds("type=fsdax").cites(read).why("and kept for files"));
    }

    private static Row clearedByUnpin(Row row) {
        return row.violated(PagefreeClaims.MAP_ASSOC, 3).violated(PagefreeClaims.KEEPS_FILE, 3);
    }

    private static Row keptMapping(Row row) {
        return row.violated(PagefreeClaims.FREE_CLEAN, 2)
                .violated(PagefreeClaims.HANDED_OUT_UNUSED, 3)
                .violated(PagefreeClaims.MAP_ASSOC, 3)
                .violated(PagefreeClaims.NOT_STUCK, 4);
    }

    private static TabledSpecs<Pagefree> later(TabledSpecs<Pagefree> table) {
        TabledSpecs<Pagefree> all = table;
        for (String era : new String[] {"5.10", "6.1", "7.2"}) {
            String read = "mm/memremap.c, " + era;
            all = all.and(row(era).cites(read).why("private pages are free and clean"))
                    .and(row(era).label("FS-DAX")
                            .bounds("type=fsdax")
                            .cites(read)
                            .why("only a truncate takes a page from its file"));
        }
        for (String era : new String[] {"6.1", "7.2"}) {
            all = all.and(row(era).label("coherent")
                    .bounds("type=coherent")
                    .cites("mm/memremap.c, " + era)
                    .why("coherent pages are freed as private ones are"));
        }
        String late = "CVE-2026-46277";
        all = all.and(row("late-pgmap")
                        .violated(CountClaims.PGREF_CONSERVE, 4)
                        .violated(PagefreeClaims.PUTS_PAGEMAP, 4)
                        .cites(late)
                        .why("A goes, the driver makes the page a tail, and A's put of the pagemap goes to the head"))
                .and(row("7.2")
                        .label("larger-folios")
                        .bounds("largerFolios=1")
                        .cites(late)
                        .why("read before the driver has the page back"));
        all = all.and(row("6.12").cites("mm/memremap.c, 6.12").why("private pages are free and clean"));
        for (String era : new String[] {"6.12", "7.2"}) {
            all = all.and(row(era).label("P2PDMA")
                    .bounds("type=p2pdma")
                    .cites("drivers/pci/p2pdma.c p2pmem_alloc_mmap, " + era)
                    .why("memory of a peer can be mapped again and again"));
        }
        return all;
    }

    private static TabledSpecs<Pagefree> mutants(TabledSpecs<Pagefree> table) {
        String refactoring = "seed 002 (13 Nov 2019), mm/memremap.c free_devmap_managed_page, 5.10";
        return table.and(clearedByUnpin(row("5.10")
                                .label("clears-always")
                                .rules("clears=always")
                                .bounds("type=fsdax"))
                        .cites(KEPT_MAPPING)
                        .why("mutant M11"))
                .and(keptMapping(row("5.10").label("clears-never").rules("clears=never"))
                        .cites(REUSED_MAPPING)
                        .why("mutant M12"))
                .and(row("5.10")
                        .label("callback-first")
                        .rules("callback=first")
                        .violated(PagefreeClaims.FREE_CLEAN, 2)
                        .violated(PagefreeClaims.HANDED_OUT_UNUSED, 3)
                        .violated(PagefreeClaims.MAP_ASSOC, 3)
                        .violated(PagefreeClaims.NOT_STUCK, 5)
                        .cites(refactoring)
                        .why("the driver hands the page out again before its mapping is cleared"))
                .and(row("5.10")
                        .label("key-off")
                        .rules("staticKey=off")
                        .violated(PagefreeClaims.NOT_STUCK, 2)
                        .never(PagefreeClaims.NO_LEAK)
                        .never(PagefreeClaims.REUSED)
                        .cites(refactoring)
                        .why("no put looks for device pages, so the driver never gets its page back"))
                .and(row("5.10")
                        .label("tells-the-driver")
                        .rules("tells=other")
                        .bounds("type=fsdax")
                        .violated(PagefreeClaims.TELLS, 3)
                        .cites(refactoring)
                        .why("a mutant: without the test of the type the driver's callback is called for"
                                + " a file's page"))
                .and(row("6.1")
                        .label("put-twice")
                        .rules("exitPuts=twice")
                        .violated(CountClaims.COUNT_SANE, 2)
                        .violated(CountClaims.COUNT_IS_OWNERS, 2)
                        .violated(PagefreeClaims.HANDED_OUT_UNUSED, 3)
                        .violated(PagefreeClaims.NO_LEAK, 5)
                        .cites("mm/memory.c zap_pte_range, 6.1")
                        .why("a mutant: a put too many goes below 0"))
                .and(row("6.12")
                        .label("count-not-reset")
                        .rules("resetsCount=off")
                        .bounds("type=p2pdma")
                        .violated(CountClaims.COUNT_IS_OWNERS, 4)
                        .violated(PagefreeClaims.HANDED_OUT_UNUSED, 5)
                        .violated(PagefreeClaims.NO_LEAK, 7)
                        .cites("mm/memremap.c free_zone_device_folio, 6.12")
                        .why("the next user meets a count of 0 and cannot map the page"));
    }
}
