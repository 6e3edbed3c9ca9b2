/**
 * What a trace tells, of whatever model: which cells decide that it breaks a claim, since when, and the sentence that
 * says so; in which order its steps read best, which earlier step wrote what each step read, which steps decide, and
 * what may be left out. No search is needed: a trace that was kept is explained like one that was just found.
 *
 * <ul>
 *   <li>{@link pagelife.checker.explain.Explainer} explains the traces of one model;
 *       {@link pagelife.checker.explain.Explanation} is what it finds: the
 *       {@linkplain pagelife.checker.property.Decisive decisive} cells, and a sentence.
 *   <li>{@link pagelife.checker.explain.Truths}: at which positions of a run a formula is true.
 *   <li>{@link pagelife.checker.explain.Arrangement}: the same steps in another order, executed again.
 *   <li>{@link pagelife.checker.explain.Causes}: which write each read saw.
 *   <li>{@link pagelife.checker.explain.Story}: the decisive steps, the others folded, and what was read too early.
 * </ul>
 *
 * <p>All of it rests on the reads and writes that were recorded when the trace was executed, and on nothing that a
 * model says about itself but the words.
 */
package pagelife.checker.explain;
