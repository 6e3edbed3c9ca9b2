package pagelife.reports.cli;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.model.TextException;
import pagelife.checker.search.Options;
import pagelife.models.Settings;
import pagelife.models.Workload;
import pagelife.reports.outcome.Shell;
import pagelife.specs.workloads.Selection;
import picocli.CommandLine.ParseResult;

/**
 * What the commands have in common that check many protocols made from one.
 *
 * @param console where progress is shown
 * @param parsed the command line
 */
record Many(Console console, ParseResult parsed) {
    /** The values of an option that may be repeated. */
    Seq<String> texts(String option) {
        return Vector.of(parsed.matchedOptionValue(option, new String[0]));
    }

    /** The value of an option that is a number. */
    int number(String option, int otherwise) {
        return parsed.hasMatchedOption(option)
                ? Amount.small(option, parsed.matchedOptionValue(option, ""))
                : otherwise;
    }

    /** What chance begins with: 1 unless somebody says otherwise, so that the same command does the same. */
    long seed() {
        return parsed.hasMatchedOption("--seed") ? Amount.count("--seed", parsed.matchedOptionValue("--seed", "")) : 1;
    }

    /** How many are checked at once. */
    int workers() {
        return number("--threads", Runtime.getRuntime().availableProcessors());
    }

    /** How each is checked. */
    Options options() {
        return Request.of(parsed).options().withTicker(console.ticker()).withInterrupted(console.interrupted());
    }

    /** What is done before the tasks of each workload begin. */
    Workload before() {
        String text = parsed.matchedOptionValue("--before", "");
        try {
            return text.isEmpty() ? Workload.NONE : Workload.NONE.after(text);
        } catch (TextException e) {
            throw new UsageException("--before (" + text + "): " + e.getMessage());
        }
    }

    /** Which operations are called in the workloads. */
    Selection selection() {
        return new Selection(texts("--without"), texts("--with"));
    }

    /** The same as options, each with a blank before it. */
    String selected() {
        return Vector.of("--without", "--with")
                .flatMap(option -> texts(option).map(name -> " " + option + " " + Shell.word(name)))
                .mkString();
    }

    /** Those of {@code options} that were given, each with a blank before it, and which operations are called. */
    String given(String... options) {
        return Vector.of(options)
                        .filter(parsed::hasMatchedOption)
                        .map(option -> " " + option + " " + Shell.word(parsed.matchedOptionValue(option, "")))
                        .mkString()
                + selected();
    }

    /** A line for how far all have come. */
    ProgressLine progress(String name) {
        return console.progress(Request.of(parsed).progress(), name + ": ");
    }

    /** Settings as options, each with a blank before it. */
    static String words(String option, Settings settings) {
        return Shell.options(option, settings);
    }
}
