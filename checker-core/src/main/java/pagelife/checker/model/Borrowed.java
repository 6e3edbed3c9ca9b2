package pagelife.checker.model;

/**
 * A value of a cell that says which task has to give it back, such as a lock: the last step of a task that ends with it
 * fails. Asked of cells whose {@linkplain Cell#type() type} is one of these.
 */
public interface Borrowed {
    /** Whether the task of this name has it. */
    boolean isHeldBy(String task);
}
