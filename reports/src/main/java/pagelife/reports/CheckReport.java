package pagelife.reports;

import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.checker.explain.Explainer;
import pagelife.checker.model.Actor;
import pagelife.checker.model.Step;
import pagelife.checker.result.Finding;
import pagelife.checker.result.OrbitCount;
import pagelife.checker.result.Result;
import pagelife.checker.result.Statistics;
import pagelife.checker.result.Stop;
import pagelife.checker.result.Verdict;
import pagelife.checker.symmetry.Symmetry;
import pagelife.checker.value.Value;
import pagelife.models.Settings;
import pagelife.reports.outcome.Outcome;
import pagelife.reports.outcome.Question;
import pagelife.reports.outcome.RunUp;
import pagelife.reports.told.Aside;
import pagelife.reports.told.Part;
import pagelife.reports.told.Told;
import pagelife.reports.told.ToldCheckpoints;
import pagelife.reports.told.ToldEstimate;
import pagelife.reports.told.ToldFinding;
import pagelife.reports.told.ToldVacuity;
import pagelife.reports.told.ToldWalks;
import pagelife.reports.told.Way;
import pagelife.specs.Subject;
import pagelife.specs.sweep.Known;

/**
 * One check.
 *
 * @param variant the full name of the variant
 * @param summary what it is
 * @param kernels the kernels it describes
 * @param rules every rule with its value
 * @param bounds every bound with its value
 * @param ruled the rules that are set otherwise than in the variant
 * @param search how states were met
 * @param walks the random walks, if that is how
 * @param command the command that asks the same question again
 * @param stop why the search ended
 * @param counts how much was explored
 * @param orbits what the states stand for, if one of each orbit was explored
 * @param findings one for each claim
 * @param breaks raised bounds that are known to break a claim that holds here
 * @param smaller what came out within smaller bounds, which were asked first where bounds are raised
 * @param neverTaken the steps that no run takes; empty when not every state was seen
 * @param vacuity what did not happen
 * @param measured all that may differ from run to run
 * @param outcome what it tells of
 */
