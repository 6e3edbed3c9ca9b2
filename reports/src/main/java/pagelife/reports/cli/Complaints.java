package pagelife.reports.cli;

import io.vavr.collection.Vector;
import pagelife.reports.outcome.Unknown;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What the parser complains about, in our words. */
final class Complaints {
    private Complaints() {}

    static String about(ParameterException complaint) {
        if (complaint instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched);
        }
        if (complaint instanceof MissingParameterException missing
                && missing.getMissing().get(0) instanceof OptionSpec option) {
            return option.longestName() + " needs a value (" + option.paramLabel() + "); ./check --help shows all";
        }
        String message = complaint.getMessage();
        return Character.toLowerCase(message.charAt(0)) + message.substring(1) + "; ./check --help shows all";
    }

    /** One word too many. */
    static String unexpected(String word) {
        return "unexpected argument " + word
                + ": one VARIANT at a time, or litmus tests only; ./check --help shows all";
    }

    private static String unmatched(UnmatchedArgumentException complaint) {
        String word = complaint.getUnmatched().get(0);
        if (!word.startsWith("-")) {
            return unexpected(word);
        }
        int equals = word.indexOf('=');
        String name = equals < 0 ? word : word.substring(0, equals);
        Vector<String> known = Vector.ofAll(
                complaint.getCommandLine().getCommandSpec().optionsMap().keySet());
        return Unknown.name("option", name, known, "./check --help shows all").getMessage();
    }
}
