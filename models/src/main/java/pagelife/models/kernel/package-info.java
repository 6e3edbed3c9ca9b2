/**
 * The kernel's primitives, to write protocols with: each a handle on a cell, with the kernel's names and the kernel's
 * meaning, its source said. A call is what the kernel does at once; what takes it several steps is a part of a script,
 * to be put in with {@link pagelife.checker.model.Script#with}.
 *
 * <ul>
 *   <li>Counts: {@link pagelife.models.kernel.Atomic}, {@link pagelife.models.kernel.Refcount},
 *       {@link pagelife.models.kernel.Kref}, {@link pagelife.models.kernel.FolioRef},
 *       {@link pagelife.models.kernel.PercpuRef}. All but the first take the owner of each reference, and tell it, so
 *       that a counterexample comes with a ledger; {@code in(books)} enters them in the books, {@code heldBy} says what
 *       a task holds at a place.
 *   <li>Sleeping and waking: {@link pagelife.models.kernel.WaitQueueHead}, {@link pagelife.models.kernel.Completion}.
 *   <li>Locks: {@link pagelife.models.kernel.Mutex}, {@link pagelife.models.kernel.SpinLock},
 *       {@link pagelife.models.kernel.RwSem}, {@link pagelife.models.kernel.FolioLock},
 *       {@link pagelife.models.kernel.DaxEntryBit}, with its queue {@link pagelife.models.kernel.DaxEntryLock},
 *       {@link pagelife.models.kernel.Seqcount}.
 *   <li>Later: {@link pagelife.models.kernel.Rcu}, {@link pagelife.models.kernel.Work},
 *       {@link pagelife.models.kernel.Timer}. Each declares who does what was put off.
 *   <li>Memory: {@link pagelife.models.kernel.PageAllocator}, {@link pagelife.models.kernel.Memory} with its barriers,
 *       {@link pagelife.models.kernel.StaticKey}.
 * </ul>
 *
 * <p>A misuse that the kernel answers with a warning or a BUG is an {@link IllegalStateException} that says so.
 */
package pagelife.models.kernel;
