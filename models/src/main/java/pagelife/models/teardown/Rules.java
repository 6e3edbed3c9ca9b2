package pagelife.models.teardown;

import pagelife.models.Choices;

/**
 * What this variant of tearing a pagemap down does.
 *
 * @param waitsFirst whether removal waits for references before the memmap goes
 * @param exitsLast whether the data of the reference is freed after the last lookup, or as soon as nobody holds it
 * @param failedGrabPuts whether fast GUP lets go of the pagemap when its grab fails
 * @param kvmPuts whether KVM puts what it has got from get_user_pages
 * @param failedInsertPuts whether P2PDMA lets go of the pagemap when a page cannot be mapped
 * @param drainsFirst whether I/O is drained before the mapping it uses goes
 */
record Rules(
        boolean waitsFirst,
        boolean exitsLast,
        boolean failedGrabPuts,
        boolean kvmPuts,
        boolean failedInsertPuts,
        boolean drainsFirst) {
    static Rules of(Choices rules) {
        return new Rules(
                rules.get("waits").equals("beforeRemoval"),
                rules.get("exits").equals("afterErase"),
                rules.on("failedGrabPuts"),
                rules.on("kvmPuts"),
                rules.on("failedInsertPuts"),
                rules.get("teardown").equals("drainFirst"));
    }
}
