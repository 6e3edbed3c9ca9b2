package pagelife.models.page;

import io.vavr.collection.Seq;

/**
 * A control of an actor that holds references on pages. From these, and from the page-table entries, follows who holds
 * what in a state; no cell has to keep the books.
 */
public interface Holder {
    /** What it holds. */
    Seq<Held> held();
}
