/**
 * What happens when the last user of a device page lets go, by type of memory.
 *
 * <p>The story. One function served all types, and it grew the needs of HMM: clear flags, uncharge, set mapping to
 * NULL, call the driver. FS-DAX began to rely on page->mapping, so the clearing moved into HMM's callback
 * (2fa147bdbf67, 4.19); there it looked unused and went (b7a523109fb5, 5.3), until a page of a dead program was given
 * to the next one, whose reverse map then led nowhere: it came back in the put path, for private pages only
 * (7ab0ad0e74f8, 5.3). Seed 002 proposes what 5.10 has: everything of HMM behind "is device private", FS-DAX just
 * wakes. Once device folios could be large, what a page said after the driver had it back was no longer its own: a put
 * of the pagemap went to where the head of a tail stands (CVE-2026-46277).
 *
 * <ul>
 *   <li>{@link pagelife.models.pagefree.PagefreeFamily}: rules, bounds, variants.
 *   <li>{@link pagelife.models.pagefree.FreePath}: the dispatch table, era by era.
 *   <li>Users: {@code AnonUser} e1..e5, {@code FileUsers}, {@code PeerUser} p1..p4, and the driver that builds a
 *       {@code LargeFolio} h1..h2.
 * </ul>
 *
 * <p>Left out: the final put by memunmap (device-dax and FS-DAX families have it), flags, the anon-exclusive bit, which
 * is cleared wherever the mapping is.
 */
package pagelife.models.pagefree;
