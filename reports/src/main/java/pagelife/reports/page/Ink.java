package pagelife.reports.page;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether tones are shown. */
public enum Ink {
    /** Text and nothing else. */
    PLAIN,
    /** With ANSI escape sequences. */
    COLOUR;

    private static final Pattern TONE = Pattern.compile("\u001b\\[[0-9;]*m");

    /** {@code text} in {@code tone}. */
    public String paint(Tone tone, String text) {
        return this == PLAIN || text.isEmpty() ? text : "\u001b[" + tone.code() + "m" + text + "\u001b[0m";
    }

    /** {@code text} as it may be shown: what is not a tone and would act on a terminal is spelt out. */
    String printable(String text) {
        if (this == PLAIN || !text.contains("\u001b")) {
            return Printable.of(text);
        }
        Matcher tone = TONE.matcher(text);
        StringBuilder shown = new StringBuilder();
        int from = 0;
        while (tone.find()) {
            shown.append(Printable.of(text.substring(from, tone.start()))).append(tone.group());
            from = tone.end();
        }
        return shown.append(Printable.of(text.substring(from))).toString();
    }

    /** How many characters of {@code text} a reader sees. */
    public static int width(String text) {
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
