package pagelife.checker.views;

import io.vavr.collection.Seq;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import pagelife.checker.model.Actor;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Move;
import pagelife.checker.model.State;

/**
 * What can be done next, by the model's own code. A member's steps see what is common and what is its own, those of
 * others what is common: so each is executed once, whoever else is in sight, and what the proof rests on is checked of
 * it: it conserves what is conserved, and does the same for another member, and for other large counts.
 */
final class Steps {
    private final Shape shape;
    private final Counts counts;
    private final Seq<Actor> others;
    private final Map<Key, List<Outcome>> known = new HashMap<>();
    private final List<Move> taken = new ArrayList<>();

    /**
     * Whose steps: what is common, counts as they are, and what the member holds; null for those of no member. Where
     * members are named it matters which one it is; else 0.
     */
    private record Key(List<Object> shared, List<Object> own, int member) {}

    /**
     * What a step does.
     *
     * @param shared what is common after it; null where it fails, and nothing goes on
     * @param own what the member holds after it; of a step of no member as before, null
     * @param step the step
     */
    record Outcome(List<Object> shared, List<Object> own, String step) {
        boolean fails() {
            return shared == null;
        }

        private Outcome at(List<Object> cut) {
            return new Outcome(cut, own, "");
        }
    }

    Steps(Shape shape, Counts counts) {
        this.shape = shape;
        this.counts = counts;
        this.others = shape.instance().others();
    }

    /** Each move that was executed, once for all that are in sight beside it. */
    List<Move> taken() {
        return taken;
    }

    /** What those do who are no members. */
    List<Outcome> ofOthers(State state) {
        return known.computeIfAbsent(new Key(shape.common(state), null, 0), key -> {
            Seq<Move> moves = others.flatMap(actor -> Move.in(state, actor));
            requireLocal(moves, -1);
            requireConserved(moves);
            requireAlike(state, moves, larger -> others.flatMap(actor -> Move.in(larger, actor)));
            taken.addAll(moves.asJava());
            List<Outcome> outcomes = outcomes(moves, -1);
            State turned = turned(state, 1);
            Seq<Move> same = others.flatMap(actor -> Move.in(turned, actor));
            requireSame(outcomes, turnedBack(outcomes(same, -1), 1), state);
            return outcomes;
        });
    }

    /** What a member does. */
    List<Outcome> ofMember(State state, int member) {
        int which = shape.isCrowded() ? member : 0;
        return known.computeIfAbsent(new Key(shape.common(state), shape.own(state, member), which), key -> {
            Seq<Move> moves = moves(state, member);
            requireLocal(moves, member);
            requireConserved(moves);
            requireAlike(state, moves, larger -> moves(larger, member));
            taken.addAll(moves.asJava());
            List<Outcome> outcomes = outcomes(moves, member);
            for (int by = 1; by < shape.ofKind(shape.kind(member)); by++) {
                int other = shape.further(member, by);
                requireSame(outcomes, turnedBack(outcomes(moves(turned(state, by), other), other), by), state);
            }
            return outcomes;
        });
    }

    private Seq<Move> moves(State state, int member) {
        return Move.in(state, shape.instance().members().get(member));
    }

    /** The same with members of one kind exchanged: the one at a place is so much further on. */
    private State turned(State state, int by) {
        return shape.state(
                turned(shape.common(state), by),
                IntStream.range(0, shape.members())
                        .mapToObj(member -> shape.further(member, -by))
                        .map(member -> shape.plain(shape.own(state, member), member))
                        .toList());
    }

    private List<Object> turned(List<Object> shared, int by) {
        if (!shape.isCrowded()) {
            return shared;
        }
        Map<String, String> names = new HashMap<>();
        for (int member = 0; member < shape.members(); member++) {
            names.put(shape.name(member), shape.name(shape.further(member, by)));
        }
        return shape.renamed(shared, text -> names.getOrDefault(text, text));
    }

