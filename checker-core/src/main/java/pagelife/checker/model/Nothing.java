package pagelife.checker.model;

import pagelife.checker.value.Vacant;

/** What a place carries whose steps look at nothing but cells. */
public enum Nothing implements Vacant {
    /** The one value. */
    NOTHING;

    @Override
    public String toString() {
        return "nothing";
    }
}
