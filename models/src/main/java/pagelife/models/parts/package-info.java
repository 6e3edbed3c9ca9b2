/**
 * What several families do alike, step by step: operations on the {@linkplain pagelife.models.page vocabulary} of page
 * lifetimes, each written once. What differs from family to family, and from era to era, a family hands in.
 *
 * <ul>
 *   <li>{@link pagelife.models.parts.SlowPin} s1..s2 and {@link pagelife.models.parts.FastPin} g1..g5: a task takes a
 *       pin, with locks and without.
 *   <li>{@link pagelife.models.parts.Unpin} s3: the pin ends.
 *   <li>{@link pagelife.models.parts.Insert}: a page-table entry is set, as every fault does in the end.
 *   <li>{@link pagelife.models.parts.Zap}: a page-table entry is cleared; {@link pagelife.models.parts.Unmap}: a range of
 *       them is, the TLB is flushed, and the references that were {@linkplain pagelife.models.parts.Gather gathered} go.
 *   <li>{@link pagelife.models.parts.Truncate} t1..t12: a file is unmapped, looked through for busy pages, emptied;
 *       {@link pagelife.models.parts.BusyWait} t5..t9: it queues, tests and sleeps until a {@link
 *       pagelife.models.parts.BusyPage} is idle.
 *   <li>{@link pagelife.models.parts.Memunmap} r3..r6: a pagemap goes; what comes before it is each removal's own.
 *   <li>{@link pagelife.models.parts.Calls}: what operations are called.
 * </ul>
 *
 * <p>What comes before the last step of a fault stays with its family: {@code fsdax} finds a page through a locked entry
 * of a file, {@code devdax} by its address inside SRCU, and {@code migrate} brings a page home. They share {@code Insert}
 * and locks, and no frame: {@code checker-core/decisions/0014-what-stays-there-twice.md}.
 *
 * <p>What a truncate does with one entry stays, too: {@code fsdax} queues for an entry that is locked and knows whether
 * every page was looked at in one hold of the lock, {@code layouts} passes over absent entries within a step and may
 * look at a page a second time.
 */
package pagelife.models.parts;
