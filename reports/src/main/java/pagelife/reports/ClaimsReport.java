package pagelife.reports;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.util.function.Function;
import pagelife.checker.result.Verdict;
import pagelife.reports.told.Part;
import pagelife.specs.threads.Answer;
import pagelife.specs.threads.Answered;
import pagelife.specs.threads.Experiment;
import pagelife.specs.threads.Stage;

/**
 * The statements of the mail threads, each with its answer and what shows it.
 *
 * @param asExpected how many are answered as expected
 * @param claims the statements
 * @param measured all that may differ from run to run
 */
public record ClaimsReport(int asExpected, Seq<Statement> claims, CatalogueReport.Taken measured) implements Report {
    /** The format and its version. */
    public static final String FORMAT = "pagelife-claims/1";

    /** The answer where some search was stopped too early. */
    private static final String UNDECIDED = "UNDECIDED";

    /**
     * A statement.
     *
     * @param id its id
     * @param seed the number of the thread
     * @param sentence what it says
     * @param source who says so, and where
     * @param answer the answer found
     * @param version the version that the answer names; may be empty
     * @param expected the answer expected, in words
     * @param asExpected whether every experiment and the answer came out as expected
     * @param why the reason
     * @param experiments what was tried
     */
    public record Statement(
            String id,
            String seed,
            String sentence,
            String source,
            String answer,
            String version,
            String expected,
            boolean asExpected,
            String why,
            Seq<Test> experiments)
            implements Part {
        private static Statement of(Answered answered, Function<Experiment, String> command) {
            return new Statement(
                    answered.claim().id(),
                    answered.claim().seed(),
                    answered.claim().sentence(),
                    answered.claim().source(),
                    answered.answer().map(answer -> answer.kind().name()).getOrElse(UNDECIDED),
                    answered.answer().map(Answer::version).getOrElse(""),
                    answered.claim().answer().toString(),
                    answered.asExpected(),
                    answered.claim().why(),
                    answered.tests().map(test -> Test.of(test, command)));
        }

        /** Whether some search was stopped too early. */
        public boolean undecided() {
            return experiments.exists(test -> test.found() == Verdict.UNDECIDED);
        }

        /** The kind of the answer found; empty when it is undecided. */
        public Option<Answer.Kind> kind() {
            return Option.when(!answer.equals(UNDECIDED), () -> Answer.Kind.valueOf(answer));
        }

        /** The answer found, in words. */
        public String says() {
            return answer.replace('_', ' ') + (version.isEmpty() ? "" : " " + version);
        }
    }

    /**
     * An experiment and what it showed.
     *
     * @param stage whether there were such kernels
     * @param since from which version on; may be empty
     * @param label the stage in a word or two
     * @param reckoned whether it is worked out without a search
     * @param asks the property that is checked, or what is worked out
     * @param predicted the verdict that the statement predicts
     * @param expected the verdict that we expect
     * @param expectedLength the length that we expect; empty where any will do
     * @param found the verdict found
     * @param length the steps of the trace; empty where there is none
     * @param states the states seen, where all were
     * @param bearsOut whether it bears the statement out
     * @param asExpected whether it came out as expected
     * @param command the command that repeats it
     */
    public record Test(
            Stage.Kind stage,
            String since,
            String label,
            boolean reckoned,
            String asks,
            Verdict predicted,
            Verdict expected,
            Option<Integer> expectedLength,
            Verdict found,
            Option<Integer> length,
            Option<Long> states,
            boolean bearsOut,
            boolean asExpected,
            String command)
            implements Part {
        private static Test of(Answered.Test test, Function<Experiment, String> command) {
            Experiment tried = test.experiment();
            boolean reckoned = tried instanceof Experiment.Reckoning;
            return new Test(
                    tried.stage().kind(),
                    tried.stage().since(),
                    tried.stage().label(),
                    reckoned,
                    reckoned ? ((Experiment.Reckoning) tried).question() : ((Experiment.Check) tried).property(),
                    tried.predicted(),
                    tried.expected(),
                    tried.length(),
                    test.observation().verdict(),
                    test.observation().length(),
                    Option.some(test.observation().states()).filter(states -> states > 0),
                    test.bearsOut(),
                    test.asExpected(),
                    command.apply(tried));
        }
    }

    /**
     * The report about these answers.
     *
     * @param command the command that repeats an experiment
     */
    public static ClaimsReport of(Seq<Answered> answers, Function<Experiment, String> command, long nanos) {
        return new ClaimsReport(
                answers.count(Answered::asExpected),
                answers.map(answered -> Statement.of(answered, command)),
                new CatalogueReport.Taken(nanos));
    }

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public void accept(Cases cases) {
        cases.claims(this);
    }
}
