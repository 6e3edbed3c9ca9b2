package pagelife.checker.explain;

import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.checker.model.Actor;
import pagelife.checker.model.At;
import pagelife.checker.model.Control;
import pagelife.checker.model.Move;
import pagelife.checker.model.Step;
import pagelife.checker.result.Trace;

/**
 * What a trace sets up before its race begins: operations that run as a whole, one after the other, or as far as they
 * come in the trace, if nothing then keeps them from going on.
 */
final class SetUp {
    /** An operation as short as this is told step by step: that takes no more room. */
    private static final int SHORT = 2;

    private final Trace trace;

    /** An operation that runs as a whole. */
    record Block(int first, int last) {
        /** What it leaves behind, as its author says it, or which operation it was. */
        String text(Trace trace) {
            return leaves(trace)
                    .getOrElse(() -> ran(actor(trace), trace.before(first - 1).at(actor(trace)), trace));
        }

        /** What it leaves behind, as its author says it; empty where nobody does. */
        Option<String> leaves(Trace trace) {
            return actor(trace).leaves(trace.before(first - 1).at(actor(trace)), trace.before(last));
        }

        /** Whether a step is one of its. */
        boolean has(int step) {
            return first <= step && step <= last;
        }

        private Actor actor(Trace trace) {
            return trace.steps().get(first - 1).step().actor();
        }

        private String ran(Actor actor, Control at, Trace trace) {
            String call = actor.call(at).map(Object::toString).getOrElse(actor.name());
            String who = call.equals(actor.name()) ? call : actor.name() + " (" + call + ")";
            String end = trace.before(last).at(actor) == Control.finished()
                    ? ""
                    : ", up to " + name(trace.steps().get(last - 1).step());
            return who + " has run" + end;
        }

        /** A step in words: its code only where it has none. */
        private static String name(Step step) {
            return step.text().isEmpty() ? step.id() : "\"" + step.text() + "\"";
        }

        private int length() {
            return last - first + 1;
        }
    }

    private SetUp(Trace trace) {
        this.trace = trace;
    }

    /**
     * The operations, up to the first short one, and without the one that the last step belongs to. One of which nobody
     * says what it leaves behind is told step by step where the end looks at that.
     *
     * @param seen the steps whose writes the end looks at
     */
    static Seq<Block> of(Trace trace, Set<Integer> seen) {
        Vector<Block> found = Vector.empty();
        SetUp setUp = new SetUp(trace);
        Option<Block> next = setUp.from(1);
        while (next.exists(
                block -> block.length() > SHORT && (block.leaves(trace).isDefined() || !seen.exists(block::has)))) {
            found = found.append(next.get());
            next = setUp.from(next.get().last() + 1);
        }
        return found;
    }

    /** The operation that begins with step {@code first}, if it runs as a whole and does not end the trace. */
    private Option<Block> from(int first) {
        int last = first;
        while (last < trace.length() && belongs(first, last + 1)) {
            last++;
        }
        Block block = new Block(first, last);
        return Option.when(last < mostly() && isOver(block), block);
    }

    /** A loop is not set up, and the last step is what all is about. */
    private int mostly() {
        return Math.min(trace.length(), trace.loopStart().getOrElse(trace.length()) + 1);
    }

    private boolean belongs(int first, int step) {
        return actor(step) == actor(first) && call(step).equals(call(first));
    }

    /** Whether its task has ended the operation, or does no more in the trace, though it could. */
    private boolean isOver(Block block) {
        Actor actor = actor(block.first());
        boolean more = Vector.rangeClosed(block.last() + 1, trace.length()).exists(step -> actor(step) == actor);
        return !isCall(trace.before(block.last()).at(actor), call(block.first()))
                || !more && !Move.isBlocked(trace.last(), actor);
    }

    private static boolean isCall(Control at, Option<Integer> call) {
        return at != Control.finished() && (!(at instanceof At place) || call.contains(place.call()));
    }

    private Actor actor(int step) {
        return trace.steps().get(step - 1).step().actor();
    }

    private Option<Integer> call(int step) {
        return trace.before(step - 1).at(actor(step)) instanceof At place ? Option.some(place.call()) : Option.none();
    }
}
