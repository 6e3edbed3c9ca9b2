/**
 * File-system DAX: a page of persistent memory, mapped by faults, pinned by get_user_pages, given back by truncate,
 * removed with its device.
 *
 * <ul>
 *   <li>{@link pagelife.models.fsdax.FsdaxFamily}: the variants, from 5.10 to 7.2, and how to build one.
 *   <li>{@link pagelife.models.fsdax.Rule} and {@link pagelife.models.fsdax.Rules}: what differs between them.
 *   <li>{@link pagelife.models.fsdax.Bound} and {@link pagelife.models.fsdax.Bounds}: how many pages, files and address
 *       spaces, which actors run and how often.
 *   <li>The actors, each a sealed family of controls beside the class that lists its steps:
 *       {@link pagelife.models.fsdax.Fault} f1..f8, {@link pagelife.models.fsdax.Munmap} u1..u2,
 *       {@link pagelife.models.fsdax.SlowGup} s1..s3, {@link pagelife.models.fsdax.FastGup} g1..g6,
 *       {@link pagelife.models.fsdax.Truncate} t1..t12, {@link pagelife.models.fsdax.Removal} r0..r6,
 *       {@link pagelife.models.fsdax.Invalidate} i1..i4.
 *   <li>{@link pagelife.models.fsdax.FsdaxProtocol}: the model with handles on its cells and actors, for claims.
 * </ul>
 *
 * <p>What is left out, since nothing here depends on it: the inode lock (one truncate per file at a time),
 * {@code mmap_lock} (everybody takes it shared: what unmaps may be {@code MADV_DONTNEED}), huge pages, copy on write,
 * reflink, and the data itself.
 */
package pagelife.models.fsdax;
