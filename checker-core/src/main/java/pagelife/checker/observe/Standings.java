package pagelife.checker.observe;

import io.vavr.collection.LinkedHashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.model.Actor;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Move;
import pagelife.checker.model.State;
import pagelife.checker.model.Step;
import pagelife.checker.observe.Blockage.Outcome;
import pagelife.checker.observe.Blockage.Standing;
import pagelife.checker.observe.Blockage.Value;
import pagelife.checker.observe.Blockage.Way;

/** How tasks stand in states, by running the model's code there. */
record Standings(Reading reading) {
    /**
     * The different ones among how these tasks stand in these states. Where a task would only go on unseen it stands in
     * nobody's way: that is told only if it is all that there is, of a task that has no CPU.
     */
    Seq<Standing> of(Seq<State> states, Seq<String> actors) {
        LinkedHashSet<Standing> all = LinkedHashSet.empty();
        LinkedHashSet<Standing> stopped = LinkedHashSet.empty();
        for (State state : states) {
            for (String actor : actors) {
                Standing standing = of(state, state.model().actor(actor));
                all = all.size() < Blockage.MOST ? all.add(standing) : all;
                stopped = stopped.size() < Blockage.MOST && !goesOn(standing) ? stopped.add(standing) : stopped;
            }
        }
        return stopped.isEmpty() ? all.toVector() : stopped.toVector();
    }

    private static boolean goesOn(Standing standing) {
        return standing.ways()
                .exists(way -> way.outcome() == Outcome.GOES && way.shows().isEmpty());
    }

    private Standing of(State state, Actor actor) {
        Seq<Step> here = actor.steps().filter(step -> step.startsAt(state.at(actor)) && !Explanation.isBetween(step));
        return new Standing(actor.name(), state.at(actor).toString(), here.flatMap(step -> ways(state, step)));
    }

    private Seq<Way> ways(State state, Step step) {
        Seq<Move> moves = Move.in(state, step);
        if (moves.isEmpty()) {
            return Vector.of(new Way(
                    step, Vector.empty(), Outcome.WAITS, Vector.empty(), values(state, Move.blockers(state, step))));
        }
        return moves.map(move -> new Way(
                step,
                move.choices(),
                move.fails() ? Outcome.FAILS : Outcome.GOES,
                move.fails() ? Vector.empty() : reading.labels(move),
                values(state, move.reads())));
    }

    private static Seq<Value> values(State state, Seq<Cell<?>> cells) {
        return cells.map(cell -> new Value(cell, state.read(cell)));
    }
}
