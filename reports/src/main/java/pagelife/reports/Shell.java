package pagelife.reports;

/** Text for a shell. */
public final class Shell {
    private static final String SAFE = "-_./=+:,@%";
    private static final String EXPANDED = "\"$`\\!";

    private Shell() {}

    /** {@code text} as one word: as it is, or in quotes. */
    public static String word(String text) {
        boolean safe = !text.isEmpty();
        boolean quoted = false;
        boolean expanded = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            safe &= c < 128 && (Character.isLetterOrDigit(c) || SAFE.indexOf(c) >= 0);
            quoted |= c == '\'';
            expanded |= EXPANDED.indexOf(c) >= 0;
        }
        if (safe) {
            return text;
        }
        return quoted && !expanded ? '"' + text + '"' : "'" + text.replace("'", "'\\''") + "'";
    }
}
