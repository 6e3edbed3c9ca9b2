package pagelife.reports.format;

/**
 * How much of the runs is wanted.
 *
 * @param witnesses whether runs that show what is so are wanted, and not only those that break a claim
 * @param allSteps whether every step is wanted, and not only those that the broken claim depends on
 */
public record Detail(boolean witnesses, boolean allSteps) {
    /** What breaks a claim, and of its steps those that the claim depends on. */
    public static final Detail USUAL = new Detail(false, false);

    /** The same with the runs that show what is so, if they are {@code wanted}. */
    public Detail withWitnesses(boolean wanted) {
        return new Detail(wanted, allSteps);
    }
}
