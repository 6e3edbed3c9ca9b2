package pagelife.checker.views;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/**
 * What can be said for any number of members.
 *
 * @param members how many members the last views show
 * @param bound from which count on counts are not told apart
 * @param views how many views there are
 * @param configurations how many configurations were looked at, of one member more than a view shows
 * @param closed whether there are no more views
 * @param refused the premise that does not hold, or why there may be more views; empty if {@code closed}
 * @param crowded whether members are named in values, so that some are out of sight and named
 * @param conserved what is conserved by every step that was taken, by name
 * @param answers one for each claim about states, steps or deadlocks
 */
public record Outlook(
        int members,
        int bound,
        int views,
        int configurations,
        boolean closed,
        String refused,
        boolean crowded,
        Seq<String> conserved,
        Seq<Answer> answers) {

    /** The large counts that steps were taken with, in ascending order. */
    public Seq<Integer> samples() {
        return Vector.ofAll(Counts.ABOVE).map(above -> bound + above);
    }

    /** How many states are made up to try what is assumed of claims. */
    public int madeUp() {
        return Trial.STATES;
    }

    /** On how many states that are made up it is tried whether what members own is never negative and adds up. */
    public int triedSums() {
        return Trial.SUMS;
    }

    /** Whether each claim is proved. */
    public boolean isWhole() {
        return closed && answers.forAll(Answer::isProved);
    }

    /** Whether views of more members may prove more: something resists. */
    boolean mayGrow() {
        return closed
                && answers.exists(
                        answer -> !answer.isProved() && answer.resists().isDefined());
    }

    /** The answer to the claim of this name. */
    public Answer answer(String claim) {
        return answers.find(answer -> answer.claim().name().equals(claim)).get();
    }

    Outlook with(Seq<Answer> others) {
        return new Outlook(members, bound, views, configurations, closed, refused, crowded, conserved, others);
    }

    /** This one with what is proved here, or by views of more members. */
    Outlook and(Outlook more) {
        Seq<Answer> merged = answers.map(known -> known.isProved() || !more.closed
                ? known
                : more.answer(known.claim().name()));
        return (more.closed ? more : this).with(merged);
    }
}
