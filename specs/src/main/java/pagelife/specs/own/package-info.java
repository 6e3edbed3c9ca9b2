/**
 * A protocol of one's own, with its claims, in one class: what {@code check MyProtocol.java} takes, and what a test
 * hands to the checker. A whole one:
 *
 * <pre>{@code
 * import pagelife.checker.model.Cell;
 * import pagelife.specs.own.Draft;
 * import pagelife.specs.own.Study;
 *
 * public final class LostUpdate implements Study {
 *     @Override
 *     public void draft(Draft d) {
 *         Cell<Integer> refs = d.cell("refs", 0);
 *         for (String task : new String[] {"a", "b"}) {
 *             d.task(task)
 *                     .step("r read", now -> now.hand(now.read(refs)))
 *                     .step("w write back", Integer.class, (now, seen) -> now.write(refs, seen + 1));
 *         }
 *         d.always("both are counted", "when both are done, refs is 2", s -> !d.finished("a", "b").test(s) || s.read(refs) == 2);
 *     }
 * }
 * }</pre>
 *
 * <ul>
 *   <li>{@link pagelife.specs.own.Study}: the interface; {@link pagelife.specs.own.Draft}: what its cells, tasks and
 *       claims are declared with; {@link pagelife.specs.own.Outline}: rules, bounds, variants and expected verdicts,
 *       for who wants them.
 *   <li>{@link pagelife.specs.own.StudySpecs}: a study as a family, which is what every command takes.
 *   <li>{@link pagelife.specs.own.SourceFile}, {@link pagelife.specs.own.Binaries}: studies from a source file, and
 *       from folders and jars of classes.
 * </ul>
 *
 * <p>The steps of a task are written as {@linkplain pagelife.checker.model the package of models} says.
 */
package pagelife.specs.own;
