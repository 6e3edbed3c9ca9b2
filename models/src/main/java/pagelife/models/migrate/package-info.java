/**
 * Private anonymous memory that migrates to a page of a device.
 *
 * <p>The story. Seed 003 asks: a program maps private memory, the driver migrates it to a device page, the program
 * unmaps it: who puts the page? With a devmap entry: nobody. File-system DAX lives with that, since its pages are held
 * elsewhere; an anonymous page has no such holder, and leaks, and then the driver can never be unloaded. A
 * device-private page is referred to by a swap entry, and zap does the put. So the answer was not to set devmap on
 * pages that are counted right, and coherent memory landed that way. Later the CPU fault on a private page was found to
 * call the driver through a page it did not hold; with a reference it was safe, and made faults undo each other's
 * migrations, until they took the page lock first. Who did not get the lock spun in the kernel, while the holder waited
 * for work on the very CPU (migrate_device_unmap drains all CPUs before it replaces what collecting left, as of a page
 * that is mapped twice).
 *
 * <ul>
 *   <li>{@link pagelife.models.migrate.MigrateFamily}: rules, bounds, variants.
 *   <li>{@link pagelife.models.migrate.MigrateOperations}, by their steps: {@code Migrate} c1..c4f, {@code Programs}
 *       (fork k1, munmap c5, pin s1), {@link pagelife.models.parts.Unpin} s3, {@code CpuFault} p1..p7, {@code Removal}
 *       r3..r6.
 *   <li>{@link pagelife.models.migrate.Migration}: the model. Page P0 is the host's, P1 the device's.
 * </ul>
 *
 * <p>Left out: a second page of the program, the copy of the data, migration of forked memory. All variants count as
 * 6.1 does (a page in use counts from 0 and holds the pagemap); the bugs do not depend on it.
 */
package pagelife.models.migrate;
