package pagelife.reports;

import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import pagelife.checker.value.Value;
import pagelife.models.Settings;
import pagelife.reports.outcome.Question;
import pagelife.reports.outcome.Shell;
import pagelife.reports.told.Part;
import pagelife.reports.told.Told;
import pagelife.specs.sweep.Flip;
import pagelife.specs.sweep.Raised;
import pagelife.specs.sweep.Swept;

/**
 * How far the answers about a subject reach: what breaks its claims once bounds are set higher.
 *
 * @param variant what is asked about
 * @param bounds the bounds that it has
 * @param states how many states it has; empty when a limit came before all were seen
 * @param holding the claims that hold, by name: these are asked again
 * @param others the claims that do not, by name
 * @param raised what came out with each raise, in the order in which they were tried
 * @param waiting the raises that were not tried
 * @param whole whether each raise was tried, and each claim has its answer
 * @param command the command that does it again
 * @param measured all that may differ from run to run
 */
public record SweepReport(
        String variant,
        Map<String, Value> bounds,
        Option<Long> states,
        Seq<String> holding,
        Seq<String> others,
        Seq<Raise> raised,
        Seq<String> waiting,
        boolean whole,
        String command,
        Measured measured)
        implements Report {
    /** The format and its version. */
    public static final String FORMAT = "pagelife-sweep/1";

    /** What kind of report it is. */
    public static final String KIND = "sweep";

    /**
     * What came out with some bounds set higher.
     *
     * @param bounds these bounds, {@code faults=2}
     * @param states how many states there are; empty when a limit came first, or nothing was asked
     * @param asked how many claims were asked: those that no smaller raise breaks
     * @param broken the claims that hold within smaller bounds and are broken within these, the shortest run first
     * @param open the claims that a limit left undecided
     * @param used whether anybody uses what the bounds add
     * @param impossible why there is no such protocol; empty where there is one
     * @param command the command that shows the first claim broken; for none the one that checks all
     */
    public record Raise(
            String bounds,
            Option<Long> states,
            int asked,
            Seq<Broken> broken,
            Seq<String> open,
            boolean used,
            String impossible,
            String command)
            implements Part {
        private static Raise of(Raised raised, String command) {
            return new Raise(
                    raised.bounds().toString(),
                    raised.size().map(size -> size.states()),
                    raised.asked(),
                    raised.broken().map(Broken::of),
                    raised.open(),
                    raised.used(),
                    raised.impossible().getOrElse(""),
                    command
                            + Shell.options("--bound", raised.bounds())
                            + raised.broken()
                                    .headOption()
                                    .map(flip -> " --property "
                                            + Shell.word(flip.property().id()))
                                    .getOrElse(""));
        }
    }

    /**
     * A claim that is broken.
     *
     * @param property its name
     * @param id its id
     * @param length the steps of the shortest run that breaks it
     * @param sentence what happens in it
     */
    public record Broken(String property, String id, int length, String sentence) implements Part {
        private static Broken of(Flip flip) {
            return new Broken(flip.property().name(), flip.property().id(), flip.length(), flip.sentence());
        }
    }

    /**
     * All that may differ from run to run.
     *
     * @param nanos how long it took
     */
    public record Measured(long nanos) implements Part {}

    /**
     * The report of a sweep.
     *
     * @param question what is asked of the subject as it is
     * @param command the command that does the sweep again
     */
    public static SweepReport of(Question question, Swept swept, String command, long nanos) {
        return new SweepReport(
                question.subject().name(),
                Told.numbers(question.everyBound()),
                swept.size().map(size -> size.states()),
                swept.holding(),
                swept.others(),
                swept.raised().map(raised -> Raise.of(raised, question.command())),
                swept.waiting().map(Settings::toString),
                swept.isWhole(),
                command,
                new Measured(nanos));
    }

    /** Whether a claim that holds is broken by a raise. */
    public boolean isRefuted() {
        return raised.exists(raise -> !raise.broken().isEmpty());
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
        cases.sweep(this);
    }
}
