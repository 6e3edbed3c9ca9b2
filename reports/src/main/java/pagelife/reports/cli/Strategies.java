package pagelife.reports.cli;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.simulate.Strategy;

/** Strategies of random walks as users write them. */
final class Strategies {
    /** How they are written. */
    static final String USAGE = "uniform|pct-N|delay-N";

    /** What can be named, for completion. */
    static final Seq<String> EXAMPLES = Vector.of("uniform", "pct-3", "delay-2");

    private static final String PRIORITIES = "pct-";
    private static final String DELAYS = "delay-";

    private Strategies() {}

    /** The strategy of this word. */
    static Strategy read(String option, String word) {
        if (word.equals("uniform")) {
            return new Strategy.Uniform();
        }
        if (word.startsWith(PRIORITIES)) {
            return new Strategy.Priorities(number(option, word, PRIORITIES));
        }
        if (word.startsWith(DELAYS)) {
            return new Strategy.Delays(number(option, word, DELAYS));
        }
        throw wrong(option, word);
    }

    private static int number(String option, String word, String before) {
        String digits = word.substring(before.length());
        if (!digits.matches("[1-9][0-9]{0,3}")) {
            throw wrong(option, word);
        }
        return Integer.parseInt(digits);
    }

    private static UsageException wrong(String option, String word) {
        return new UsageException(option + " (" + word
                + ") must be uniform, pct-N or delay-N with a number from 1 to 9999, such as pct-3");
    }
}
