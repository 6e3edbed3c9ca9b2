package pagelife.checker.simulate;

import java.util.Random;

/**
 * Random walks to take. With equal walks the same is found, whatever the number of threads.
 *
 * @param count how many; {@link Long#MAX_VALUE} for as many as there is time for
 * @param depth how many steps each takes at most
 * @param seed what chance begins with
 * @param strategy who goes next
 */
public record Walks(long count, int depth, long seed, Strategy strategy) {
    /** As many walks unless somebody says otherwise: some seconds. */
    public static final long USUAL_COUNT = 1000;

    /** As many steps in a walk unless somebody says otherwise: several times the shortest traces of what we ship. */
    public static final int USUAL_DEPTH = 250;

    /* The increment and the two factors of SplitMix64: Steele, Lea, Flood, OOPSLA 2014, figure 16. */
    private static final long GAMMA = 0x9E3779B97F4A7C15L;
    private static final long FIRST_FACTOR = 0xBF58476D1CE4E5B9L;
    private static final long SECOND_FACTOR = 0x94D049BB133111EBL;

    /** Count and depth must be positive. */
    public Walks {
        if (count <= 0) {
            throw new IllegalArgumentException("count (" + count + ") must be positive: at least one walk is taken");
        }
        if (depth <= 0) {
            throw new IllegalArgumentException("depth (" + depth + ") must be positive: a walk takes a step at least");
        }
    }

    /** The usual number of walks of the usual length, every task as likely as any other. */
    public static Walks usual(long seed) {
        return new Walks(USUAL_COUNT, USUAL_DEPTH, seed, new Strategy.Uniform());
    }

    /** The chance of one walk, which depends on the seed and its number only. */
    Random random(long number) {
        return random(seed, number);
    }

    /** The chance of number {@code number} of those that come of a seed: neighbours have nothing in common. */
    public static Random random(long seed, long number) {
        long mixed = seed + (number + 1) * GAMMA;
        mixed = (mixed ^ mixed >>> 30) * FIRST_FACTOR;
        mixed = (mixed ^ mixed >>> 27) * SECOND_FACTOR;
        return new Random(mixed ^ mixed >>> 31);
    }
}
