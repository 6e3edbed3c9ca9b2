package pagelife.reports;

/** Text for a shell. */
final class Shell {
    private static final String SAFE = "-_./=+:,@%";

    private Shell() {}

    /** {@code text} as one word: as it is, or in single quotes. */
    static String word(String text) {
        boolean safe = !text.isEmpty();
        for (int i = 0; i < text.length() && safe; i++) {
            char c = text.charAt(i);
            safe = c < 128 && (Character.isLetterOrDigit(c) || SAFE.indexOf(c) >= 0);
        }
        return safe ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
