package pagelife.checker.explain;

import io.vavr.collection.LinkedHashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.checker.model.Actor;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Move;
import pagelife.checker.property.Decisive;
import pagelife.checker.result.Trace;

/**
 * What a trace tells, the rest left out. Steps are counted from 1.
 *
 * <p>A step is <b>decisive</b> if the end depends on it, and if it touches a cell that the tasks contend for, or that
 * the claim looks at, or if it hands on what it read of a cell that another task would yet change, and the claim depends
 * on that. The end depends on the last step, if somebody can go on after it; on what wrote what the claim looks at, before it does, and on
 * what wrote that last; on the steps that it looks at; and for each such
 * step on what wrote what it read, and on the step of its task before it; it depends as well on what changed a value after
 * such a step had read it, if its task does not look again, and on who read what the claim looks at before it was written,
 * and did not look again. Tasks contend for a cell if one of them
 * changes it and another reads or changes it, in the race: after what is set up. What is <b>set up</b> are operations
 * that run as a whole, one after the other, before anything else happens; it is told by what it leaves behind.
 *
 * @param decisive the steps that decide
 * @param folds the others, those next to each other together
 * @param links for each decisive step, and for the claim, which step wrote what it read, as far as others did
 * @param missed what was read, and changed by others later, and not read again
 */
public record Story(Seq<Integer> decisive, Seq<Fold> folds, Seq<Link> links, Seq<Missed> missed) {
    /**
     * Steps that may be left out.
     *
     * @param first the first of them
     * @param last the last of them
     * @param isSetUp whether they are an operation that runs before the race begins
     * @param text what they do, in words
     */
    public record Fold(int first, int last, boolean isSetUp, String text) {
        /** How many steps it leaves out. */
        public int length() {
            return last - first + 1;
        }
    }

    /**
     * A read and the write that it saw.
     *
     * @param reader the step that read; one more than there are steps for the claim
     * @param cell what it read
     * @param writer the step that wrote it; empty when it was so at the start
     */
    public record Link(int reader, Cell<?> cell, Option<Integer> writer) {}

    /**
     * A read that came too early: what it saw is no longer so.
     *
     * @param reader the step that read; its task does not read the cell again
     * @param cell what it read
     * @param writer the last step of another task that changed the cell afterwards
     */
    public record Missed(int reader, Cell<?> cell, int writer) {}

    /**
     * The story of a trace.
     *
     * @param core the cells that the claim looks at, and when
     * @param steps the steps that it looks at
     */
    public static Story of(Trace trace, Seq<Decisive> core, Seq<Integer> steps) {
        return new Telling(trace, LinkedHashSet.ofAll(core), LinkedHashSet.ofAll(steps)).story();
    }

    /** How many steps are folded. */
    public int left() {
        return folds.map(Fold::length).sum().intValue();
    }

    /** A story being made. */
    private static final class Telling {
        private final Trace trace;
        private final Set<Cell<?>> core;
        private final Set<Integer> steps;
        private final Set<Integer> seen;
        private final Causes causes;
        private final Flow flow;
        private final Seq<SetUp.Block> setUp;
        private final int race;
        private final Seq<Integer> all;
        /** Whether nobody can go on after the last step, though it does not fail: then it need not matter who moved last. */
        private final boolean stays;

        Telling(Trace trace, Set<Decisive> core, Set<Integer> steps) {
            this.trace = trace;
            this.core = core.map(Decisive::cell);
            this.steps = steps;
            this.causes = new Causes(trace);
            this.flow = new Flow(trace, core, causes);
            this.seen = core.flatMap(one -> causes.writer(one.moment() + 1, one.cell()))
                    .addAll(steps);
            this.setUp = SetUp.of(trace, seenAtTheEnd());
            this.race = setUp.lastOption().map(block -> block.last() + 1).getOrElse(1);
            this.all = Vector.rangeClosed(1, trace.length());
            this.stays = !trace.fails() && Move.in(trace.last()).isEmpty();
        }

