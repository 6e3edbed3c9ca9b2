package pagelife.models.page;

import pagelife.checker.model.Fact;

/**
 * That somebody holds references of something: a task at a place, a page-table entry, a pagemap. From these facts
 * follows who holds what in a state; no cell has to keep the books.
 *
 * @param what what is counted
 * @param owner on whose behalf, as its gets and puts name it
 * @param refs how many, as counted
 */
public record Holds(Counted what, Owner owner, int refs) implements Fact {
    /** A pin of a task: it holds as long as it likes. */
    public static Holds pin(TaskId task, PageId page, int refs) {
        return new Holds(page, new Owner.Pin(task), refs);
    }

    /** References that a task holds for a few steps. */
    public static Holds shortly(TaskId task, Counted what, int refs) {
        return new Holds(what, new Owner.Transient(task), refs);
    }

    /** Whether it is held as long as its owner likes. */
    public boolean isPin() {
        return owner instanceof Owner.Pin;
    }
}
