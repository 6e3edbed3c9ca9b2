package pagelife.checker.ltl;

import io.vavr.collection.Seq;
import pagelife.checker.model.View;

/**
 * A word with an argument that counts something of an identity: {@code pins(P0)}.
 *
 * @param known the identities that it may be asked about
 * @param counts counts, as a pure function of what it reads
 */
public record Measure(Seq<Object> known, Counts counts) {
    /** Counts something of an identity in a state. */
    @FunctionalInterface
    public interface Counts {
        /** How many there are. */
        int in(View view, Object identity);
    }
}
