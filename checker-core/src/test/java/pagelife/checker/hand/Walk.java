package pagelife.checker.hand;

import pagelife.checker.model.Control;

/** A place on a straight road: the control of actors that just go on. */
public record Walk(int place) implements Control {
    /** The next place; the end after so many. */
    Control next(int places) {
        return place + 1 == places ? Control.finished() : new Walk(place + 1);
    }
}
