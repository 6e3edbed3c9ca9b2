package pagelife.reports.page;

/** What a piece of text means to the eye, as an ANSI colour. */
public enum Tone {
    /** As claimed. */
    GOOD("32"),
    /** Broken. */
    BAD("1;31"),
    /** Not known. */
    DOUBTFUL("33"),
    /** Less important than what stands beside it. */
    FAINT("2"),
    /** A heading. */
    STRONG("1");

    private final String code;

    Tone(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }
}