    private List<Outcome> turnedBack(List<Outcome> outcomes, int by) {
        return outcomes.stream()
                .map(one -> one.fails() ? one : new Outcome(turned(one.shared(), -by), one.own(), one.step()))
                .toList();
    }

    /** What there is after them. */
    private List<Outcome> outcomes(Seq<Move> moves, int member) {
        return moves.map(move -> outcome(move, member)).asJava();
    }

    /** Nothing goes on after one that fails. */
    private Outcome outcome(Move move, int member) {
        String step = move.step().toString();
        return move.fails()
                ? new Outcome(null, null, step)
                : new Outcome(
                        shape.common(move.to()),
                        member < 0 ? null : shape.plain(shape.own(move.to(), member), member),
                        step);
    }

    private void requireLocal(Seq<Move> moves, int member) {
        for (Move move : moves) {
            for (Cell<?> cell : move.reads().appendAll(move.writes())) {
                if (shape.isOfAnother(cell, member)) {
                    throw new Refused("step " + move + " looks at " + cell + ", which is another member's");
                }
            }
        }
    }

    private void requireConserved(Seq<Move> moves) {
        if (moves.isEmpty()) {
            return;
        }
        for (Conserved<?> one : shape.instance().conserved()) {
            int unowned = one.unowned(moves.head().before());
            for (Move move : moves) {
                int change = one.counted(move.after()) - one.counted(move.before());
                int left = one.unowned(move.after()) - unowned;
                if (left != 0) {
                    throw new Refused("step " + move + " changes the count of " + one.name() + " by " + change
                            + ", and what its owners hold by " + (change - left));
                }
            }
        }
    }

    private void requireSame(List<Outcome> outcomes, List<Outcome> exchanged, State state) {
        if (!bag(outcomes).equals(bag(exchanged))) {
            if (!shape.isCrowded() && outcomes.stream().anyMatch(this::names)) {
                throw new Named();
            }
            throw new Refused(
                    "the members are not interchangeable: with two exchanged another thing happens in " + state);
        }
    }

    private boolean names(Outcome outcome) {
        return !outcome.fails()
                && (shape.names(outcome.shared()) || outcome.own() != null && shape.names(outcome.own()));
    }

    private static Map<Outcome, Integer> bag(List<Outcome> outcomes) {
        Map<Outcome, Integer> bag = new HashMap<>();
        outcomes.forEach(one -> bag.merge(one.at(one.shared()), 1, Integer::sum));
        return bag;
    }

    /** Other large counts have the same steps, which make the same change. */
    private void requireAlike(State state, Seq<Move> moves, java.util.function.Function<State, Seq<Move>> code) {
        List<Object> shared = shape.common(state);
        if (!counts.anyLarge(shared)) {
            return;
        }
        List<List<Object>> members = IntStream.range(0, shape.members())
                .mapToObj(member -> shape.own(state, member))
                .toList();
        counts.far(shared)
                .forEach(far ->
                        taken.addAll(code.apply(shape.state(far, members)).asJava()));
        for (List<Object> sample : counts.further(shared)) {
            State larger = shape.state(sample, members);
            Seq<Move> more = code.apply(larger);
            if (moves.size() != more.size()
                    || !moves.zip(more).forAll(pair -> isSame(state, pair._1(), larger, pair._2()))) {
                throw new Refused("the code tells counts apart from " + counts.bound() + " on, in " + state);
            }
        }
    }

    private boolean isSame(State before, Move one, State larger, Move other) {
        if (one.step() != other.step()
                || one.fails() != other.fails()
                || !one.choices().equals(other.choices())) {
            return false;
        }
        State shifted = one.to();
        for (Conserved<?> quantity : shape.instance().conserved()) {
            int change = quantity.counted(one.to()) - quantity.counted(before);
            int wanted = quantity.counted(larger) + change;
            if (change <= -Counts.SAMPLES || quantity.counted(other.to()) != wanted) {
                return false;
            }
            shifted = quantity.counting(shifted, wanted);
        }
        return shifted.equals(other.to());
    }
}
