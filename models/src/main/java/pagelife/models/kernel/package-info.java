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
 * <p>A lookup that takes a reference without asking whether it is the first, and its books:
 *
 * <pre>{@code
 * Kref refs = Kref.declare(d.model(), "refs"); // 1, held by the table
 * Owner user = Owner.task("user");
 * Cell<Boolean> freed = d.cell("freed", false);
 * d.task("user")
 *         .step("u1 look up", now -> refs.get(now, user))
 *         .step("u2 put", now -> refs.put(now, user, last -> last.write(freed, true)))
 *         .has(refs.heldBy(user));
 * d.task("remover").step("r1 put", now -> refs.put(now, Owner.of("table"), last -> last.write(freed, true)));
 * d.books(refs::in);
 * d.never("use after free", "nobody uses what is freed", s -> s.read(freed) && d.at("user", "u2").test(s));
 * }</pre>
 *
 * <p>A misuse that the kernel answers with a BUG, that lockdep reports, or that breaks the rules of a lock, fails the
 * step, and with it the claim {@code no step fails}. So does the last step of a task that ends with a lock held. A count that only
 * warns and saturates goes on and tells {@link pagelife.models.kernel.Refcount.Saturates}, which a claim about steps can
 * forbid; beware of claims that compare such a count with 0.
 */
package pagelife.models.kernel;
