/**
 * The order in which a device's memory is torn down, and references that were forgotten.
 *
 * <p>The story. Removal must wait for who still uses the pages, then take the memory map away, then see that nobody can
 * find the pagemap, and free it last. Once it took the memory map away before it waited; once it freed the reference
 * while a lookup could still find it; once, without struct pages, the mapping went before the I/O through it. The other
 * half of the family are users that forgot a put: KVM, which took device pages for reserved memory; the fast path of
 * get_user_pages, when its grab failed; P2PDMA, when a page could not be mapped. Then removal waits forever.
 *
 * <ul>
 *   <li>{@link pagelife.models.teardown.TeardownFamily}: rules, bounds, variants.
 *   <li>{@link pagelife.models.teardown.Teardown}: the model. Removal r3..r7; pin and KVM s1..s3, lookup x1..x3, fast
 *       GUP g2..g6, peer p1..p4; without struct pages I/O b1..b3 and unbind d1..d3.
 * </ul>
 *
 * <p>Left out: page tables, which the device-dax and FS-DAX families have; every variant counts pages as 5.10 does.
 */
package pagelife.models.teardown;
