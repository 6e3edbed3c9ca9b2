package pagelife.specs.threads;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Whether a statement is true.
 *
 * @param kind the answer
 * @param version the version from which on it is otherwise, where the answer has one; else empty
 */
public record Answer(Kind kind, String version) {
    /** The kinds of answers. */
    public enum Kind {
        /** All experiments bear it out. */
        TRUE,
        /** None does. */
        FALSE,
        /** The kernels before a version bear it out, those from then on do not. */
        TRUE_UNTIL,
        /** The kernels from a version on bear it out, those before do not. */
        TRUE_SINCE,
        /** What was proposed bears it out, what landed does not. */
        TRUE_FOR_PROPOSAL_NOT_LANDED,
        /** It is about something that no model knows. */
        NOT_MODELLED
    }

    static final Answer TRUE = new Answer(Kind.TRUE, "");
    static final Answer FALSE = new Answer(Kind.FALSE, "");
    static final Answer FOR_PROPOSAL = new Answer(Kind.TRUE_FOR_PROPOSAL_NOT_LANDED, "");
    static final Answer NOT_MODELLED = new Answer(Kind.NOT_MODELLED, "");

    static Answer until(String version) {
        return new Answer(Kind.TRUE_UNTIL, version);
    }

    static Answer since(String version) {
        return new Answer(Kind.TRUE_SINCE, version);
    }

    /**
     * The answer that follows from experiments, given in the order of history. Empty when they speak for and against
     * the statement in no order that an answer could sum up.
     *
     * @param bearsOut whether an experiment bears the statement out
     */
    static Option<Answer> of(Seq<Experiment> experiments, Predicate<Experiment> bearsOut) {
        if (experiments.isEmpty()) {
            return Option.some(NOT_MODELLED);
        }
        if (experiments.forAll(bearsOut)) {
            return Option.some(TRUE);
        }
        if (!experiments.exists(bearsOut)) {
            return Option.some(FALSE);
        }
        Seq<Experiment> landed = experiments.filter(tried -> tried.stage().kind() == Stage.Kind.LANDED);
        Seq<Experiment> others = experiments.removeAll(landed);
        if (!landed.exists(bearsOut)) {
            return Option.when(others.forAll(bearsOut), FOR_PROPOSAL);
        }
        if (landed.forAll(bearsOut)) {
            return Option.when(
                    !others.exists(bearsOut), () -> since(landed.head().stage().since()));
        }
        return turn(landed, bearsOut, Answer::until).orElse(turn(landed, bearsOut.negate(), Answer::since));
    }

    /** Where the first experiments are of one kind and all others are not. */
    private static Option<Answer> turn(
            Seq<Experiment> landed, Predicate<Experiment> first, Function<String, Answer> answer) {
        Seq<Experiment> rest = landed.dropWhile(first);
        boolean turns = rest.size() < landed.size() && rest.nonEmpty() && !rest.exists(first);
        return Option.when(turns, () -> answer.apply(rest.head().stage().since()));
    }

    @Override
    public String toString() {
        return kind.name().replace('_', ' ') + (version.isEmpty() ? "" : " " + version);
    }
}
