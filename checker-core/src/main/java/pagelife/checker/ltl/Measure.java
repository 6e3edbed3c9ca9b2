package pagelife.checker.ltl;

import io.vavr.collection.Seq;
import pagelife.checker.model.View;

/**
 * A word with an argument: {@code pins(P0)} counts something of an identity, {@code asleep(truncate)} says whether
 * something is so of it. An actor is an identity, too.
 *
 * @param known the identities that it may be asked about
 * @param isTruth whether it says that something is so, by any number but 0
 * @param counts counts, as a pure function of what it reads
 */
public record Measure(Seq<Object> known, boolean isTruth, Counts counts) {
    /** A word that counts. */
    public static Measure of(Seq<Object> known, Counts counts) {
        return new Measure(known, false, counts);
    }

    /** A word that is true or false. */
    public static Measure truth(Seq<Object> known, Holds holds) {
        return new Measure(known, true, (view, identity) -> holds.of(view, identity) ? 1 : 0);
    }

    /** Counts something of an identity in a state. */
    @FunctionalInterface
    public interface Counts {
        /** How many there are. */
        int in(View view, Object identity);
    }

    /** Says whether something is so of an identity in a state. */
    @FunctionalInterface
    public interface Holds {
        /** Whether it is so. */
        boolean of(View view, Object identity);
    }
}
