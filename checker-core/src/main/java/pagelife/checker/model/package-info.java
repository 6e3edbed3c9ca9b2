/**
 * What a protocol is made of.
 *
 * <ul>
 *   <li>{@link pagelife.checker.model.Cell}: a named, typed variable, shared or private to one actor;
 *       {@link pagelife.checker.model.CellFamily} indexes cells by an identity such as a page or an address space.
 *   <li>{@link pagelife.checker.model.Control}: where an actor is, one record per program point, carrying the locals
 *       alive there.
 *   <li>{@link pagelife.checker.model.Step}: one atomic action of an actor, with its label and the kernel function it
 *       stands for.
 *   <li>{@link pagelife.checker.model.View} and {@link pagelife.checker.model.StepView}: all that a claim or a step may
 *       see of a state. What goes through them is recorded, and nothing else may influence a step.
 *   <li>{@link pagelife.checker.model.Model}: cells, actors, initial states and fairness, made by
 *       {@link pagelife.checker.model.ModelBuilder}.
 * </ul>
 *
 * <p>A model says what can happen, never what should be true: that is a
 * {@linkplain pagelife.checker.property property}.
 */
package pagelife.checker.model;
