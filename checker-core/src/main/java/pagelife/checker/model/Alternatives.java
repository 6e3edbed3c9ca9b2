package pagelife.checker.model;

import io.vavr.collection.Seq;

/** How many alternatives a choice may have, and how often a step may choose: more than any step has that ends. */
public final class Alternatives {
    private static final int MOST = 100_000;
    private static final int MOST_CHOICES = 1_000;

    private Alternatives() {}

    /**
     * How many there are.
     *
     * @param who who chooses, such as {@code it}
     * @param before how often it has chosen before in the same step
     * @throws ModelException if there is none, or no end of them
     */
    public static int count(String who, String what, Seq<?> among, int before) {
        if (among.isEmpty()) {
            throw new ModelException(
                    who + " chooses " + what + " among nothing: give at least one alternative, or wait");
        }
        if (before >= MOST_CHOICES) {
            throw new ModelException(who + " chooses " + what + " after " + before
                    + " other choices in one step: it seems to go on without end; bound it in the model");
        }
        int count =
                among.hasDefiniteSize() ? among.size() : among.take(MOST + 1).size();
        if (count > MOST) {
            throw new ModelException(who + " chooses " + what + " among more than " + MOST + " alternatives, such as "
                    + among.take(3).mkString(", ") + ": bound them in the model");
        }
        return count;
    }
}
