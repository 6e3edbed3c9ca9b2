package pagelife.reports;

import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import pagelife.checker.explain.Explainer;
import pagelife.checker.result.Stop;
import pagelife.checker.search.Order;
import pagelife.checker.value.Value;
import pagelife.models.page.Books;
import pagelife.reports.outcome.Judgement;
import pagelife.reports.outcome.LitmusOutcome;
import pagelife.reports.told.Aside;
import pagelife.reports.told.Part;
import pagelife.reports.told.Told;
import pagelife.reports.told.ToldFinding;
import pagelife.specs.litmus.Answer;
import pagelife.specs.litmus.Litmus;

/**
 * A litmus test, expected against found.
 *
 * @param file the file, as it was named
 * @param name the name in its first line
 * @param about what it shows; may be empty
 * @param variant the full name of the variant
 * @param summary what the variant is
 * @param kernels the kernels it describes
 * @param rules rules set otherwise than in the variant
 * @param bounds bounds set otherwise than in the variant
 * @param setup what is done before the tasks begin; empty for nothing
 * @param tasks what each task does
 * @param search the order of the search
 * @param stop why the search ended
 * @param states states seen
 * @param transitions transitions taken
 * @param levels breadth-first levels, or the states of the longest path of a depth-first search
 * @param finalStates states in which no step is possible; empty where they were not counted
 * @param countedStates all the states that were gone through to count them; empty where they were not
 * @param command the command that runs it alone
 * @param asExpected whether everything came out as expected
 * @param undecided whether a limit stopped the search before all was known, and nothing speaks against the expectations
 * @param conditions each condition and what was found
 * @param answer what it tells of
 */
public record ToldTest(
        String file,
        String name,
        String about,
        String variant,
        String summary,
        String kernels,
        Map<String, String> rules,
        Map<String, Value> bounds,
        String setup,
        Seq<Task> tasks,
        Order search,
        Stop stop,
        long states,
        long transitions,
        int levels,
        Option<Integer> finalStates,
        Option<Long> countedStates,
        String command,
        boolean asExpected,
        boolean undecided,
        Seq<Condition> conditions,
        Aside<Answer> answer)
        implements Line {
    /**
     * What a task does.
     *
     * @param task its name
     * @param program its program
     */
    public record Task(String task, String program) implements Part {}

    /**
     * A condition and what was found.
     *
     * @param condition the condition
     * @param ok whether it is true
     * @param asExpected whether it came out as expected
     * @param expected what is expected, in the words of a test
     * @param found what was found, in the same words
     * @param judged the same by component
     * @param witnesses how many final states are as it asks; empty where it does not ask, or they were not counted
     * @param finding the answer
     */
    public record Condition(
            String condition,
            boolean ok,
            boolean asExpected,
            String expected,
            String found,
            Judged judged,
            Option<Integer> witnesses,
            ToldFinding finding)
            implements Part {
        private static Condition of(Answer.Line line, Judgement judgement, Books books, Explainer explainer) {
            return new Condition(
                    line.asked().condition().name(),
                    line.ok(),
                    judgement.asExpected(),
                    judgement.expectedWords(),
                    judgement.words(),
                    Judged.of(judgement),
                    line.witnesses(),
                    ToldFinding.of(line.finding(), books, explainer));
        }
    }

    /** What is told of an outcome. */
    public static ToldTest of(LitmusOutcome outcome) {
        Answer answer = outcome.answer();
        Litmus test = answer.posed().test();
        Explainer explainer = new Explainer(answer.posed().model());
        return new ToldTest(
                outcome.file(),
                test.name(),
                test.about(),
                answer.posed().variant().fullName(),
                answer.posed().variant().summary(),
                answer.posed().variant().kernels(),
                Told.words(test.ruled()),
                Told.numbers(test.bounded()),
                test.setup().map(Object::toString).getOrElse(""),
                test.tasks()
                        .map(column ->
                                new Task(column.task().text(), column.program().toString())),
                outcome.order(),
                answer.result().stop(),
                answer.result().counts().states(),
                answer.result().counts().transitions(),
                answer.result().counts().levels(),
                answer.last().map(last -> last.last().size()),
                answer.last().map(last -> last.states()),
                outcome.spec().command(),
                outcome.spec().asExpected(),
                outcome.spec().undecided(),
                answer.lines()
                        .zipWith(
                                outcome.spec().judgements(),
                                (line, judgement) -> Condition.of(
                                        line, judgement, answer.posed().books(), explainer)),
                new Aside<>(answer));
    }

    @Override
    public String id() {
        return file;
    }

    @Override
    public Seq<Judged> judgements() {
        return conditions.map(Condition::judged);
    }
}