        Story story() {
            Set<Cell<?>> telling = core.addAll(contended());
            Set<Integer> needed = needed();
            Seq<Integer> decisive = all.filter(step -> step >= race
                    && needed.contains(step)
                    && (isClaimed(step) || touches(step, telling) || flow.carries(step)));
            return of(decisive.isEmpty() ? ofTheLast() : decisive);
        }

        /** Something is told of each run: where nothing decides its last step, with what gave what it takes away. */
        private Seq<Integer> ofTheLast() {
            int last = trace.length();
            if (last == 0) {
                return all;
            }
            Set<Integer> before = closed(LinkedHashSet.of(last));
            Set<Cell<?>> changed = LinkedHashSet.ofAll(causes.changed(last))
                    .filter(cell -> !isOwn(last, cell) && cell != actor(last).control());
            return all.filter(step -> step >= race && before.contains(step))
                    .filter(step -> step == last || touches(step, changed));
        }

        private Story of(Seq<Integer> decisive) {
            return new Story(decisive, folds(decisive), links(decisive), missed(decisive));
        }

        /** Whether the claim is about the step: about the last one it is, unless nobody can go on after it. */
        private boolean isClaimed(int step) {
            return step == trace.length() && !stays || steps.contains(step);
        }

        /** The steps that the claim looks at, or that wrote what it does, or what the last step read. */
        private Set<Integer> seenAtTheEnd() {
            Seq<Cell<?>> read = trace.length() == 0 ? Vector.empty() : causes.reads(trace.length());
            return seen.addAll(read.flatMap(cell -> causes.writer(trace.length(), cell)));
        }

        private Actor actor(int step) {
            return trace.steps().get(step - 1).step().actor();
        }

        private boolean touches(int step, Set<Cell<?>> cells) {
            return causes.reads(step).exists(cell -> cells.contains(cell) && !isOwn(step, cell))
                    || causes.changed(step).exists(cell -> cells.contains(cell) && !isPlace(step, cell));
        }

        /** Whether {@code cell} is private to the actor of a step, which then learns nothing by looking. */
        private boolean isOwn(int step, Cell<?> cell) {
            return cell.owner().contains(actor(step).name());
        }

        /** Whether {@code cell} says no more than where the actor of a step is; then only its last step matters. */
        private boolean isPlace(int step, Cell<?> cell) {
            return cell == actor(step).control() && all.exists(later -> later > step && actor(later) == actor(step));
        }

        private Set<Cell<?>> contended() {
            Seq<Integer> racing = all.filter(step -> step >= race);
            return LinkedHashSet.ofAll(racing.flatMap(writer -> causes.changed(writer)
                    .filter(cell -> racing.exists(other -> actor(other) != actor(writer) && accesses(other, cell)))));
        }

        private boolean accesses(int step, Cell<?> cell) {
            return causes.reads(step).contains(cell) || causes.changes(step, cell);
        }

        /** The steps that the end depends on, and what came too late for them or was done too early. */
        private Set<Integer> needed() {
            Set<Integer> needed = closed(ending());
            return all.isEmpty()
                    ? needed
                    : closed(needed.addAll(needed.flatMap(this::later)).addAll(core.flatMap(this::early)));
        }

        /** The last step that others changed with what {@code reader} read, and its task did not look at again. */
        private Seq<Integer> later(int reader) {
            return causes.reads(reader)
                    .filter(cell -> !isOwn(reader, cell) && looksLast(reader, cell))
                    .flatMap(cell -> all.findLast(
                            step -> step > reader && actor(step) != actor(reader) && causes.changes(step, cell)));
        }

        /** Steps that looked at {@code cell} before it got the value that the claim sees, and whose task did not again. */
        private Seq<Integer> early(Cell<?> cell) {
            int written = causes.writer(trace.length() + 1, cell).getOrElse(0);
            return all.filter(step -> race <= step
                    && step < written
                    && actor(step) != actor(written)
                    && causes.reads(step).contains(cell)
                    && looksLast(step, cell));
        }

