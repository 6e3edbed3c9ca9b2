/**
 * Waiting for a page to become idle, and waking who waits: the primitive under truncate.
 *
 * <p>The story. A waiter queues, then looks, then sleeps; who drops a reference drops it, then looks for waiters, then
 * wakes. Turn one of the two orders round, let the two name different keys, wake at the wrong count, forget to queue
 * again, and there is a run in which the page is idle and the waiter sleeps forever. Seed 004 is the wrong count: pins
 * were released by "subtract and test zero", while FS-DAX pages are idle at 1.
 *
 * <p>{@link pagelife.models.waitwake.Waitwake} has the variants: the right protocol and nine mutants. Actors:
 * {@link pagelife.models.waitwake.Waiter} w0..w4, {@link pagelife.models.waitwake.Dropper} k0..k4. What each step does is a
 * call of {@link pagelife.models.kernel.WaitQueueHead}; in which order they come is the family's.
 */
package pagelife.models.waitwake;
