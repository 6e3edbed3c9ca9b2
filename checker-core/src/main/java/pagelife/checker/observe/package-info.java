/**
 * Was this a run of the model? A recording is what was seen of some tasks, line by line ({@link
 * pagelife.checker.observe.Observation}); {@link pagelife.checker.observe.Observer} finds a run that shows it, or the
 * first line that no run shows. It works for any model whose steps say what they do.
 *
 * <p><b>A recording is not a run.</b> A step may write no line, and one may write several; a line may come later than
 * what it tells of; nobody wrote down what the model calls its state. So each line is held against what <em>some</em>
 * run of the model could have shown by then.
 *
 * <ul>
 *   <li><i>Who.</i> A recorded task is a task of the model. Between two operations it rests, and its only step is to
 *       begin one ({@link pagelife.checker.observe.Recorded}), which it does when it is seen to. Its program holds each
 *       different operation once, however often it was done. So an explanation is an ordinary run of an ordinary model,
 *       and {@code Replay} executes it once more by the model's own code before anybody is told of it.
 *   <li><i>What is shown.</i> {@link pagelife.checker.observe.Reading} says which labels a step writes. The line that is
 *       read is the first of them; the rest its task <em>owes</em> ({@code Owed}), and until it has shown them it does
 *       nothing else. That is how a missing wake-up is seen: the task does something else
 *       ({@link pagelife.checker.observe.Sight.Quiet}) and still owes it.
 *   <li><i>What is not.</i> Steps without a label are taken wherever they can be, before each line, by tasks that have a
 *       CPU ({@code Cpus}): a task that is off its CPU takes no step.
 *   <li><i>When.</i> A tracepoint fires after the atomic operation, and reads the count in between. So a step lies
 *       somewhere between the line before of its task and its own, and the count of a line is one that was so between
 *       the step and the line ({@code Early}). A probe at the entry of a function fires before: its line announces a
 *       step ({@link pagelife.checker.observe.Reading#announces}). This is needed only where several CPUs run: the search takes steps at
 *       their lines, and goes back where nothing explains a line so ({@code Search}).
 * </ul>
 *
 * <p><b>The search</b> goes through the recording once. A {@code Node} is a state with what is owed there; a layer holds
 * the nodes that explain the first lines. From a layer everything that may happen unseen is added, then each node that
 * can show the next line goes on ({@code Layer}). What steps do is looked up in the engine's tries ({@code Deeds}), so
 * that the model's code runs a few thousand times for a million nodes. If the next layer is empty, the layer before it
 * says what stood in the way: each task that it may be was run there, and what its steps would show, or read before they
 * had to wait, is the {@link pagelife.checker.observe.Blockage}.
 *
 * <p><b>Claims.</b> That one run which explains a recording breaks a claim says nothing: another may explain it and keep
 * the claim. {@link pagelife.checker.observe.Observer#judge} searches again, among the runs that keep it only, and says
 * that it is broken where that search ends: from that line on, every explanation has broken it.
 *
 * <p><b>What an explanation is worth.</b> That no run is found is a proof, within the window of {@link
 * pagelife.checker.observe.Effort}: the model does not do what was seen. That one is found is worth as much as was seen;
 * {@link pagelife.checker.observe.Explanation} says how many of its steps were.
 *
 * <p>Sources: the product of a specification with a trace is that of H. Cirstea, M. A. Kuppe, B. Loillier, S. Merz,
 * "Validating Traces of Distributed Programs Against TLA+ Specifications" (SEFM 2024, arXiv 2404.16075); that an event
 * has a time box, and a search for a total order, is OmniLink's (arXiv 2601.11836, 2026). New here, as far as we know:
 * labels that a step owes, quiet lines, and claims judged over all explanations. Why so, with figures:
 * {@code checker-core/decisions/0013-recordings-are-explained-layer-by-layer.md}.
 */
package pagelife.checker.observe;
