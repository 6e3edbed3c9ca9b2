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
}
