package pagelife.checker.simulate;

import io.vavr.collection.Stream;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pagelife.checker.explain.Arrangement;
import pagelife.checker.explain.Judge;
import pagelife.checker.model.Move;
import pagelife.checker.model.State;
import pagelife.checker.property.Temporal;
import pagelife.checker.result.Trace;

/**
 * What a walk says of a claim about runs. Where it comes back to a state in which it has been, what lies between can be
 * done again for ever; where nobody can go on, or a step fails, it is a whole run. Either breaks the claim if the claim is false of it
 * and nobody is treated worse than fairness allows.
 *
 * @param claim the claim
 */
record Endless(Temporal claim) {
    /* Runs that one walk is asked for. Each takes the claim along the whole walk. */
    private static final int MOST_ASKED = 8;

    /** How much of a walk breaks the claim; empty where none does, or too many runs had to be asked. */
    Option<Integer> length(Run walk) {
        Trace trace = walk.trace();
        return returning(trace).orElse(() -> Option.when(ends(trace).exists(this::breaks), walk.length()));
    }

    private Option<Integer> returning(Trace walk) {
        Map<State, List<Integer>> moments = moments(walk);
        int asked = 0;
        int longest = walk.fails() ? walk.length() - 1 : walk.length();
        for (int length = longest; length > 0 && asked < MOST_ASKED; length--) {
            for (int from : moments.get(walk.before(length))) {
                if (from < length && asked++ < MOST_ASKED && breaks(repeating(walk, from, length))) {
                    return Option.some(length);
                }
            }
        }
        return Option.none();
    }

    /** When the walk is in each of its states, in order. */
    private static Map<State, List<Integer>> moments(Trace walk) {
        Map<State, List<Integer>> moments = new HashMap<>();
        for (int i = 0; i <= walk.length(); i++) {
            moments.computeIfAbsent(walk.before(i), unknown -> new ArrayList<>())
                    .add(i);
        }
        return moments;
    }

    /** The run that does again and again what the walk did between two moments. */
    private static Trace repeating(Trace walk, int from, int to) {
        return new Trace(walk.initial(), walk.steps().take(to), Option.some(from));
    }

    /** The walk as a run that ends where nobody can go on, or its last step fails. */
    private static Option<Trace> ends(Trace walk) {
        return Option.when(
                walk.fails() || Move.in(walk.last()).isEmpty(), () -> repeating(walk, walk.length(), walk.length()));
    }

    /**
     * The run that breaks the claim, of a walk of which {@link #length} is all: of several the one that repeats most,
     * without detours. It need not be the shortest.
     */
    Option<Trace> trace(Run walk) {
        Trace trace = walk.trace();
        return Stream.ofAll(moments(trace).get(trace.last()))
                .filter(from -> from < trace.length() && !trace.fails())
                .map(from -> repeating(trace, from, trace.length()))
                .appendAll(ends(trace))
                .find(this::breaks)
                .map(this::shorter)
                .map(found ->
                        Option.of(Arrangement.of(found)).filter(this::breaks).getOrElse(found));
    }

    private boolean breaks(Trace run) {
        return Judge.breaks(claim, run, Option.none());
    }

    private Trace shorter(Trace run) {
        Trace least = run;
        for (int from = 0; from < least.length(); from++) {
            least = without(least, from);
        }
        return least;
    }

    /** Without the longest way from a moment back to where it was then that is not needed. */
    private Trace without(Trace run, int from) {
        int start = run.loopStart().get();
        int last = from < start ? start : from == start ? run.length() - 1 : run.length();
        for (int to = last; to > from; to--) {
            if (run.before(to).equals(run.before(from))) {
                Trace tried = new Trace(
                        run.initial(),
                        run.steps().take(from).appendAll(run.steps().drop(to)),
                        Option.some(to <= start ? start - (to - from) : start));
                if (breaks(tried)) {
                    return tried;
                }
            }
        }
        return run;
    }
}
