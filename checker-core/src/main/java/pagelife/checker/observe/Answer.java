package pagelife.checker.observe;

/** What is said of a recording. */
public sealed interface Answer permits Explanation, Blockage, Undecided {
    /** How many observations were explained. */
    int explained();

    /** How many states of the model, each with what was owed there, were looked at. */
    long nodes();
}
