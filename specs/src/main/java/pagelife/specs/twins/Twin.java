package pagelife.specs.twins;

import io.vavr.collection.Seq;

/**
 * What came out for a switch.
 *
 * @param tried the switch
 * @param repaired the claims that are broken with it and hold without it: what it breaks
 * @param mended the claims that hold with it and are broken without it: what it mends
 * @param replays whether the model's code takes the trace of each of them again, and it breaks the claim
 */
public record Twin(Switch tried, Seq<Repaired> repaired, Seq<Repaired> mended, boolean replays) {
    /**
     * A claim that is broken in one of two protocols and holds in the other.
     *
     * @param property its name
     * @param length the steps of the shortest trace that breaks it
     */
    public record Repaired(String property, int length) {}

    /** Whether it is a pair of twins: one of them broken, the other not, in one claim at least. */
    public boolean differ() {
        return replays && !(repaired.isEmpty() && mended.isEmpty());
    }
}
