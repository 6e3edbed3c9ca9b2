package pagelife.checker.simulate;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.HashMap;
import java.util.Map;
import pagelife.checker.explain.Arrangement;
import pagelife.checker.model.Actor;
import pagelife.checker.model.ModelException;
import pagelife.checker.model.Move;
import pagelife.checker.model.State;
import pagelife.checker.property.NoDeadlock;
import pagelife.checker.property.Property;
import pagelife.checker.result.Trace;

/**
 * Leaves out of a run what is not needed to decide a claim: detours back to a state, then all that a task does, then
 * steps, fewer and fewer at a time (Zeller, Hildebrandt, TSE 2002). What is left has been executed by the model's code.
 * It need not be the shortest run; nothing can be left out of it alone.
 *
 * @param claim the claim
 */
public record Shortening(Property claim) {
    /** As {@link #of}, as a trace in its best order; of a claim about runs a whole run. */
    public Trace trace(Run run) {
        return claim.aboutRuns()
                .map(about -> new Endless(about).trace(run).getOrElseThrow(() -> otherwise(run)))
                .getOrElse(() -> Arrangement.of(of(run).trace()));
    }

    private ModelException otherwise(Run run) {
        return new ModelException("property " + claim.name()
                + " answered otherwise when a walk was executed again, in the state " + run.last()
                + ": a step or a claim may depend only on what it reads through its view; remove clocks,"
                + " statics, randomness and identity hashes");
    }

    /**
     * A run that decides the claim as {@code run} does, at its end. Not for claims about runs.
     *
     * @throws ModelException if {@code run} itself, executed again, does not
     */
    public Run of(Run run) {
        Run shown = decided(run.initial(), run.moves()).getOrElseThrow(() -> otherwise(run));
        Run shorter = withoutTasks(withoutDetours(shown));
        for (int part = Math.max(1, shorter.length() / 2); ; part /= 2) {
            shorter = withoutParts(shorter, part);
            if (part == 1) {
                return withoutParts(shorter, 1);
            }
        }
    }

    private Run withoutDetours(Run run) {
        Map<State, Integer> seen = new HashMap<>();
        Vector<Move> moves = Vector.empty();
        seen.put(run.initial(), 0);
        for (Move move : run.moves()) {
            moves = moves.append(move);
            Integer before = move.fails() ? null : seen.get(move.to());
            if (before != null && moves.size() < run.length()) {
                moves = moves.take(before);
                int kept = before;
                seen.values().removeIf(at -> at > kept);
            } else {
                seen.put(move.to(), moves.size());
            }
        }
        return decided(run.initial(), moves).getOrElse(run);
    }

    private Run withoutTasks(Run run) {
        Run shorter = run;
        for (Actor actor : run.initial().model().actors()) {
            shorter =
                    shorter(shorter, shorter.moves().reject(move -> move.step().actor() == actor));
        }
        return shorter;
    }

    private Run withoutParts(Run run, int part) {
        Run shorter = run;
        for (int from = run.length() - part; from > -part; from -= part) {
            int begin = Math.max(0, from);
            if (begin < shorter.length()) {
                shorter = shorter(
                        shorter,
                        shorter.moves().take(begin).appendAll(shorter.moves().drop(begin + part)));
            }
        }
        return shorter;
    }

    private Run shorter(Run run, Vector<Move> moves) {
        return moves.size() == run.length()
                ? run
                : decided(run.initial(), moves)
                        .filter(found -> found.length() < run.length())
                        .getOrElse(run);
    }

    /** The run of these moves, as far as they can be taken, up to where it decides the claim; empty if it does not. */
    public Option<Run> decided(State initial, Vector<Move> wanted) {
        Watched watched = new Watched(Vector.of(claim));
        watched.begin(initial);
        Run run = Run.from(initial);
        for (Move move : wanted) {
            if (watched.shown().containsKey(claim)) {
                return Option.some(run);
            }
            Option<Move> again = again(run.last(), move);
            if (again.isDefined()) {
                run = run.and(again.get());
                watched.took(again.get());
            }
        }
        if (claim instanceof NoDeadlock && Move.in(run.last()).isEmpty()) {
            watched.stuck(run.last());
        }
        return Option.when(watched.shown().containsKey(claim), run);
    }

    private static Option<Move> again(State state, Move move) {
        return Move.in(state, move.step()).find(found -> found.choices().equals(move.choices()));
    }
}
