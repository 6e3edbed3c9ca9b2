/**
 * The engine: one search, and what is told of it. Its rooms, from the ground up; each uses those below it only:
 *
 * <ol>
 *   <li>{@link pagelife.checker.engine.pack}: a state as a few words.
 *   <li>{@link pagelife.checker.engine.code}: the model's code, run once for many states: values and their ids, the
 *       recorder, decision tries and effects.
 *   <li>{@link pagelife.checker.engine.orbit}: which state stands for all that differ in who is who.
 *   <li>{@link pagelife.checker.engine.store}: states met so far, in memory and on disk.
 *   <li>{@link pagelife.checker.engine.walk}: from a state, or a group of them, to all successors, and the claims about
 *       them.
 *   <li>{@link pagelife.checker.engine.explore}: level after level, by threads, within limits, with checkpoints; and
 *       the traces.
 *   <li>{@link pagelife.checker.engine.runs}: claims about runs, on the explored graph.
 * </ol>
 *
 * <p><b>A state's way.</b> A {@link pagelife.checker.model.State} becomes ids ({@code Cells.intern}) and words
 * ({@code Layout.pack}); an {@code Expander} puts it into the {@code Store}, an {@code Appender} into a chunk of
 * {@code Levels}. When its level is explored, a {@code Worker} takes a stretch of states, its {@code Walker} or
 * {@code GroupWalker} goes through the {@code Forest} of tries to the effects, each of which is a mask over the words,
 * and the successors go into the store together. Of what is new the listener hears: {@code ClaimWalker} asks the claims
 * that the effect may have changed. What breaks one becomes a {@code Candidate}, at the end of the round a {@code
 * Sighting}, and at the end of the search, when {@code Tracer} has found the way and the model's own code has gone it
 * once more, a trace.
 *
 * <p>Why it is so is told in {@code checker-core/decisions}: 0002-steps-are-replayed-from-tries.md,
 * 0003-near-cells-share-an-entry.md, 0004-disk-and-checkpoints.md, 0005-runs-may-end-where-nothing-is-owed.md,
 * 0006-fair-cycles-on-numbered-states.md, 0007-groups-are-explored-together.md, 0009-groups-of-any-width.md,
 * 0010-claims-are-asked-where-they-may-answer-otherwise.md, 0015-growing-cells-and-repeated-runs.md, 0017-sums-are-judged-by-steps.md; each package names
 * its own. What it costs: {@code checker-core/benchmarks.md}.
 */
package pagelife.checker.engine;
