package pagelife.reports.cli;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pagelife.reports.outcome.Shell;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * The manual page of a command with its subcommands, in the language of {@code man}: the words of {@code --help}, once
 * more. See man(7) and groff_man(7).
 */
final class ManPage {
    /** What can be pasted, as {@link HelpText} has it. */
    private static final Pattern COMMAND = Pattern.compile("`([^`]*)`");

    private final CommandSpec command;
    private final StringBuilder text = new StringBuilder();

    private ManPage(CommandSpec command) {
        this.command = command;
    }

    /** The page; {@code version} is what it is of. */
    static String of(CommandSpec command, String version) {
        ManPage page = new ManPage(command);
        page.write(version);
        return page.text.toString();
    }

    private void write(String version) {
        String name = command.name();
        line(".TH " + name.toUpperCase(Locale.ROOT) + " 1 \"\" \"" + escaped("pagelife " + version)
                + "\" \"Pagelife\"");
        section("NAME");
        line(escaped(name) + " \\- model checker for page lifetimes");
        section("SYNOPSIS");
        synopsis(name, command);
        command.subcommands().values().forEach(sub -> {
            line(".br");
            synopsis(name + " " + sub.getCommandSpec().name(), sub.getCommandSpec());
        });
        section("DESCRIPTION");
        described(command);
        arguments(command);
        section("OPTIONS");
        options(command);
        section("COMMANDS");
        command.subcommands().values().forEach(sub -> subcommand(sub.getCommandSpec()));
        section("NOTES");
        Vector.of(command.usageMessage().footer()).forEach(this::paragraph);
    }

    private void synopsis(String words, CommandSpec spec) {
        line("\\fB" + escaped(words) + "\\fR"
                + (optionsOf(spec).isEmpty() ? "" : " [\\fIOPTIONS\\fR]")
                + Vector.ofAll(spec.positionalParameters())
                        .map(one -> " " + placed(one))
                        .mkString());
    }

    private static String placed(PositionalParamSpec one) {
        String label =
                "\\fI" + escaped(one.paramLabel()) + "\\fR" + (one.arity().max() > 1 ? " ..." : "");
        return one.arity().min() == 0 ? "[" + label + "]" : label;
    }

    private void subcommand(CommandSpec spec) {
        line(".SS \"" + escaped(command.name() + " " + spec.name()) + "\"");
        described(spec);
        arguments(spec);
        options(spec);
    }

    private void described(CommandSpec spec) {
        UsageMessageSpec usage = spec.usageMessage();
        Vector.of(usage.description()).forEach(this::paragraph);
    }

    private void arguments(CommandSpec spec) {
        spec.positionalParameters().forEach(one -> item("\\fI" + escaped(one.paramLabel()) + "\\fR", one));
    }

    private void options(CommandSpec spec) {
        optionsOf(spec).forEach(one -> item(head(one), one));
    }

    private static Seq<OptionSpec> optionsOf(CommandSpec spec) {
        return Vector.ofAll(spec.options()).reject(OptionSpec::hidden);
    }

    private static String head(OptionSpec option) {
        String names = Vector.of(option.names())
                .map(name -> "\\fB" + escaped(name) + "\\fR")
                .mkString(", ");
        boolean hasValue = option.arity().max() > 0;
        String value = "\\fI" + escaped(option.paramLabel()) + "\\fR";
        return names + (hasValue ? option.arity().min() == 0 ? "[=" + value + "]" : " " + value : "");
    }

    private void item(String head, ArgSpec one) {
        line(".TP");
        line(head);
        Vector.of(one.description()).forEach(this::words);
    }

    private void section(String name) {
        line(".SH " + name);
    }

    private void paragraph(String words) {
        line(".PP");
        words(words);
    }

    private void words(String words) {
        if (!words.isBlank()) {
            line(COMMAND.matcher(escaped(words))
                    .replaceAll(whole -> Matcher.quoteReplacement(
                            "\\fB" + whole.group(1).replace("./check", escaped(Shell.check())) + "\\fR")));
        }
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    /** As it is: a backslash, a hyphen and a quotation mark mean themselves, and a line never begins with a command. */
    private static String escaped(String words) {
        String plain = words.replace("\\", "\\e")
                .replace("-", "\\-")
                .replace("'", "\\(aq")
                .replace("\"", "\\(dq")
                .replace("^", "\\(ha")
                .replace("~", "\\(ti");
        return plain.startsWith(".") ? "\\&" + plain : plain;
    }
}
