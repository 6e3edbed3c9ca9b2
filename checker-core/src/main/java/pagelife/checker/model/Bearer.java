package pagelife.checker.model;

import io.vavr.collection.Seq;

/** A value of a cell that says facts: a page-table entry that holds a reference, the pins that a task keeps. */
public interface Bearer {
    /** What is so as long as a cell holds this value. */
    Seq<? extends Fact> facts();
}
