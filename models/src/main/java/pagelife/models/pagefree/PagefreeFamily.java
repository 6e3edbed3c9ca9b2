package pagelife.models.pagefree;

import pagelife.models.Rule;
import pagelife.models.TabledFamily;
import pagelife.models.TabledFamily.Table;

/** The free path of device pages, by type, from 4.18 to 7.2. */
public final class PagefreeFamily {
    static final Rule<Integer> LARGER_FOLIOS =
            Rule.number("largerFolios", "1: the driver may make the page the tail of a larger folio", 0, 1);

    private PagefreeFamily() {}

    /** The family. */
    public static TabledFamily<Pagefree> family() {
        return variants(TabledFamily.table("pagefree", "what happens when the last user of a device page lets go")
                        .rules(
                                Rules.ERA,
                                Rules.CLEARS,
                                Rules.CALLBACK,
                                Rules.RESETS_COUNT,
                                Rules.STATIC_KEY,
                                Rules.READS_PAGEMAP,
                                Rules.TELLS,
                                Rules.EXIT_PUTS)
                        .tasks(LARGER_FOLIOS)
                        .bound(Rules.TYPE))
                .madeBy((rules, bounds) -> Pagefree.usual(bounds), Pagefree::make);
    }

    private static Table variants(Table table) {
        return table.variant(
                        "4.18",
                        "the final put clears mapping for every managed type",
                        "until 4.18",
                        Rules.ERA.is(Era.V4_18))
                .variant(
                        "4.19",
                        "the free callback of HMM clears mapping (2fa147bdbf67)",
                        "4.19 to 5.2",
                        Rules.ERA.is(Era.V4_19))
                .variant("5.3-rc", "nobody clears mapping (b7a523109fb5)", "5.3-rc", Rules.ERA.is(Era.V5_3RC))
                .variant(
                        "5.4",
                        "the put path clears mapping of private pages (7ab0ad0e74f8)",
                        "5.3 to 5.5",
                        Rules.ERA.is(Era.V5_4))
                .variant(
                        "5.10",
                        "FS-DAX pages only wake (seed 002)",
                        "5.6 to 5.17, text of 5.10.223",
                        Rules.ERA.is(Era.V5_10))
                .variant(
                        "6.1",
                        "private pages count from 0 and hold the pagemap",
                        "5.18 to 6.1, text of 6.1.192",
                        Rules.ERA.is(Era.V6_1))
                .variant("6.12", "P2PDMA pages are freed too", "6.2 to 6.14, text of 6.12.107", Rules.ERA.is(Era.V6_12))
                .variant(
                        "7.2",
                        "everything but device-dax counts from 0",
                        "6.15 to 7.2, text of 7.2.13",
                        Rules.ERA.is(Era.V7_2))
                .bounded(
                        "late-pgmap",
                        "which pagemap to put is read from the page after the driver has it back",
                        "until CVE-2026-46277 was fixed",
                        LARGER_FOLIOS.is(1),
                        Rules.ERA.is(Era.V7_2),
                        Rules.READS_PAGEMAP.is(Rules.Reads.AFTER_FREE));
    }
}
