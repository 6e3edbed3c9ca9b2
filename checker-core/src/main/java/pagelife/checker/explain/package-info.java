/**
 * What a trace tells, of whatever model: in which order its steps read best, which earlier step wrote what each step
 * read, which steps decide, and what may be left out.
 *
 * <ul>
 *   <li>{@link pagelife.checker.explain.Arrangement}: the same steps in another order, executed again.
 *   <li>{@link pagelife.checker.explain.Causes}: which write each read saw.
 *   <li>{@link pagelife.checker.explain.Story}: the decisive steps, the others folded, and what was read too early.
 * </ul>
 *
 * <p>All of it rests on the reads and writes that were recorded when the trace was executed, and on nothing that a
 * model says about itself but the words.
 */
package pagelife.checker.explain;
