package pagelife.reports.cli;

import pagelife.reports.page.Printable;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * What holds of every word of the command line: nothing is dropped silently, and nothing is taken for something else.
 */
final class Words {
    private Words() {}

    /** A word holds no character that acts instead of being seen. */
    static void require(String... arguments) {
        for (int i = 0; i < arguments.length; i++) {
            String word = arguments[i];
            int number = i + 1;
            word.chars().filter(Printable::isHarmful).findFirst().ifPresent(c -> {
                throw new UsageException(String.format(
                        "word %d of the command line (%s) holds a control character (U+%04X): write it without",
                        number, word, c));
            });
        }
    }

    /** No value is empty, and what a subcommand is told stands behind its name. */
    static void require(ParseResult parsed) {
        parsed.matchedArgs().forEach(Words::requireText);
        if (!parsed.hasSubcommand()) {
            return;
        }
        String subcommand = parsed.subcommand().commandSpec().name();
        parsed.matchedArgs().stream().findFirst().ifPresent(early -> {
            throw new UsageException(name(early) + " stands before " + subcommand
                    + ", which does not see it: a subcommand comes first, then its own options; ./check " + subcommand
                    + " --help shows them");
        });
        require(parsed.subcommand());
    }

    private static void requireText(ArgSpec given) {
        for (String value : given.originalStringValues()) {
            if (value.isBlank()) {
                throw new UsageException(
                        name(given) + " is empty: give a value, or leave it out; ./check --help shows all");
            }
        }
    }

    private static String name(ArgSpec given) {
        return given instanceof OptionSpec option ? option.longestName() : given.paramLabel();
    }
}