public record CheckReport(
        String variant,
        String summary,
        String kernels,
        Map<String, String> rules,
        Map<String, Value> bounds,
        Map<String, String> ruled,
        Way search,
        Option<ToldWalks> walks,
        String command,
        Stop stop,
        Counts counts,
        Option<Orbits> orbits,
        Seq<ToldFinding> findings,
        Seq<Raise> breaks,
        Seq<Smaller> smaller,
        Seq<String> neverTaken,
        ToldVacuity vacuity,
        Measured measured,
        Aside<Outcome> outcome)
        implements Report {
    /** The format and its version. A reader may rely on every field; new ones may come without a new version. */
    public static final String FORMAT = "pagelife-check/2";

    /** What kind of report it is. */
    public static final String KIND = "check";

    /**
     * How much was explored.
     *
     * @param states distinct states; of random walks those met again count again
     * @param transitions steps executed
     * @param levels breadth-first levels, or the states of the longest path of a depth-first search, or of the longest
     *     walk
     */
    public record Counts(long states, long transitions, int levels) implements Part {
        static Counts of(Result result) {
            return new Counts(
                    result.counts().states(),
                    result.counts().transitions(),
                    result.counts().levels());
        }
    }

    /**
     * What states stand for of which one is explored of each orbit.
     *
     * @param alike the sorts of tasks that may change places, each with its members
     * @param identities the identities that may change places, such as pages
     * @param apart the identities that are told apart
     * @param states how many states all orbits have
     */
    public record Orbits(Seq<Seq<String>> alike, Seq<Together> identities, Seq<Apart> apart, long states)
            implements Part {
        static Orbits of(OrbitCount count) {
            return new Orbits(
                    count.alike().map(sort -> sort.members().map(Actor::name)),
                    count.together().map(Together::of),
                    count.apart().map(kind -> new Apart(kind.members().map(Object::toString), kind.why())),
                    count.states());
        }
    }

    /**
     * Identities that may change places.
     *
     * @param members the identities, those of one kind together; where there are several kinds, two of each at once
     * @param tasks the tasks that change places with them
     */
    public record Together(Seq<Seq<String>> members, Seq<String> tasks) implements Part {
        static Together of(Symmetry.Together found) {
            return new Together(
                    found.members().map(kind -> kind.map(Object::toString)),
                    found.tasks().map(Actor::name));
        }
    }

    /**
     * Identities of one kind that do not change places.
     *
     * @param members the identities
     * @param why what tells them apart
     */
    public record Apart(Seq<String> members, String why) implements Part {}

    /**
     * A raised bound that is known to break claims that hold here.
     *
     * @param bounds the bound
     * @param properties the claims, the shortest run first
     * @param command the command that shows the first
     */
    public record Raise(String bounds, Seq<String> properties, String command) implements Part {
        /** What is known of a variant as it is. */
        private static Seq<Raise> of(Question question, Result result) {
            Subject subject = question.subject();
            if (!question.ruled().isEmpty()
                    || !question.bounded().isEmpty()
                    || subject.workload().isDefined()) {
                return Vector.empty();
            }
            Seq<String> holding = result.findings()
                    .filter(finding -> finding.verdict() == Verdict.HOLDS)
                    .map(finding -> finding.property().name());
            Seq<Known.Break> known = Known.of(subject.variant().fullName())
                    .filter(one -> holding.contains(one.property()))
                    .sortBy(Known.Break::length);
            return known.map(Known.Break::bounds).distinct().map(bounds -> of(question, known, bounds));
        }

        private static Raise of(Question question, Seq<Known.Break> known, Settings bounds) {
            Seq<String> broken =
                    known.filter(one -> one.bounds().equals(bounds)).map(Known.Break::property);
            Question asked =
                    new Question(question.subject(), question.rules(), bounds, broken.take(1), question.options());
            return new Raise(bounds.toString(), broken, asked.command());
        }
    }

    /**
     * The same question within smaller bounds.
     *
     * @param bounds the bounds that are set otherwise than in the variant; empty for none
     * @param states distinct states
     * @param transitions steps executed
     * @param broken the claims that are broken, the shortest run first
     * @param command the command that asks it
     */
    public record Smaller(String bounds, long states, long transitions, Seq<Length> broken, String command)
            implements Part {
        private static Smaller of(RunUp.Rung rung) {
            return new Smaller(
                    rung.question().bounded().toString(),
                    rung.states(),
                    rung.result().counts().transitions(),
                    rung.broken().map(Length::of),
                    rung.question().command());
        }
    }

    /**
     * A broken claim, and how long its shortest run is.
     *
     * @param property the claim
     * @param steps the steps of the run
     */
    public record Length(String property, int steps) implements Part {
        private static Length of(Finding finding) {
            return new Length(finding.property().name(), finding.trace().get().length());
        }
    }

    /**
     * All that may differ from run to run.
     *
     * @param nanos how long it took
     * @param threads how many threads explored
     * @param executions how often code of the model ran
     * @param audited how many states were executed once more and compared
     * @param wordsPerState longs of a packed state
     * @param bitsPerState bits of it that mean something
     * @param storeBytes bytes of the visited set and the frontier at their largest
     * @param diskBytes bytes written to disk
     * @param direct steps that were executed directly
     * @param checkpoints what became of the checkpoints
     * @param estimate how large it was reckoned to be after its first second, if it took longer
     */
    public record Measured(
            long nanos,
            int threads,
            long executions,
            long audited,
            int wordsPerState,
            int bitsPerState,
            long storeBytes,
            long diskBytes,
            Seq<String> direct,
            ToldCheckpoints checkpoints,
            Option<ToldEstimate> estimate)
            implements Part {
        /** Nothing: zeros, and no lists. */
        private static final Measured NOTHING =
                new Measured(0, 0, 0, 0, 0, 0, 0, 0, Vector.empty(), ToldCheckpoints.NONE, Option.none());

        private static Measured of(Outcome outcome) {
            Statistics statistics = outcome.result().statistics();
            return new Measured(
                    outcome.nanos(),
                    outcome.question().options().threads(),
                    statistics.executions(),
                    statistics.audited(),
                    statistics.wordsPerState(),
                    statistics.bitsPerState(),
                    statistics.storeBytes(),
                    statistics.diskBytes(),
                    statistics.direct().map(Step::toString),
                    ToldCheckpoints.of(statistics.checkpoints()),
                    outcome.estimate());
        }
    }

    /** The report about an outcome. */
    public static CheckReport of(Outcome outcome) {
        Question question = outcome.question();
        Result result = outcome.result();
        Explainer explainer = new Explainer(result.model());
        return new CheckReport(
                question.variant().fullName(),
                question.variant().summary(),
                question.variant().kernels(),
                Told.words(question.everyRule()),
                Told.numbers(question.everyBound()),
                Told.words(question.ruled()),
                Way.of(result.depth()),
                question.walks().map(walks -> ToldWalks.of(walks, result)),
                question.command(),
                result.stop(),
                Counts.of(result),
                result.orbits().map(Orbits::of),
                result.findings().map(finding -> ToldFinding.of(finding, outcome.books(), explainer)),
                Raise.of(question, result),
                outcome.runUp().rungs().map(Smaller::of),
                outcome.neverTaken().map(Step::toString),
                ToldVacuity.of(result.vacuity(), result.model().actors()),
                Measured.of(outcome),
                new Aside<>(outcome));
    }

    /** The same without what may differ from run to run: all that is measured is 0 or empty. */
    public CheckReport withoutMeasured() {
        return new CheckReport(
                variant,
                summary,
                kernels,
                rules,
                bounds,
                ruled,
                search,
                walks,
                command,
                stop,
                counts,
                orbits,
                findings,
                breaks,
                smaller,
                neverTaken,
                vacuity,
                Measured.NOTHING,
                outcome);
    }

    /** Whether it ended since time or patience did, and something is open. */
    public boolean endedEarly() {
        return (stop == Stop.TIMEOUT || stop == Stop.INTERRUPTED)
                && search == Way.BREADTH_FIRST
                && findings.exists(finding -> finding.verdict() == Verdict.UNDECIDED);
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
        cases.check(this);
    }
}
