package pagelife.specs.matrix;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/**
 * A space and what breaks where.
 *
 * @param space the space
 * @param judged every combination that means something, in order
 * @param missing how many combinations were not checked, since the caller wanted to stop
 * @param models how many models it took
 * @param states how many states they have together
 */
public record Matrix(DesignSpace space, Seq<Judged> judged, int missing, int models, long states) {

    /** Whether every combination that means something was checked. */
    public boolean isWhole() {
        return missing == 0;
    }

    /** A combination with what breaks in it. It must mean something. */
    public Judged at(Combination combination) {
        return judged.find(one -> one.combination().equals(combination))
                .getOrElseThrow(() -> new IllegalArgumentException(combination + " means nothing: "
                        + space.exclusion(combination).getOrElse("it lacks a dimension")));
    }

    /** The combinations that meet a goal. */
    public Seq<Judged> meeting(Goal goal) {
        return judged.filter(goal::isMet);
    }

    /**
     * The nearest combinations that meet a goal: those that differ from a start in the fewest dimensions. Found breadth
     * first: all that are one change away, then two, and so on.
     */
    public Seq<Combination> nearest(Combination start, Goal goal) {
        Seq<Combination> there = meeting(goal).map(Judged::combination);
        for (int changes = 0; changes <= space.dimensions().size(); changes++) {
            int away = changes;
            Seq<Combination> found = there.filter(one -> start.changesTo(one).size() == away);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return Vector.empty();
    }

    /** The single changes that let a combination meet a goal. */
    public Seq<String> repairs(Combination broken, Goal goal) {
        return meeting(goal)
                .map(one -> broken.changesTo(one.combination()))
                .filter(changes -> changes.size() == 1)
                .map(Seq::head);
    }
}
