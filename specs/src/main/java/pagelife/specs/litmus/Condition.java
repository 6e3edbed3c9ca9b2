package pagelife.specs.litmus;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.checker.model.Word;
import pagelife.checker.result.Verdict;
import pagelife.specs.Expectation;

/**
 * What a litmus test asks.
 *
 * @param kind how it asks
 * @param text what it asks: an expression over states, or a claim
 * @param expected what the checker must say; empty when the condition must be true
 * @param schedule the run that shows it
 */
public record Condition(Kind kind, Word text, Option<Expectation> expected, Option<Schedule> schedule) {

    /**
     * How a condition asks; the words are those of herd where it has them. A final state is one in which no step is
     * possible.
     */
    public enum Kind {
        /** In every reachable state. */
        ALWAYS("always", "in every state: "),
        /** In no reachable state. */
        FORBID("forbid", "in no state: "),
        /** In some reachable state. */
        REACH("reach", "in some state: "),
        /** In some final state. */
        EXISTS("exists", "in some final state: "),
        /** In no final state. */
        NOT_EXISTS("~exists", "in no final state: "),
        /** In every final state. */
        FORALL("forall", "in every final state: "),
        /** A claim of the family by its name, or a formula of linear temporal logic. */
        CLAIM("", "every fair run is as the formula says");

        private final String word;
        private final String meaning;

        Kind(String word, String meaning) {
            this.word = word;
            this.meaning = meaning;
        }

        /** The word that it begins with; empty for a claim, which begins with none. */
        public String word() {
            return word;
        }

        /** What it says of the expression that follows. */
        String meaning() {
            return meaning;
        }

        /** Whether it asks about final states only. */
        public boolean isFinal() {
            return this == EXISTS || this == NOT_EXISTS || this == FORALL;
        }

        /** The kind that begins with {@code word}; empty for a claim. */
        static Option<Kind> of(String word) {
            return kinds().find(kind -> kind.word.equals(word));
        }

        /** The kinds that begin with a word. */
        static Seq<Kind> kinds() {
            return Vector.of(values()).remove(CLAIM);
        }
    }

    /** The condition in one line, as it is written. */
    public String name() {
        String one = text.text().strip().replaceAll("\\s+", " ");
        return kind == Kind.CLAIM ? one : kind.word() + " " + one;
    }

    /** What the checker must say: that it holds, unless the test says otherwise. */
    public Expectation expectation() {
        return expected.getOrElse(() -> new Expectation(name(), Verdict.HOLDS, Option.none()));
    }

    Condition expecting(Expectation verdict) {
        return new Condition(kind, text, Option.some(verdict), schedule);
    }

    Condition shownBy(Schedule run) {
        return new Condition(kind, text, expected, Option.some(run));
    }
}