        /** Whether the task of a step neither reads nor changes {@code cell} after it. */
        private boolean looksLast(int reader, Cell<?> cell) {
            return all.forAll(step -> step <= reader || actor(step) != actor(reader) || !accesses(step, cell));
        }

        private Set<Integer> ending() {
            Set<Integer> last = stays ? seen : seen.add(trace.length());
            Set<Integer> needed = last.addAll(core.flatMap(cell -> causes.writer(trace.length() + 1, cell)));
            needed = trace.loopStart().isDefined()
                    ? needed.addAll(all.drop(trace.loopStart().get()))
                    : needed;
            return needed;
        }

        /** The steps with what wrote what they read, and the step of the same task before each. */
        private Set<Integer> closed(Set<Integer> steps) {
            Set<Integer> needed = steps;
            for (int step = trace.length(); step > 0; step--) {
                if (needed.contains(step)) {
                    int reader = step;
                    needed = needed.addAll(causes.reads(step).flatMap(cell -> causes.writer(reader, cell)))
                            .addAll(before(step));
                }
            }
            return needed;
        }

        /** The step of the same task before. */
        private Option<Integer> before(int step) {
            return all.findLast(earlier -> earlier < step && actor(earlier) == actor(step));
        }

        private Seq<Fold> folds(Seq<Integer> decisive) {
            Seq<Fold> folds = setUp.map(block -> new Fold(block.first(), block.last(), true, block.text(trace)));
            int next = race;
            for (int step : decisive.append(trace.length() + 1)) {
                folds = folds.appendAll(between(next, step));
                next = step + 1;
            }
            return folds;
        }

        /** The fold of the steps from one to before another; two where a loop begins among them. */
        private Seq<Fold> between(int from, int to) {
            int loop = trace.loopStart().getOrElse(trace.length()) + 1;
            return from < loop && loop < to ? fold(from, loop).appendAll(fold(loop, to)) : fold(from, to);
        }

        private Seq<Fold> fold(int from, int to) {
            return from < to ? Vector.of(new Fold(from, to - 1, false, labels(from, to - 1))) : Vector.empty();
        }

        /** {@code truncate: take invalidate lock, unmap}, task by task. */
        private String labels(int first, int last) {
            Seq<Integer> steps = Vector.rangeClosed(first, last);
            return steps.map(this::actor)
                    .distinct()
                    .map(actor -> steps.filter(step -> actor(step) == actor)
                            .map(step -> trace.steps().get(step - 1).step())
                            .map(step -> step.text().isEmpty() ? step.id() : step.text())
                            .mkString(actor.name() + ": ", ", ", ""))
                    .mkString("; ");
        }

        private Seq<Link> links(Seq<Integer> decisive) {
            int end = trace.length() + 1;
            return decisive.flatMap(reader -> causes.reads(reader).map(cell -> link(reader, cell)))
                    .filter(link -> link.writer().exists(writer -> actor(writer) != actor(link.reader())))
                    .appendAll(core.toVector()
                            .map(cell -> link(end, cell))
                            .filter(link -> link.writer().isDefined()));
        }

        private Link link(int reader, Cell<?> cell) {
            return new Link(reader, cell, causes.writer(reader, cell));
        }

        private Seq<Missed> missed(Seq<Integer> decisive) {
            return decisive.flatMap(reader -> causes.reads(reader).flatMap(cell -> missed(reader, cell, decisive)));
        }

        private Option<Missed> missed(int reader, Cell<?> cell, Seq<Integer> decisive) {
            return decisive.findLast(
                            step -> step > reader && actor(step) != actor(reader) && causes.changes(step, cell))
                    .filter(writer -> looksLast(reader, cell) && !causes.changes(reader, cell))
                    .filter(writer -> !trace.before(reader - 1)
                            .read(cell)
                            .equals(trace.before(writer).read(cell)))
                    .map(writer -> new Missed(reader, cell, writer));
        }
    }
}
