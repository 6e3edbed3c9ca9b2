package pagelife.specs.litmus;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.checker.model.Word;
import pagelife.checker.result.Trace;
import pagelife.checker.result.Verdict;
import pagelife.specs.Expectation;

/**
 * What a litmus test asks.
 *
 * @param kind how it asks
 * @param text what it asks: an expression over states, or a claim
 * @param expected what the checker must say; empty when the condition must be true
 * @param schedule the steps of the run that shows it
 * @param kept the run that shows it, with what it changed
 * @param fixed where that run is refused
 */
public record Condition(
        Kind kind,
        Word text,
        Option<Expectation> expected,
        Option<Schedule> schedule,
        Option<Kept> kept,
        Seq<Fixed> fixed) {

    /** A condition of which no run is kept. */
    public Condition(Kind kind, Word text, Option<Expectation> expected, Option<Schedule> schedule) {
        this(kind, text, expected, schedule, Option.none(), Vector.empty());
    }

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
        CLAIM("", "the formula holds on every fair run");

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
        return new Condition(kind, text, Option.some(verdict), schedule, kept, fixed);
    }

    Condition shownBy(Schedule run) {
        return new Condition(kind, text, expected, Option.some(run), kept, fixed);
    }

    Condition keeping(Kept run) {
        return new Condition(kind, text, expected, schedule, Option.some(run), fixed);
    }

    /** The condition with the run that shows what came out, which is expected from now on. */
    public Condition keeping(Verdict verdict, Trace trace) {
        return new Condition(
                kind,
                text,
                Option.some(new Expectation(name(), verdict, Option.some(trace.length()))),
                Option.none(),
                Option.some(Kept.of(trace)),
                fixed);
    }

    /** The condition with a further protocol where its run is refused. */
    public Condition refusedIn(Fixed twin) {
        return new Condition(kind, text, expected, schedule, kept, fixed.append(twin));
    }

    /** The condition and what is expected of it, with no run that shows it. */
    public Condition alone() {
        return new Condition(kind, text, expected, Option.none());
    }

    /** The run that shows it: the one that was kept, or the steps of a schedule. */
    public Option<Kept> run() {
        return kept.orElse(schedule.map(Schedule::kept));
    }
}
