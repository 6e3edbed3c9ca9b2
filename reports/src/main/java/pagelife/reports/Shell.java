package pagelife.reports;

/** Text for a shell. */
final class Shell {
    private static final String SAFE = "-_./=+:,@%";

    private Shell() {}

    /** {@code text} as one word: as it is, or in quotes. */
    static String word(String text) {
        if (!text.isEmpty() && text.chars().allMatch(Shell::isSafe)) {
            return text;
        }
        boolean expands = text.chars().anyMatch(c -> "\"$`\\!".indexOf(c) >= 0);
        return text.indexOf('\'') >= 0 && !expands ? '"' + text + '"' : "'" + text.replace("'", "'\\''") + "'";
    }

    private static boolean isSafe(int c) {
        return c < 128 && (Character.isLetterOrDigit(c) || SAFE.indexOf(c) >= 0);
    }
}
