/**
 * What a protocol is made of. A whole one, the wake-up that an unpin owes to a truncate:
 *
 * <pre>{@code
 * static PinAndTruncate protocol(boolean unpinWakes) {
 *     ModelBuilder m = Model.builder("pin and truncate");
 *     Cell<Integer> refs = m.cell("refs", 2); // 1 when the page is idle
 *     Cell<Boolean> pinned = m.cell("pinned", true);
 *     Cell<Boolean> queued = m.cell("queued", false);
 *     Cell<Boolean> freed = m.cell("freed", false);
 *
 *     m.task("gup").in("mm/gup.c", "unpin_user_page", "6.1").step("s3 unpin", now -> {
 *         now.write(pinned, false);
 *         if (now.change(refs, n -> n - 1) == 1 && unpinWakes) {
 *             now.write(queued, false);
 *         }
 *     });
 *
 *     m.task("truncate")
 *             .in("fs/dax.c", "dax_layout_busy_page", "6.1")
 *             .step("t4 page busy?", now -> {
 *                 if (now.read(refs) == 1) {
 *                     now.go("t11");
 *                 }
 *             })
 *             .in("include/linux/wait_bit.h", "___wait_var_event", "6.1")
 *             .step("t5 queue", now -> now.write(queued, true))
 *             .step("t6 page idle?", now -> {
 *                 if (now.read(refs) == 1) {
 *                     now.write(queued, false);
 *                     now.go("t4");
 *                 }
 *             })
 *             .step("t8 wake up", now -> {
 *                 now.await(!now.read(queued));
 *                 now.go("t5");
 *             })
 *             .in("fs/ext4/extents.c", "ext4_ext_remove_space", "6.1")
 *             .step("t11 free blocks", now -> now.write(freed, true));
 *
 *     return new PinAndTruncate(
 *             m.build(),
 *             Vector.of(
 *                     Invariant.always(
 *                             "INV-4", "a freed block is not pinned", s -> !s.read(freed) || !s.read(pinned)),
 *                     new Sometimes("W-1", "the truncate queues", s -> s.read(queued))));
 * }
 * }</pre>
 *
 * <p>With {@code unpinWakes} off there is a run in which the truncate sleeps forever: {@code t4 t5 t6 s3}.
 *
 * <ul>
 *   <li>{@link pagelife.checker.model.Cell}: a named, typed variable, shared or private to one actor;
 *       {@link pagelife.checker.model.CellFamily} indexes cells by an identity such as a page or an address space, a
 *       {@link pagelife.checker.model.Sort} lists the identities.
 *   <li>{@link pagelife.checker.model.Script}: steps one after the other, each at a place, with the kernel function
 *       that they stand for. {@link pagelife.checker.model.Now} is a step being taken: it reads, writes, awaits,
 *       chooses, and says where its task goes.
 *   <li>{@link pagelife.checker.model.Operation}: a script with a name and arguments, that tasks can be asked to run;
 *       {@link pagelife.checker.model.Program}: operations one after the other, with choices and loops.
 *   <li>{@link pagelife.checker.model.Fact}: what is so as long as a task is at a place or a cell holds a value.
 *   <li>{@link pagelife.checker.model.View}: all that a claim may see of a state. What goes through it is recorded, and
 *       nothing else may influence a step or a claim.
 *   <li>{@link pagelife.checker.model.Model}: cells, actors, initial states and fairness, made by
 *       {@link pagelife.checker.model.ModelBuilder}; {@link pagelife.checker.model.Move}: what can be done in a state.
 * </ul>
 *
 * <p>Under it lies what the engine sees: an {@link pagelife.checker.model.Actor} is at a
 * {@link pagelife.checker.model.Control} and takes a {@link pagelife.checker.model.Step} from it. For a task that is an
 * {@link pagelife.checker.model.At}: a place and what it carries.
 *
 * <p>A model says what can happen, never what should be true: that is a
 * {@linkplain pagelife.checker.property property}.
 */
package pagelife.checker.model;
