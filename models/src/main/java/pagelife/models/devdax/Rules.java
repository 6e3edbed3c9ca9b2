package pagelife.models.devdax;

import pagelife.models.Choices;
import pagelife.models.Chosen;
import pagelife.models.Rule;

/** What a variant of device-dax does. */
public final class Rules extends Chosen {
    /** Whether the pages of one mapping are one compound page. */
    public static final Rule<Boolean> COMPOUND_MEMMAP =
            Rule.flag("compoundMemmap", "the pages of a huge page are one compound page", true);

    public static final Rule<Boolean> PTE_HOLDS_REFERENCE =
            Rule.flag("pteHoldsReference", "a page-table entry holds a reference", false);
    public static final Rule<BaseDrop> BASE_DROP = Rule.of(
            "baseDrop",
            "removal puts every compound, puts every page, or drops the pagemap's references in bulk",
            BaseDrop.EVERY_COMPOUND);
    public static final Rule<Unit> PAGEMAP_COUNTS =
            Rule.of("pagemapCounts", "what the pagemap takes a reference on itself for", Unit.COMPOUNDS);
    public static final Rule<Boolean> TAILS_CLEARED =
            Rule.flag("tailsCleared", "initialisation sets the count of tails to 0", true);
    public static final Rule<Boolean> TAIL_CHECK =
            Rule.flag("tailCheck", "removal looks at the counts of tails before the memmap goes", false);
    public static final Rule<Rounding> ADDRESS_ROUNDS =
            Rule.of("addressRounds", "how the address of a fault is rounded for page->index", Rounding.DOWN);
    public static final Rule<When> MAPPING_SET =
            Rule.of("mappingSet", "page->mapping is set before or after the entry", When.BEFORE);
    public static final Rule<Boolean> GUP_TAKES_PAGEMAP =
            Rule.flag("gupTakesPagemap", "GUP holds the pagemap while it grabs a page", true);
    public static final Rule<Boolean> GUP_RESOLVES_HEAD =
            Rule.flag("gupResolvesHead", "GUP counts on the head of a compound page", true);
    public static final Rule<Boolean> FAILED_GRAB_PUTS_PAGEMAP =
            Rule.flag("failedGrabPutsPagemap", "fast GUP lets go of the pagemap when its grab fails", true);
    public static final Rule<Boolean> FAULT_UNDER_SRCU =
            Rule.flag("faultUnderSrcu", "the srcu section of a fault lasts until the entry is set", true);
    public static final Rule<Boolean> IPI_FLUSH =
            Rule.flag("ipiFlush", "a TLB flush waits for CPUs that walk page tables with interrupts off", true);

    /** How {@code memunmap_pages} drops what {@code pagemap_range} took. */
    public enum BaseDrop {
        /** {@code put_page} of every compound. */
        EVERY_COMPOUND,
        /** {@code put_page} of every page. */
        EVERY_PAGE,
        /** {@code percpu_ref_put_many}; no page is looked at. */
        BULK
    }

    /** What the pagemap counts. */
    public enum Unit {
        /** One reference for each compound page. */
        COMPOUNDS,
        /** One reference for each page. */
        PAGES
    }

    /** How an address becomes that of a huge page. */
    public enum Rounding {
        /** {@code ALIGN_DOWN}. */
        DOWN,
        /** {@code ALIGN}. */
        UP
    }

    /** When a page is associated. */
    public enum When {
        /** Before it is mapped. */
        BEFORE,
        /** When it is mapped already. */
        AFTER
    }

    Rules(Choices chosen) {
        super(chosen);
    }

    /** Whether the pages of one mapping are one compound page. */
    public boolean compoundMemmap() {
        return is(COMPOUND_MEMMAP);
    }

    /** Whether a page is associated before it is mapped. */
    boolean mappingSetFirst() {
        return get(MAPPING_SET) == When.BEFORE;
    }

    /** By how many pages at once the base references go at removal, where huge pages have {@code align} pages. */
    int putStride(int align) {
        return get(BASE_DROP) == BaseDrop.EVERY_COMPOUND && compoundMemmap() ? align : 1;
    }

    /** Whether the last put of a page drops a reference of the pagemap ({@code __put_page}, until 5.17). */
    boolean waitsForPages() {
        return get(BASE_DROP) != BaseDrop.BULK;
    }

    /** How many references the pagemap takes on itself for what it manages: {@code pfn_len}. */
    int pagemapRefs(World world) {
        return get(PAGEMAP_COUNTS) == Unit.PAGES || !compoundMemmap()
                ? world.pages().size()
                : world.regions();
    }

    /** What is added to an address before it is rounded down to a huge page. */
    int roundingUp(int align) {
        return get(ADDRESS_ROUNDS) == Rounding.UP ? align - 1 : 0;
    }

    /** The kernel whose text this variant follows. */
    String version() {
        return is(PTE_HOLDS_REFERENCE) ? "7.2" : compoundMemmap() ? "6.1" : "5.10";
    }
}
