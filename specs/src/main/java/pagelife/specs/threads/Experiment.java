package pagelife.specs.threads;

import io.vavr.control.Option;
import java.util.function.BooleanSupplier;
import pagelife.checker.result.Verdict;
import pagelife.models.Settings;

/** Something that can be tried, what a statement predicts of it, and what we expect. */
public sealed interface Experiment {
    /** Which kernels it speaks of. */
    Stage stage();

    /** The verdict that the statement predicts. */
    Verdict predicted();

    /** The verdict that we expect. */
    Verdict expected();

    /** The steps of the shortest trace that we expect; empty when there is none, or when it does not matter. */
    Option<Integer> length();

    /**
     * A check of a property.
     *
     * @param variant the full name of a variant
     * @param rules rules set otherwise than in the variant
     * @param bounds bounds set otherwise than in the variant
     * @param property the property, named in full or by its first word
     */
    record Check(
            Stage stage,
            String variant,
            Settings rules,
            Settings bounds,
            String property,
            Verdict predicted,
            Verdict expected,
            Option<Integer> length)
            implements Experiment {}

    /**
     * Something that can be worked out without a search.
     *
     * @param question what is asked, as a statement
     * @param answer works it out
     * @param command the command that shows the figures
     */
    record Reckoning(
            Stage stage, String question, BooleanSupplier answer, Verdict predicted, Verdict expected, String command)
            implements Experiment {

        /** A reckoning that bears the statement out, or not. */
        static Reckoning of(Stage stage, String question, BooleanSupplier answer, Verdict expected, String command) {
            return new Reckoning(stage, question, answer, Verdict.HOLDS, expected, command);
        }

        @Override
        public Option<Integer> length() {
            return Option.none();
        }
    }
}
