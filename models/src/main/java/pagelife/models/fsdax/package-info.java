/**
 * File-system DAX: a page of persistent memory, mapped by faults, pinned by get_user_pages, given back by truncate,
 * removed with its device.
 *
 * <ul>
 *   <li>{@link pagelife.models.fsdax.FsdaxFamily}: the variants, from 5.10 to 7.2.
 *   <li>{@link pagelife.models.fsdax.Rules}: what differs between them; {@link pagelife.models.fsdax.World}: how many
 *       pages, files and address spaces there are; {@link pagelife.models.fsdax.Bounds}: what tasks do unless a
 *       workload says so.
 *   <li>{@link pagelife.models.fsdax.FsdaxOperations}: what a task can be asked to do. Each operation is a class with
 *       the list of its steps: {@link pagelife.models.fsdax.Fault} f1..f8, {@code Munmap} u1..u2, {@code SlowGup}
 *       s1..s2, {@code FastGup} g1..g5, {@link pagelife.models.parts.Unpin} s3 (which is also g6), {@code FileTruncate}
 *       t1..t12 with {@link pagelife.models.parts.BusyWait}, {@link pagelife.models.fsdax.Removal} r0..r6 with
 *       {@code Shootdown}, {@code Invalidate} i1..i4. {@code Unmapping} is the part that the last ones share.
 *   <li>{@link pagelife.models.fsdax.FsdaxProtocol}: the model with handles on its cells and tasks, for claims.
 * </ul>
 *
 * <p>What is left out, since nothing here depends on it: the inode lock (one truncate per file at a time),
 * {@code mmap_lock} (everybody takes it shared: what unmaps may be {@code MADV_DONTNEED}), huge pages, fork and copy on
 * write, writeback, memory failure, eviction, {@code MAP_SYNC} faults, reflink, and the data itself. A fault takes the
 * freeze level and the invalidate lock in one step, f1; in the kernel it may hold the first while it waits for the
 * second.
 */
package pagelife.models.fsdax;
