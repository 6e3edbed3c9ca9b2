package pagelife.models.devdax;

import pagelife.models.TabledFamily;
import pagelife.models.TabledFamily.Table;

/** Device-dax, from 5.10 to 7.2. */
public final class DevdaxFamily {
    private DevdaxFamily() {}

    /** The family. The usual rules are those of 5.17, its bugs apart. */
    public static TabledFamily<Devdax> family() {
        return variants(bounds(rules(TabledFamily.table(
                        "devdax",
                        "device-dax: huge pages with compound struct pages, from memmap initialisation to removal"))))
                .madeBy(Devdax::make);
    }

    private static Table rules(Table table) {
        return table.rule("compoundMemmap", "the pages of a huge page are one compound page", "on off")
                .rule("pteHoldsReference", "a page-table entry holds a reference", "off on")
                .rule(
                        "baseDrop",
                        "removal puts every compound, puts every page, or drops the pagemap's references in" + " bulk",
                        "everyCompound everyPage bulk")
                .rule("pagemapCounts", "what the pagemap takes a reference on itself for", "compounds pages")
                .rule("tailsCleared", "initialisation sets the count of tails to 0", "on off")
                .rule("tailCheck", "removal looks at the counts of tails before the memmap goes", "off on")
                .rule("addressRounds", "how the address of a fault is rounded for page->index", "down up")
                .rule("mappingSet", "page->mapping is set before or after the entry", "before after")
                .rule("gupTakesPagemap", "GUP holds the pagemap while it grabs a page", "on off")
                .rule("gupResolvesHead", "GUP counts on the head of a compound page", "on off")
                .rule("failedGrabPutsPagemap", "fast GUP lets go of the pagemap when its grab fails", "on off")
                .rule("faultUnderSrcu", "the srcu section of a fault lasts until the entry is set", "on off")
                .rule("ipiFlush", "a TLB flush waits for CPUs that walk page tables with interrupts off", "on off");
    }

    private static Table bounds(Table table) {
        return table.bound("align", "pages of a huge page", "2 1 4")
                .bound("regions", "huge pages of the device", "1 2")
                .bound("mms", "address spaces that map the device", "1 2")
                .bound(
                        "start",
                        "before initialisation, ready for use, or with the first page mapped",
                        "cold ready mapped")
                .bound("faults", "page faults, spread over address spaces, then over huge pages", "1 0 2")
                .bound("unaligned", "1: programs touch any address of a huge page", "0 1")
                .bound("gups", "pins by get_user_pages under locks", "1 0 2")
                .bound("fastGups", "pins by get_user_pages_fast", "0 1 2")
                .bound("memoryFailures", "machine checks", "0 1")
                .bound("removals", "1: the device is removed", "1 0");
    }

    private static Table variants(Table table) {
        String seed = "baseDrop=everyPage tailsCleared=off mappingSet=after addressRounds=up";
        return table.variant(
                        "5.10",
                        "base pages; removal puts every page and waits for them",
                        "5.10 to 5.16",
                        "compoundMemmap=off baseDrop=everyPage mappingSet=after")
                .variant(
                        "5.12",
                        "as 5.10, and a failed grab of fast GUP keeps the pagemap",
                        "until 5.12",
                        "compoundMemmap=off baseDrop=everyPage mappingSet=after failedGrabPutsPagemap=off")
                .variant(
                        "5.14-rc1",
                        "the compound series of July 2021 as posted: every page is put, tails start at 1",
                        "5.14-rc1 with the series, version 3",
                        seed)
                .variant(
                        "5.14-stride",
                        "as 5.14-rc1 with the stride fixed, but a pagemap reference per page",
                        "never: half of the fix",
                        seed + " baseDrop=everyCompound tailsCleared=on pagemapCounts=pages")
                .variant("5.17", "compound pages as landed: every compound is put", "5.17", "addressRounds=up")
                .variant(
                        "5.18",
                        "references of the pagemap are dropped in bulk, no page is waited for",
                        "5.18 to 6.11",
                        "baseDrop=bulk addressRounds=up")
                .variant("6.12", "as 5.18, addresses rounded down", "6.12 to 6.14", "baseDrop=bulk")
                .variant(
                        "6.15",
                        "page-table entries hold references",
                        "6.15 to 6.16",
                        "baseDrop=bulk pteHoldsReference=on")
                .variant(
                        "7.2",
                        "as 6.15; GUP does not know the pagemap",
                        "6.17 to 7.2",
                        "baseDrop=bulk pteHoldsReference=on gupTakesPagemap=off");
    }
}
