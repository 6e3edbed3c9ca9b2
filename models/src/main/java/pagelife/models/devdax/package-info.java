/**
 * Device-dax: persistent memory as a character device, mapped in huge pages of one fixed size.
 *
 * <p>The story. Every struct page of device memory used to start with a base reference that removal put, one page after
 * the other. In July 2021 a series made the pages of a huge page one compound page, so that initialising 128 GiB takes
 * less than a millisecond. A put of a tail is a put of its head: the loop that was left alone put the head once per
 * page, and the second put met a count of 0 (BUG at include/linux/mm.h:748, in memunmap_pages). The fix goes by
 * compounds; then the pagemap must count compounds too, or removal never ends; and tails, which never see the page
 * allocator, must be set to 0 by hand. 5.18 stopped putting pages at all, and since then a pin does not keep the memory
 * map from going away.
 *
 * <ul>
 *   <li>{@link pagelife.models.devdax.DevdaxFamily}: rules, bounds, variants.
 *   <li>{@link pagelife.models.devdax.DevdaxOperations}, by their steps: {@code Memmap} d1..d5, {@code Fault} v1..v7,
 *       {@code Gup} s1..s2, {@code FastGup} g1..g5, {@link pagelife.models.parts.Unpin} s3,
 *       {@code MemoryFailure} m1..m6, {@code Removal} r1..r6.
 *   <li>{@link pagelife.models.devdax.YieldStride}: how often the put loop yields.
 *   <li>{@link pagelife.models.devdax.InitCost}: what initialisation costs.
 * </ul>
 *
 * <p>Left out: faults of other sizes than the fixed one (they are refused), splitting, the data.
 */
package pagelife.models.devdax;
