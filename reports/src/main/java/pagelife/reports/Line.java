package pagelife.reports;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import pagelife.checker.result.Verdict;
import pagelife.reports.outcome.Judgement;
import pagelife.reports.outcome.Names;
import pagelife.reports.page.Amounts;
import pagelife.reports.told.Part;
import pagelife.reports.told.Told;
import pagelife.specs.Size;

/** What was expected against what was found: a line of a report. */
public sealed interface Line extends Part permits ToldSpec, ToldTest {
    /** Its name. */
    String id();

    /** The command that repeats it. */
    String command();

    /** Whether everything came out as expected. */
    boolean asExpected();

    /** Whether nothing speaks against the expectations, but a limit stopped the search before all was known. */
    boolean undecided();

    /** What went wrong with the model or the checker itself; empty when nothing did. */
    default String fault() {
        return "";
    }

    /** Each expectation and what was found. */
    Seq<Judged> judgements();

    /** The size expected and found, where one is expected. */
    default Option<Sizes> size() {
        return Option.none();
    }

    /**
     * An expectation and what was found.
     *
     * @param property the claim's name
     * @param claim what it says
     * @param asExpected whether it came out as expected
     * @param expected the answer expected
     * @param found the answer found
     */
    record Judged(String property, String claim, boolean asExpected, Verdicted expected, Verdicted found)
            implements Part {
        /** It, to be told. */
        public static Judged of(Judgement judgement) {
            return new Judged(
                    judgement.expected().property(),
                    judgement.claim(),
                    judgement.asExpected(),
                    new Verdicted(
                            judgement.expected().verdict(), judgement.expected().length()),
                    new Verdicted(judgement.found(), judgement.length()));
        }

        /** What was found, shortly: {@code INV-1 in 6}, {@code W-3 NEVER HAPPENS}. */
        public String brief() {
            String steps = found.length().map(number -> " in " + number).getOrElse("");
            return Names.brief(property)
                    + (found.verdict() == Verdict.VIOLATED ? steps : " " + Names.word(found.verdict()));
        }

        /** What is wrong: {@code INV-1: expected HOLDS, found VIOLATED in 6}. */
        public String difference() {
            return property + ": expected " + expected.words() + ", found " + found.words();
        }
    }

    /**
     * An answer.
     *
     * @param verdict the verdict
     * @param length the steps of the trace; empty when there is none, or any will do
     */
    record Verdicted(Verdict verdict, Option<Integer> length) implements Part {
        private String words() {
            String word = Names.word(verdict);
            return length.map(steps -> word + " in " + steps).getOrElse(word);
        }
    }

    /**
     * How large the graph of states is.
     *
     * @param expected the size expected
     * @param found the size found; empty when not all states were seen
     */
    record Sizes(Told expected, Option<Told> found) implements Part {
        /** {@code expected 26 states and 51 transitions, found ...}; empty if nothing is wrong. */
        public Option<String> difference() {
            return Option.when(
                    !found.contains(expected),
                    () -> "expected " + expected.words() + ", found "
                            + found.map(Told::words).getOrElse("that not all states were seen"));
        }

        /**
         * A size.
         *
         * @param states how many states
         * @param transitions how many transitions
         */
        public record Told(long states, long transitions) implements Part {
            static Told of(Size size) {
                return new Told(size.states(), size.transitions());
            }

            private String words() {
                return Amounts.counted(states, "state") + " and " + Amounts.counted(transitions, "transition");
            }
        }
    }
}
