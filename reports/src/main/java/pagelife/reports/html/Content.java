package pagelife.reports.html;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.checker.model.State;
import pagelife.checker.result.Finding;
import pagelife.checker.result.Trace;
import pagelife.checker.result.TraceStep;
import pagelife.reports.CheckReport;
import pagelife.reports.ToldTest;
import pagelife.reports.explore.Guide;
import pagelife.reports.explore.Numbered;
import pagelife.reports.explore.Space;
import pagelife.reports.explore.Walk;
import pagelife.reports.outcome.Outcome;
import pagelife.reports.outcome.Shell;
import pagelife.reports.told.Told;
import pagelife.reports.told.ToldFinding;
import pagelife.specs.litmus.Answer;

/**
 * What a page is about.
 *
 * @param name the variant, or the file of a litmus test
 * @param summary what it is
 * @param facts further lines of a name and a text each, such as its bounds
 * @param command what repeats it
 * @param explore what goes through it by hand; empty where nothing does
 * @param findings what was found
 * @param traces the run that shows each; empty where none does
 * @param twins what a protocol does in which the claim holds; empty where there is none, or nothing is broken
 * @param guide for going through the model
 * @param walk where to begin to go through it
 * @param space all of it; empty if it is too large to stand in a page
 * @param numbered the numbers of its states, if it is served
 */
record Content(
        String name,
        String summary,
        Seq<Fact> facts,
        String command,
        String explore,
        Seq<ToldFinding> findings,
        Seq<Option<Trace>> traces,
        Seq<Option<WhatIf>> twins,
        Guide guide,
        Walk walk,
        Option<Space> space,
        Option<Numbered> numbered) {
    /**
     * A name and a text.
     *
     * @param name such as {@code bounds}
     * @param text such as {@code pages=1}
     */
    record Fact(String name, String text) {}

    /** One check. */
    static Content of(CheckReport report) {
        Guide guide = guide(report);
        Walk start = Walk.from(guide.model().initialStates().head());
        return of(report, guide, start, space(guide, report.counts().states()), Option.none());
    }

    /** One check of a model that is served. */
    static Content served(CheckReport report, Walk walk, Numbered numbered) {
        return of(report, guide(report), walk, Option.none(), Option.some(numbered));
    }

    private static Guide guide(CheckReport report) {
        Outcome outcome = report.outcome().thing();
        return new Guide(
                outcome.result().model(),
                outcome.books(),
                outcome.result().findings().map(Finding::property));
    }

    private static Content of(
            CheckReport report, Guide guide, Walk walk, Option<Space> space, Option<Numbered> numbered) {
        Outcome outcome = report.outcome().thing();
        Seq<Finding> findings = outcome.result().findings();
        String explored =
                report.counts().states() + " states, " + report.counts().transitions() + " transitions, "
                        + report.counts().levels() + " levels";
        return new Content(
                report.variant(),
                report.summary() + " (" + report.kernels() + ")",
                Vector.of(
                        new Fact("explored", explored),
                        new Fact("rules", Told.line(report.rules())),
                        new Fact("bounds", Told.line(report.bounds()))),
                report.command(),
                outcome.question().explore(),
                report.findings(),
                findings.map(Finding::trace),
                twins(outcome, report.findings()),
                guide,
                walk,
                space,
                numbered);
    }

    private static Seq<Option<WhatIf>> twins(Outcome outcome, Seq<ToldFinding> told) {
        Twins twins = new Twins(outcome);
        return outcome.result()
                .findings()
                .zip(told)
                .map(finding -> twins.of(finding._1(), finding._2().story()));
    }

    /** A litmus test. */
    static Content of(ToldTest test) {
        Answer answer = test.answer().thing();
        Seq<Finding> findings = answer.result().findings();
        Guide guide = new Guide(answer.result().model(), answer.posed().books(), findings.map(Finding::property));
        return new Content(
                test.file(),
                test.about(),
                Vector.of(
                        new Fact("variant", test.variant() + ": " + test.summary() + " (" + test.kernels() + ")"),
                        new Fact("setup", test.setup()),
                        new Fact(
                                "tasks",
                                test.tasks()
                                        .map(task -> task.task() + ": " + task.program())
                                        .mkString(" | ")),
                        new Fact("rules", Told.line(test.rules())),
                        new Fact("bounds", Told.line(test.bounds()))),
                test.command(),
                Shell.check("explore", Vector.of(test.file())),
                test.conditions().map(ToldTest.Condition::finding),
                findings.map(Finding::trace),
                findings.map(finding -> Option.none()),
                guide,
                Walk.from(guide.model().initialStates().head()),
                space(guide, test.states()),
                Option.none());
    }

    /** The search has counted at least so many: where those are too many, nothing is tried. */
    private static Option<Space> space(Guide guide, long states) {
        return states > Space.MOST_STATES ? Option.none() : Space.of(guide, Space.MOST_STATES);
    }

    /** The numbers of the states that a trace goes through; empty if they are not at hand. */
    Seq<Integer> numbers(Option<Trace> trace) {
        return trace.toVector().flatMap(Content::states).flatMap(this::number);
    }

    private Option<Integer> number(State state) {
        return numbered.map(known -> known.number(state))
                .orElse(() -> space.map(whole -> whole.numbers().get(state)));
    }

    private static Vector<State> states(Trace trace) {
        return trace.steps().toVector().map(TraceStep::after).prepend(trace.initial());
    }
}
