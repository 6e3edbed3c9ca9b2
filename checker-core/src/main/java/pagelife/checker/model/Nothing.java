package pagelife.checker.model;

/** What a place carries whose steps look at nothing but cells. */
public enum Nothing {
    /** The one value. */
    NOTHING;

    @Override
    public String toString() {
        return "nothing";
    }
}
