package pagelife.reports.cli;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pagelife.reports.outcome.Shell;
import pagelife.reports.page.Page;
import pagelife.reports.page.Tone;
import pagelife.reports.page.Wrap;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The help of a command. What is quoted in a description, and a command between backquotes, stays in one line, so that
 * it can be pasted.
 */
final class HelpText {
    /** Where descriptions begin, behind the names of options; below them where there is no room for that. */
    private static final int BESIDE = 26;

    private static final int BELOW = 6;

    private static final Pattern WHOLE = Pattern.compile("`[^`]*`|'[^']*'");
    private static final char TIED = '\u00a0';

    private final Page page;
    private final CommandSpec command;
    private final int descriptions;

    HelpText(Page page, CommandSpec command) {
        this.page = page;
        this.command = command;
        this.descriptions = page.width() < Page.USUAL_WIDTH ? BELOW : BESIDE;
    }

    /** Writes it. */
    void print() {
        head("Usage: ", usage());
        lines(command.usageMessage().description());
        section(Vector.ofAll(command.positionalParameters())
                .map(parameter -> Vector.of(parameter.paramLabel(), text(parameter.description()))));
        section(Vector.ofAll(command.options()).map(option -> Vector.of(head(option), text(option.description()))));
        if (!command.subcommands().isEmpty()) {
            page.line("");
            page.line(page.paint(Tone.STRONG, "Commands, each with a --help of its own:"));
            command.subcommands()
                    .forEach((name, line) -> entry(
                            name, text(line.getCommandSpec().usageMessage().description())));
        }
        lines(command.usageMessage().footer());
    }

    private String usage() {
        String name = command.parent() == null ? Shell.check() : Shell.check() + " " + command.name();
        Seq<String> parameters = Vector.ofAll(command.positionalParameters())
                .map(parameter ->
                        (parameter.arity().min() == 0 ? "[" + parameter.paramLabel() + "]" : parameter.paramLabel())
                                + (parameter.arity().max() > 1 ? "..." : ""));
        return parameters.prepend(name).append("[OPTION]...").mkString(" ");
    }

    private static String head(OptionSpec option) {
        String names = String.join(", ", option.names());
        if (option.arity().max() == 0) {
            return names;
        }
        return option.arity().min() == 0 ? names + "[=" + option.paramLabel() + "]" : names + " " + option.paramLabel();
    }

    private static String text(String... lines) {
        return String.join(" ", lines);
    }

    private void section(Seq<Vector<String>> entries) {
        if (!entries.isEmpty()) {
            page.line("");
            entries.forEach(entry -> entry(entry.get(0), entry.get(1)));
        }
    }

    private void entry(String head, String text) {
        String begin = "  " + head;
        if (begin.length() > descriptions - 2) {
            page.line(begin);
            begin = "";
        }
        head(Wrap.pad(begin, descriptions), text);
    }

    private void lines(String... texts) {
        if (texts.length > 0) {
            page.line("");
            Vector.of(texts).forEach(text -> head("", text));
        }
    }

    private void head(String head, String text) {
        String before = head;
        for (String line : Wrap.words(tied(text), page.width() - head.length())) {
            page.line(before + line.replace(TIED, ' '));
            before = " ".repeat(head.length());
        }
    }

    /** What must stay in one line, without the backquotes. */
    private static String tied(String text) {
        return WHOLE.matcher(text)
                .replaceAll(whole -> Matcher.quoteReplacement(whole.group()
                        .replace("`", "")
                        .replace("./check", Shell.check())
                        .replace(' ', TIED)));
    }
}
