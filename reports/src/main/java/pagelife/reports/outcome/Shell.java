package pagelife.reports.outcome;

import io.vavr.collection.Seq;
import pagelife.models.Settings;

/** Text for a shell. */
public final class Shell {
    /** How the command was called, as the launcher says: from another folder it has another path. */
    private static final String COMMAND = System.getProperty("pagelife.command", "./check");

    private static final String SAFE = "-_./=+:,@%";
    private static final String EXPANDED = "\"$`\\!";

    private Shell() {}

    /** How the command is called. */
    public static String check() {
        return COMMAND;
    }

    /** A subcommand about what these words name. */
    public static String check(String subcommand, Seq<String> address) {
        return check(address.prepend(subcommand));
    }

    /** The command with these words. */
    public static String check(Seq<String> words) {
        return words.map(Shell::word).prepend(word(COMMAND)).mkString(" ");
    }

    /** Settings as options of this name, each with a blank before it. */
    public static String options(String option, Settings settings) {
        return settings.asMap()
                .map(entry -> " " + option + " " + word(entry._1() + "=" + entry._2()))
                .mkString();
    }

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
