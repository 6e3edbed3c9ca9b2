package pagelife.reports;

import io.vavr.Tuple2;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import java.util.function.Function;
import pagelife.reports.outcome.Question;
import pagelife.reports.told.Part;
import pagelife.specs.matrix.Combination;
import pagelife.specs.matrix.DesignSpace;
import pagelife.specs.matrix.Goal;
import pagelife.specs.matrix.Judged;
import pagelife.specs.matrix.Matrix;

/**
 * A design space, with every combination and what repairs it.
 *
 * @param family the family
 * @param dimensions in what combinations differ, and what there is to choose from
 * @param goals what one may want: claims that must not be broken, from the least to the most
 * @param excluded what means nothing
 * @param missing how many combinations were not checked, since the user wanted to stop
 * @param kernels kernels that there are or were to be, each with its choices
 * @param combinations those that were
 * @param questions the questions and their answers; none where a combination is missing
 * @param measured all that may differ from run to run
 */
public record MatrixReport(
        String family,
        Map<String, Seq<String>> dimensions,
        Map<String, Seq<String>> goals,
        Seq<Excluded> excluded,
        int missing,
        Map<String, Map<String, String>> kernels,
        Seq<Checked> combinations,
        Seq<Question> questions,
        Measured measured)
        implements Report {
    /** The format and its version. */
    public static final String FORMAT = "pagelife-matrix/1";

    /**
     * Combinations that mean nothing.
     *
     * @param reason why
     * @param combinations how many
     */
    public record Excluded(String reason, int combinations) implements Part {}

    /**
     * A combination.
     *
     * @param choices its choices by dimension
     * @param kernels the kernels that are like it
     * @param broken the steps of the shortest trace that breaks a claim, by claim
     * @param meets the goals that it meets
     * @param repairs for each other goal the changes that would do; none where a combination is missing
     * @param command the command that checks it
     */
    public record Checked(
            Map<String, String> choices,
            Seq<String> kernels,
            Map<String, Integer> broken,
            Seq<String> meets,
            Map<String, Seq<String>> repairs,
            String command)
            implements Part {}

    /**
     * What is the least that must change?
     *
     * @param question the question
     * @param kernel where to start
     * @param goal where to get
     * @param answers the nearest combinations that get there
     */
    public record Question(String question, String kernel, String goal, Seq<Answer> answers) implements Part {}

    /**
     * A combination that gets there.
     *
     * @param changes what must change
     * @param command the command that checks it
     */
    public record Answer(Seq<String> changes, String command) implements Part {}

    /**
     * All that may differ from run to run.
     *
     * @param nanos how long it took
     * @param models how many models it took
     * @param states how many states they have together
     */
    public record Measured(long nanos, int models, long states) implements Part {}

    /**
     * The report about a matrix.
     *
     * @param command the command that checks a combination
     */
    public static MatrixReport of(Matrix matrix, Function<Combination, String> command, long nanos) {
        DesignSpace space = matrix.space();
        Seq<Combination> all = space.combinations();
        return new MatrixReport(
                space.family(),
                LinkedHashMap.ofEntries(space.dimensions().map(some -> some(some.name(), some.names()))),
                LinkedHashMap.ofEntries(space.goals().map(some -> some(some.name(), some.properties()))),
                space.exclusions()
                        .map(excluded -> new Excluded(
                                excluded.reason(),
                                all.count(one -> space.exclusion(one).contains(excluded.reason())))),
                matrix.missing(),
                space.kernels().mapValues(Combination::choices),
                matrix.judged().map(one -> checked(matrix, one, command)),
                space.questions().filter(any -> matrix.isWhole()).map(question -> answered(matrix, question, command)),
                new Measured(nanos, matrix.models(), matrix.states()));
    }

    private static Tuple2<String, Seq<String>> some(String name, Seq<String> words) {
        return new Tuple2<>(name, words);
    }

    private static Checked checked(Matrix matrix, Judged one, Function<Combination, String> command) {
        DesignSpace space = matrix.space();
        return new Checked(
                one.combination().choices(),
                space.kernels()
                        .filter(kernel -> kernel._2().equals(one.combination()))
                        .keySet()
                        .toVector(),
                one.broken(),
                space.goals().filter(goal -> goal.isMet(one)).map(Goal::name),
                LinkedHashMap.ofEntries(space.goals()
                        .filter(goal -> matrix.isWhole() && !goal.isMet(one))
                        .map(goal -> some(goal.name(), matrix.repairs(one.combination(), goal)))),
                command.apply(one.combination()));
    }

    private static Question answered(Matrix matrix, DesignSpace.Question asked, Function<Combination, String> command) {
        Combination start = matrix.space().kernels().get(asked.kernel()).get();
        return new Question(
                asked.text(),
                asked.kernel(),
                asked.goal().name(),
                matrix.nearest(start, asked.goal()).map(one -> new Answer(start.changesTo(one), command.apply(one))));
    }

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public void accept(Cases cases) {
        cases.matrix(this);
    }

    /** Whether every combination that means something was checked. */
    public boolean isWhole() {
        return missing == 0;
    }

    /** How many combinations there are, those that mean nothing among them. */
    public int size() {
        return dimensions.values().map(Seq::length).product().intValue();
    }
}
