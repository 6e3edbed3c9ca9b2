/**
 * How truncate makes sure that nobody uses the pages whose blocks it is about to free.
 *
 * <p>The story. Until 4.18 it did not, and DMA went into other people's files. Since then it unmaps the file, scans its
 * entries for a page with other users, sleeps until that one is idle, and begins again. Almost every word of that was
 * got wrong once: "begins again" only if it slept; "its entries" without the locked ones, then with a wait that moved
 * on all the same; "the file" only while somebody maps it, or, for virtio-fs, only its first page; and the end of an
 * inode went round it altogether. Each takes two pages and two pins to see.
 *
 * <ul>
 *   <li>{@link pagelife.models.layouts.LayoutsFamily}: rules, bounds, variants.
 *   <li>{@link pagelife.models.layouts.LayoutsOperations}, by their steps: {@code FileTruncate} t1..t12 with
 *       {@link pagelife.models.parts.BusyWait}, {@code Users} (pin s1, munmap u1..u2, a fault),
 *       {@link pagelife.models.parts.Unpin} s3, {@code Writers} (writeback w1..w4, eviction e0..e2).
 *   <li>{@link pagelife.models.layouts.Layouts}: the model.
 * </ul>
 *
 * <p>It begins with all pages mapped. Left out, since the FS-DAX family has them: the fault step by step, fast GUP,
 * signals, the removal of the device.
 */
package pagelife.models.layouts;
