package pagelife.reports;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.checker.observe.Answer;
import pagelife.checker.observe.Blockage;
import pagelife.checker.observe.Explanation;
import pagelife.checker.observe.Judgement;
import pagelife.checker.observe.Observation;
import pagelife.checker.observe.Sight;
import pagelife.checker.observe.Undecided;
import pagelife.reports.ObserveReport.ClaimOutcome;
import pagelife.reports.ObserveReport.Outcome;
import pagelife.reports.ObserveReport.ToldBlockage;
import pagelife.reports.ObserveReport.ToldClaim;
import pagelife.reports.ObserveReport.ToldRecording;
import pagelife.reports.ObserveReport.ToldRefutation;
import pagelife.reports.ObserveReport.ToldRule;
import pagelife.reports.ObserveReport.ToldStanding;
import pagelife.reports.ObserveReport.ToldTaken;
import pagelife.reports.ObserveReport.ToldUnused;
import pagelife.reports.ObserveReport.ToldWay;
import pagelife.reports.outcome.Shell;
import pagelife.reports.told.Told;
import pagelife.reports.told.ToldStep;
import pagelife.reports.told.ToldTrace;
import pagelife.specs.observe.Coverage;
import pagelife.specs.observe.Observed;
import pagelife.specs.observe.RuleSurvey;

/** What a variant has to say to a recording, in words. */
public final class ObservedWords {
    private final Observed observed;

    private ObservedWords(Observed observed) {
        this.observed = observed;
    }

    /**
     * What is told of it.
     *
     * @param withRun whether the run is wanted
     */
    public static ToldRecording of(Observed observed, boolean withRun) {
        return new ObservedWords(observed).told(withRun);
    }

    private ToldRecording told(boolean withRun) {
        Answer answer = observed.answer();
        Option<Explanation> run = run(answer);
        return new ToldRecording(
                observed.recording().file().toString(),
                observed.recording().kernel().getOrElse(""),
                observed.variant().fullName(),
                Told.words(observed.rules()),
                outcome(answer),
                observed.observations().size(),
                answer.explained(),
                run.map(Explanation::stepsSeen).getOrElse(0),
                run.map(Explanation::stepsInferred).getOrElse(0),
                answer.nodes(),
                observed.outside(),
                observed.judged().map(ObservedWords::claim),
                Option.when(answer instanceof Blockage && !isLarge(), () -> blockage((Blockage) answer)),
                !isLarge() ? observed.remedies().map(Object::toString) : Vector.empty(),
                observed.recording()
                        .unused()
                        .map(one -> new ToldUnused(one.kind(), one.reason(), one.lines(), one.first(), one.touches())),
                notes(),
                run.filter(one -> withRun).map(ObservedWords::trace),
                Shell.check("observe", Vector.of(observed.recording().file().toString())) + " --variant "
                        + observed.variant().fullName() + Shell.options("--rule", observed.rules()));
    }

    private static Option<Explanation> run(Answer answer) {
        if (answer instanceof Explanation explanation) {
            return Option.some(explanation);
        }
        return answer instanceof Blockage blockage ? Option.some(blockage.before()) : Option.none();
    }

    private Outcome outcome(Answer answer) {
        if (answer instanceof Undecided) {
            return Outcome.UNDECIDED;
        }
        if (answer instanceof Blockage) {
            return isLarge() ? Outcome.OUT_OF_SCOPE : Outcome.BLOCKED;
        }
        return observed.outside() > 0 ? Outcome.EXPLAINED_IN_PART : Outcome.EXPLAINED;
    }

    private boolean isLarge() {
        return observed.recording().large().isDefined();
    }

    private Seq<String> notes() {
        var tally = observed.recording().tally();
        Vector<String> strange = tally.firstUnknown()
                .map(first -> tally.unknown() + " lines are no events, the first is line " + first)
                .toVector();
        Vector<String> clock = tally.clockBack()
                .map(line -> "the clock goes back at line " + line
                        + ": is it one that differs by CPU? Lines are taken in the order in which they stand")
                .toVector();
        Vector<String> large = observed.recording()
                .large()
                .map(line -> "line " + line + " maps a page of 2 MiB: the models have pages of 4 KiB of a file")
                .toVector();
        return strange.appendAll(clock).appendAll(large);
    }

    private static ToldClaim claim(Judgement judged) {
        ClaimOutcome outcome = switch (judged.outcome()) {
            case KEPT -> ClaimOutcome.KEPT;
            case BROKEN -> ClaimOutcome.BROKEN;
            case UNDECIDED -> ClaimOutcome.UNDECIDED;
        };
        return new ToldClaim(
                judged.claim().name(),
                judged.claim().claim(),
                outcome,
                judged.at().map(Observation::line));
    }

    private ToldBlockage blockage(Blockage blockage) {
        Observation at = blockage.at();
        String before = observed.observations()
                .take(blockage.explained())
                .filter(one -> one.task().equals(at.task())
                        && one.line() < at.line()
                        && !(one.sight() instanceof Sight.On || one.sight() instanceof Sight.Off))
                .lastOption()
                .map(one -> one.line() + "  " + one.sight())
                .getOrElse("");
        return new ToldBlockage(
                at.line(),
                at.task(),
                at.sight()
                        + (observed.otherwise().isEmpty()
                                ? ""
                                : ", and the model has " + observed.otherwise().mkString("; ")),
                before,
                blockage.owed().map(labels -> labels.mkString(", then ")),
                blockage.standings().map(ObservedWords::standing));
    }

    private static ToldStanding standing(Blockage.Standing standing) {
        return new ToldStanding(
                standing.actor(), standing.place(), standing.ways().map(ObservedWords::way));
    }

    private static ToldWay way(Blockage.Way way) {
        return new ToldWay(
                way.step().label(),
                way.step().source().function(),
                way.outcome().name(),
                way.shows().map(Object::toString),
                way.read().map(Object::toString));
    }

    /** The run, without the steps between two operations; each step says at which lines it was seen. */
    private static ToldTrace trace(Explanation run) {
        ToldTrace whole = ToldTrace.of(run.trace());
        Vector<Integer> kept = Vector.range(0, run.trace().length())
                .reject(i -> Explanation.isBetween(run.trace().steps().get(i).step()));
        return new ToldTrace(
                whole.actors(),
                whole.initial(),
                kept.map(i -> seenAt(whole.steps().get(i), run.seen().get(i))),
                Option.none(),
                whole.fails());
    }

    private static ToldStep seenAt(ToldStep step, Seq<Observation> seen) {
        Seq<Long> lines = seen.filter(one -> one.sight() instanceof Sight.Shows)
                .map(Observation::line)
                .distinct();
        return lines.isEmpty() ? step : step.saying((lines.size() == 1 ? "line " : "lines ") + lines.mkString(", "));
    }

    /** What recordings say to the values of rules. */
    public static Seq<ToldRule> rules(RuleSurvey survey) {
        return survey.values()
                .reject(RuleSurvey.Value::isOwn)
                .map(one -> new ToldRule(
                        survey.variant().fullName(),
                        one.rule().name(),
                        one.value(),
                        one.means(),
                        one.by()
                                .map(by -> new ToldRefutation(
                                        by.recording().file().toString(),
                                        by.at().line(),
                                        by.at().task() + " " + by.at().sight())),
                        one.rows()));
    }

    /** How many recorded runs take each step. */
    public static Seq<ToldTaken> steps(Coverage coverage) {
        return coverage.takers()
                .toVector()
                .map(one -> new ToldTaken(
                        coverage.variant().fullName(),
                        one._1().operation(),
                        one._1().step(),
                        one._2().size()));
    }
}
