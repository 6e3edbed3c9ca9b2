package pagelife.models.devdax;

import static pagelife.models.devdax.Rules.ADDRESS_ROUNDS;
import static pagelife.models.devdax.Rules.BASE_DROP;
import static pagelife.models.devdax.Rules.COMPOUND_MEMMAP;
import static pagelife.models.devdax.Rules.FAILED_GRAB_PUTS_PAGEMAP;
import static pagelife.models.devdax.Rules.GUP_TAKES_PAGEMAP;
import static pagelife.models.devdax.Rules.MAPPING_SET;
import static pagelife.models.devdax.Rules.PAGEMAP_COUNTS;
import static pagelife.models.devdax.Rules.PTE_HOLDS_REFERENCE;
import static pagelife.models.devdax.Rules.TAILS_CLEARED;

import pagelife.models.Settings;
import pagelife.models.TabledFamily;
import pagelife.models.TabledFamily.Table;
import pagelife.models.devdax.Rules.BaseDrop;

/** Device-dax, from 5.10 to 7.2. */
public final class DevdaxFamily {
    private static final Settings BASE_PAGES =
            COMPOUND_MEMMAP.is(false).and(BASE_DROP.is(BaseDrop.EVERY_PAGE)).and(MAPPING_SET.is(Rules.When.AFTER));
    private static final Settings ROUNDED_UP = ADDRESS_ROUNDS.is(Rules.Rounding.UP);
    private static final Settings SEED = BASE_DROP
            .is(BaseDrop.EVERY_PAGE)
            .and(TAILS_CLEARED.is(false))
            .and(MAPPING_SET.is(Rules.When.AFTER))
            .and(ROUNDED_UP);
    private static final Settings BULK = BASE_DROP.is(BaseDrop.BULK);
    private static final Settings COUNTED = BULK.and(PTE_HOLDS_REFERENCE.is(true));

    private DevdaxFamily() {}

    /** The family. The usual rules are those of 5.17, its bugs apart. */
    public static TabledFamily<Devdax> family() {
        return variants(bounds(rules(TabledFamily.table(
                        "devdax",
                        "device-dax: huge pages with compound struct pages, from memmap initialisation to removal"))))
                .madeBy((rules, bounds) -> Bounds.usual(bounds), Devdax::make);
    }

    private static Table rules(Table table) {
        return table.rules(
                COMPOUND_MEMMAP,
                PTE_HOLDS_REFERENCE,
                BASE_DROP,
                PAGEMAP_COUNTS,
                TAILS_CLEARED,
                Rules.TAIL_CHECK,
                ADDRESS_ROUNDS,
                MAPPING_SET,
                GUP_TAKES_PAGEMAP,
                Rules.GUP_RESOLVES_HEAD,
                FAILED_GRAB_PUTS_PAGEMAP,
                Rules.FAULT_UNDER_SRCU,
                Rules.IPI_FLUSH);
    }

    private static Table bounds(Table table) {
        return table.bound(Bounds.ALIGN)
                .bound(Bounds.REGIONS)
                .bound(Bounds.MMS)
                .bound(Bounds.START)
                .tasks(Bounds.FAULTS)
                .tasks(Bounds.UNALIGNED)
                .tasks(Bounds.GUPS)
                .tasks(Bounds.FAST_GUPS)
                .tasks(Bounds.MEMORY_FAILURES)
                .tasks(Bounds.REMOVALS);
    }

    private static Table variants(Table table) {
        return table.variant(
                        "5.10", "base pages; removal puts every page and waits for them", "5.10 to 5.16", BASE_PAGES)
                .variant(
                        "5.12",
                        "as 5.10, and a failed grab of fast GUP keeps the pagemap",
                        "until 5.12",
                        BASE_PAGES,
                        FAILED_GRAB_PUTS_PAGEMAP.is(false))
                .variant(
                        "5.14-rc1",
                        "the compound series of July 2021 as posted: every page is put, tails start at 1",
                        "5.14-rc1 with the series, version 3",
                        SEED)
                .variant(
                        "5.14-stride",
                        "as 5.14-rc1 with the stride fixed, but a pagemap reference per page",
                        "never: half of the fix",
                        SEED,
                        BASE_DROP.is(BaseDrop.EVERY_COMPOUND),
                        TAILS_CLEARED.is(true),
                        PAGEMAP_COUNTS.is(Rules.Unit.PAGES))
                .variant("5.17", "compound pages as landed: every compound is put", "5.17", ROUNDED_UP)
                .variant(
                        "5.18",
                        "references of the pagemap are dropped in bulk, no page is waited for",
                        "5.18 to 6.11",
                        BULK,
                        ROUNDED_UP)
                .variant("6.12", "as 5.18, addresses rounded down", "6.12 to 6.14", BULK)
                .variant("6.15", "page-table entries hold references", "6.15 to 6.16", COUNTED)
                .variant(
                        "7.2",
                        "as 6.15; GUP does not know the pagemap",
                        "6.17 to 7.2",
                        COUNTED,
                        GUP_TAKES_PAGEMAP.is(false));
    }
}
