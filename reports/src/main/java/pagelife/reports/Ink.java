package pagelife.reports;

/** Whether tones are shown. */
public enum Ink {
    /** Text and nothing else. */
    PLAIN,
    /** With ANSI escape sequences. */
    COLOUR;

    /** {@code text} in {@code tone}. */
    public String paint(Tone tone, String text) {
        return this == PLAIN || text.isEmpty() ? text : "\u001b[" + tone.code() + "m" + text + "\u001b[0m";
    }

    /** How many characters of {@code text} a reader sees. */
    static int width(String text) {
        int width = 0;
        boolean escaped = false;
        for (int i = 0; i < text.length(); i++) {
            escaped |= text.charAt(i) == '\u001b';
            width += escaped ? 0 : 1;
            escaped &= text.charAt(i) != 'm';
        }
        return width;
    }
}
