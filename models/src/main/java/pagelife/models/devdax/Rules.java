package pagelife.models.devdax;

import java.util.Locale;
import pagelife.models.Choices;

/**
 * What this variant of device-dax does.
 *
 * @param compoundMemmap whether the pages of one mapping are one compound page
 * @param pteHoldsReference whether a page-table entry holds a reference
 * @param baseDrop how the base references go at removal
 * @param pagemapCountsPages whether the pagemap takes a reference per page, not per compound
 * @param tailsCleared whether initialisation sets the count of tails to 0
 * @param tailCheck whether removal looks at the counts of tails before the memmap goes
 * @param addressRoundsUp whether the address of a fault is rounded up to its huge page
 * @param mappingSetFirst whether a page is associated before it is mapped
 * @param gupTakesPagemap whether get_user_pages holds the pagemap while it grabs
 * @param gupResolvesHead whether get_user_pages counts on the head
 * @param failedGrabPutsPagemap whether fast GUP lets go of the pagemap when its grab fails
 * @param faultUnderSrcu whether the srcu section of a fault lasts until the entry is set
 * @param ipiFlush whether a TLB flush waits for page-table walkers with interrupts off
 */
public record Rules(
        boolean compoundMemmap,
        boolean pteHoldsReference,
        BaseDrop baseDrop,
        boolean pagemapCountsPages,
        boolean tailsCleared,
        boolean tailCheck,
        boolean addressRoundsUp,
        boolean mappingSetFirst,
        boolean gupTakesPagemap,
        boolean gupResolvesHead,
        boolean failedGrabPutsPagemap,
        boolean faultUnderSrcu,
        boolean ipiFlush) {

    /** How {@code memunmap_pages} drops what {@code pagemap_range} took. */
    public enum BaseDrop {
        /** {@code put_page} of every page. */
        EVERYPAGE,
        /** {@code put_page} of every compound. */
        EVERYCOMPOUND,
        /** {@code percpu_ref_put_many}; no page is looked at. */
        BULK
    }

    static Rules of(Choices rules) {
        return new Rules(
                rules.on("compoundMemmap"),
                rules.on("pteHoldsReference"),
                BaseDrop.valueOf(rules.get("baseDrop").toUpperCase(Locale.ROOT)),
                rules.get("pagemapCounts").equals("pages"),
                rules.on("tailsCleared"),
                rules.on("tailCheck"),
                rules.get("addressRounds").equals("up"),
                rules.get("mappingSet").equals("before"),
                rules.on("gupTakesPagemap"),
                rules.on("gupResolvesHead"),
                rules.on("failedGrabPutsPagemap"),
                rules.on("faultUnderSrcu"),
                rules.on("ipiFlush"));
    }

    /** The kernel whose text this variant follows. */
    String version() {
        return pteHoldsReference ? "7.2" : compoundMemmap ? "6.1" : "5.10";
    }
}
