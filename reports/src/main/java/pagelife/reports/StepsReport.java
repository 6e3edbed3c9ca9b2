package pagelife.reports;

import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Program;
import pagelife.checker.model.Step;
import pagelife.checker.result.StepUse;
import pagelife.checker.result.StepUses;
import pagelife.reports.outcome.Question;
import pagelife.reports.told.Part;
import pagelife.reports.told.Told;

/**
 * The steps of a protocol: the code that each stands for, and what it was seen to read, to write and to wait for.
 *
 * @param variant the name of what was explored
 * @param summary what it is
 * @param kernels the kernels it describes
 * @param ruled the rules that are set otherwise than in the variant
 * @param bounds every bound with its value
 * @param asked the actor, operation or function that was asked for; empty for all
 * @param states how many states were explored
 * @param complete whether they are all; if not, steps may do more elsewhere
 * @param actors the actors, in the order of the model
 * @param command the command that says it again
 * @param measured all that may differ from run to run
 */
public record StepsReport(
        String variant,
        String summary,
        String kernels,
        Map<String, String> ruled,
        Map<String, pagelife.checker.value.Value> bounds,
        String asked,
        long states,
        boolean complete,
        Seq<Acting> actors,
        String command,
        CatalogueReport.Taken measured)
        implements Report {
    /** The format and its version. */
    public static final String FORMAT = "pagelife-steps/1";

    /**
     * An actor.
     *
     * @param actor its name
     * @param operations what it does, in the order of its program
     */
    public record Acting(String actor, Seq<Doing> operations) implements Part {}

    /**
     * An operation of an actor.
     *
     * @param operation the call; empty for an actor that runs no program
     * @param steps its steps, in the order of the model
     */
    public record Doing(String operation, Seq<ToldUse> steps) implements Part {}

    /**
     * A step.
     *
     * @param step its id
     * @param text what it does
     * @param statement the same as a statement of its function; may be empty
     * @param function the function that it stands for; may be empty
     * @param file its file; may be empty
     * @param version of this kernel; may be empty
     * @param timeout whether it is the end of a timeout
     * @param taken whether it is possible in some state
     * @param reads the cells that it reads where it is taken
     * @param writes the cells that it changes
     * @param waits whether it has to wait in some state
     * @param waitsOn the cells that it has read where it has to wait
     */
    public record ToldUse(
            String step,
            String text,
            String statement,
            String function,
            String file,
            String version,
            boolean timeout,
            boolean taken,
            Seq<String> reads,
            Seq<String> writes,
            boolean waits,
            Seq<String> waitsOn)
            implements Part {
        private static ToldUse of(StepUse use) {
            Step step = use.step();
            return new ToldUse(
                    step.id(),
                    step.text(),
                    step.statement(),
                    step.source().function(),
                    step.source().file(),
                    step.source().version(),
                    step.isTimeout(),
                    use.taken(),
                    use.reads().map(Cell::name),
                    use.writes().map(Cell::name),
                    use.waits(),
                    use.waitsOn().map(Cell::name));
        }

        /** The id and what is done. */
        public String label() {
            return text.isEmpty() ? step : step + " " + text;
        }

        /** Function, file and version; empty for a step that stands for no code. */
        public String source() {
            String place = function.isEmpty() ? file : file.isEmpty() ? function + "()" : function + "(), " + file;
            return version.isEmpty() ? place : place + ", " + version;
        }
    }

    /**
     * The report about what was seen.
     *
     * @param question what was asked
     * @param asked the actor, operation or function; empty for all
     * @param uses what was seen
     * @param shown those of them that were asked for
     * @param command the command that says it again
     * @param nanos how long it took
     */
    public static StepsReport of(
            Question question, String asked, StepUses uses, Seq<StepUse> shown, String command, long nanos) {
        return new StepsReport(
                question.subject().name(),
                question.variant().summary(),
                question.variant().kernels(),
                Told.words(question.ruled()),
                Told.numbers(question.everyBound()),
                asked,
                uses.states(),
                uses.complete(),
                actors(shown),
                command,
                new CatalogueReport.Taken(nanos));
    }

    private static Seq<Acting> actors(Seq<StepUse> uses) {
        return uses.map(use -> use.step().actor())
                .distinct()
                .map(actor -> new Acting(
                        actor.name(), operations(uses.filter(use -> use.step().actor() == actor))));
    }

    private static Seq<Doing> operations(Seq<StepUse> uses) {
        return uses.map(use -> call(use.step()))
                .distinct()
                .map(operation -> new Doing(
                        operation,
                        uses.filter(use -> call(use.step()).equals(operation)).map(ToldUse::of)));
    }

    /** The call that a step belongs to, as it is written in the program of its actor; empty if that runs none. */
    public static String call(Step step) {
        Seq<Program.Call> calls = step.actor().calls();
        return step.operation().isEmpty() && calls.size() == 1 ? calls.head().toString() : step.operation();
    }

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public String subject() {
        return variant;
    }

    @Override
    public void accept(Cases cases) {
        cases.steps(this);
    }
}
