package pagelife.reports.outcome;

/**
 * What counterexamples are asked for beside the usual one.
 *
 * @param more how many further ones of each claim, from 0
 * @param through what some state of each is to be like, as text; empty for nothing
 */
public record Others(int more, String through) {
    /** None. */
    public static final Others NONE = new Others(0, "");
}
