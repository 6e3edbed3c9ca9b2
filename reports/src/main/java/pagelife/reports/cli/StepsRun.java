package pagelife.reports.cli;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.Checker;
import pagelife.checker.model.Step;
import pagelife.checker.result.StepUse;
import pagelife.checker.result.StepUses;
import pagelife.models.Family;
import pagelife.models.Settings;
import pagelife.reports.StepsReport;
import pagelife.reports.format.ReportFormat;
import pagelife.reports.outcome.Question;
import pagelife.reports.outcome.SettingTexts;
import pagelife.reports.outcome.Shell;
import pagelife.reports.outcome.Unknown;
import pagelife.specs.Subject;
import picocli.CommandLine.ParseResult;

/** {@code check steps}: the code that the steps of a protocol stand for, and what they read, write and wait for. */
final class StepsRun {
    private final Console console;
    private final Shelf shelf;
    private final Many many;
    private final ReportFormat format;

    StepsRun(Console console, Shelf shelf, ParseResult parsed, ReportFormat format) {
        this.console = console;
        this.shelf = shelf;
        this.many = new Many(console, parsed);
        this.format = format;
    }

    Exit run() {
        Subject subject = subject(shelf.named(many.parsed().matchedPositionalValue(0, "")));
        String asked = many.parsed().matchedPositionalValue(1, "");
        Family<?> family = subject.family();
        Settings rules = SettingTexts.read("rule", many.texts("--rule"), family.rules(), family);
        Settings bounds = SettingTexts.read("bound", many.texts("--bound"), family.bounds(), family);
        long start = console.ticker().read();
        Prepared prepared = shelf.prepare(subject, rules, bounds);
        Seq<Step> steps = asked(prepared.model().steps(), asked);
        StepUses uses = uses(prepared, subject.name());
        Question question = new Question(subject, rules, bounds, Vector.empty(), many.options());
        Seq<StepUse> shown = uses.steps().filter(use -> steps.contains(use.step()));
        format.write(
                StepsReport.of(
                        question,
                        asked,
                        uses,
                        shown,
                        command(question, asked),
                        console.ticker().read() - start),
                console.page());
        return uses.complete() ? Exit.AS_CLAIMED : Exit.UNDECIDED;
    }

    /** Of several the first: that their steps are alike is likely, and that they need not be is said. */
    private Subject subject(Named named) {
        if (named.members().size() > 1) {
            console.warn(named.name() + " has " + named.members().size() + " protocols, and these are the steps of "
                    + named.members().head() + ": name another to see its own");
        }
        return named.subjects().get().head();
    }

    private StepUses uses(Prepared prepared, String name) {
        try (ProgressLine line = many.progress(name)) {
            return Checker.uses(prepared.model(), many.options().withReporting(console.reporting(line)));
        }
    }

    /** The steps of an actor, of an operation, or of a function; all of them if none of these is named. */
    private static Seq<Step> asked(Seq<Step> steps, String name) {
        if (name.isEmpty()) {
            return steps;
        }
        Seq<Step> found = steps.filter(step -> isOf(step, name));
        if (found.isEmpty()) {
            throw Unknown.name(
                    "actor, operation or function",
                    name,
                    names(steps),
                    "the actors are "
                            + steps.map(step -> step.actor().name()).distinct().mkString(", "));
        }
        return found;
    }

    private static boolean isOf(Step step, String name) {
        String function = name.endsWith("()") ? name.substring(0, name.length() - "()".length()) : name;
        return step.actor().name().equalsIgnoreCase(name)
                || StepsReport.call(step).equalsIgnoreCase(name)
                || operation(step).equalsIgnoreCase(name)
                || step.source().function().equals(function);
    }

    /** The name of the operation of a step, without its arguments; empty if its actor runs no program. */
    private static String operation(Step step) {
        return step.actor()
                .calls()
                .find(call -> call.toString().equals(StepsReport.call(step)))
                .map(call -> call.operation().name())
                .getOrElse("");
    }

    private static Seq<String> names(Seq<Step> steps) {
        return steps.flatMap(step -> Vector.of(
                        step.actor().name(),
                        StepsReport.call(step),
                        operation(step),
                        step.source().function()))
                .reject(String::isEmpty)
                .distinct();
    }

    private static String command(Question question, String asked) {
        return Shell.check(
                        Syntax.STEPS,
                        question.family().address(question.subject().name()))
                + (asked.isEmpty() ? "" : " " + Shell.word(asked))
                + Many.words("--rule", question.rules())
                + Many.words("--bound", question.bounds());
    }
}
