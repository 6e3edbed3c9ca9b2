package pagelife.checker.model;

/**
 * A value of a cell that says which task has to give it back, such as a lock: the last step of a task that ends with it
 * fails, and so does the last step of a round of one that {@linkplain Script#serves serves} others {@linkplain
 * Script#forever forever}. Asked of cells whose {@linkplain Cell#type() type} is one of these, and
 * of those that {@linkplain ModelBuilder#lends lend} one.
 */
public interface Borrowed {
    /** Whether the task of this name has it. */
    boolean isHeldBy(String task);

    /** What a task does that has it, in words that its cell follows: {@code holds}. */
    default String holding() {
        return "holds";
    }

    /** What it should have done: {@code unlock}. */
    default String release() {
        return "unlock";
    }
}
