package pagelife.specs.mutants;

/** The mistakes that are made. */
public enum Kind {
    /** What a step writes into a cell is not written: a forgotten put, a forgotten wake, a mapping that stays. */
    DROP_WRITE("leaves out its write of"),
    /** A number becomes one more than it should. */
    ONE_MORE("makes one too many of"),
    /** A number becomes one less than it should. */
    ONE_LESS("makes one too few of"),
    /** Of several that leave a queue or a set at once, only the first does. */
    TAKE_ONE("takes one only out of"),
    /** A step goes on where it should wait. */
    OPEN_GUARD("does not wait"),
    /** A step lets others in between what it reads and its first write: it writes what has become stale. */
    SPLIT("lets others in before its first write"),
    /** A step and the one after it change places. */
    SWAP("changes places with");

    private final String words;

    Kind(String words) {
        this.words = words;
    }

    /** What such a step does, to be followed by what it does it to. */
    public String words() {
        return words;
    }
}
