package pagelife.models.fsdax;

/** Who holds a pin, and so how it is dropped. */
public enum PinHolder {
    /** A driver: {@code unpin_user_page}. */
    DRIVER(Rule.UNPIN_WAKES, "unpin_user_page"),
    /** A pipe, after vmsplice: {@code put_page}. */
    PIPE(Rule.PUT_PAGE_WAKES, "put_page"),
    /** Direct I/O in flight: {@code __bio_release_pages}. */
    DIRECT_IO(Rule.DIRECT_IO_WAKES, "__bio_release_pages");

    private final Rule rule;
    private final String put;

    PinHolder(Rule rule, String put) {
        this.rule = rule;
        this.put = put;
    }

    /** The rule that says whether its put wakes. */
    Rule rule() {
        return rule;
    }

    @Override
    public String toString() {
        return put;
    }
}
