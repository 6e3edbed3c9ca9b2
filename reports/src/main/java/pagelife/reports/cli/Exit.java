package pagelife.reports.cli;

/** How the command ends. */
enum Exit {
    /** All as claimed. */
    AS_CLAIMED(0),
    /** Some property is violated or never happens; or a spec came out otherwise than expected. */
    BROKEN(1),
    /** The command line or its input is wrong. */
    USAGE(2),
    /** A limit or the user stopped the search before everything was known. */
    UNDECIDED(3),
    /** A model that we ship, or we ourselves, made a mistake. */
    FAULT(4);

    private final int code;

    Exit(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
