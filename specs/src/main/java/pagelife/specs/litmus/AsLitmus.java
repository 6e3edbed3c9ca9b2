package pagelife.specs.litmus;

import io.vavr.Tuple2;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.checker.ltl.Assumptions;
import pagelife.checker.model.At;
import pagelife.checker.model.Control;
import pagelife.checker.model.State;
import pagelife.checker.model.Word;
import pagelife.checker.model.Written;
import pagelife.checker.property.Kind;
import pagelife.checker.property.Property;
import pagelife.checker.result.Finding;
import pagelife.checker.result.Trace;
import pagelife.checker.result.TraceStep;
import pagelife.checker.result.Verdict;
import pagelife.models.Settings;
import pagelife.models.Variant;
import pagelife.models.Workload;
import pagelife.specs.Expectation;
import pagelife.specs.Subject;

/**
 * The litmus test that a check stands for.
 *
 * @param subject what was checked, with all rules and bounds
 * @param fairness the fairness asked for
 */
public record AsLitmus(Subject subject, Option<Assumptions> fairness) {

    /**
     * The test that asks what was asked, and expects what was found; nothing where that was left undecided.
     *
     * @param schedules whether the run that shows a verdict is wanted, too
     */
    public Litmus test(Seq<Finding> findings, boolean schedules) {
        Variant variant = subject.variant();
        String name = variant.name().isEmpty() ? variant.family() : variant.name();
        return test(name, variant.summary(), findings.map(finding -> condition(finding, schedules)));
    }

    /** The test that keeps the run that was found for each claim, with all that it changed. */
    public Litmus keeping(String about, Seq<Finding> findings) {
        return test(
                subject.name().replaceAll("\\s", "_"),
                about.replace('"', '\'').strip(),
                findings.filter(finding -> finding.trace().isDefined())
                        .map(finding -> condition(finding)
                                .keeping(Kept.of(finding.trace().get()))));
    }

    /** The test of another workload with schedules: its name in a word, what it shows, and what was found. */
    public Litmus test(Workload programs, String name, String about, Seq<Finding> findings) {
        return written(programs, name, about, findings.map(finding -> condition(finding, true)));
    }

    private Litmus test(String name, String about, Seq<Condition> conditions) {
        Workload programs = subject.workload()
                .getOrElse(() -> subject.family().workload(subject.variant(), subject.rules(), subject.bounds()));
        return written(programs, name, about, conditions);
    }

    private Litmus written(Workload programs, String name, String about, Seq<Condition> conditions) {
        Seq<Litmus.Column> tasks =
                programs.tasks().toVector().map(task -> new Litmus.Column(word(task._1()), task._2()));
        return new Litmus(
                word(subject.variant().fullName()),
                name,
                about,
                words(subject.rules()),
                words(subject.bounds()).reject(bound -> !tasks.isEmpty() && isShort(bound)),
                fairness.map(assumed -> word(assumed.toString())),
                Option.when(
                        !programs.setup().isEmpty(),
                        () -> Written.parse(programs.setup().mkString("; "))),
                tasks,
                conditions);
    }

    /**
     * The test that a run which somebody chose stands for: it asks for the claims that its end breaks or shows, and
     * where there are none whether the tasks can come to where they are.
     */
    public Litmus walked(Trace trace, Seq<Property> shown) {
        Seq<Condition> asked = shown.map(claim -> new Condition(
                Condition.Kind.CLAIM,
                word(claim.name()),
                Option.some(new Expectation(
                        claim.name(),
                        claim.kind() == Kind.SOMETIMES ? Verdict.HOLDS : Verdict.VIOLATED,
                        Option.none())),
                Option.some(schedule(trace))));
        return test(
                "walked",
                "Chosen step by step in " + subject.variant().fullName() + ".",
                asked.isEmpty() ? Vector.of(places(trace)) : asked);
    }

    /** That the tasks can be where they are. */
    private static Condition places(Trace trace) {
        State last = trace.last();
        String where = last.model()
                .actors()
                .flatMap(actor -> last.at(actor) instanceof At at
                        ? Option.some(actor.name() + "@" + at.place())
                        : Option.when(last.at(actor) == Control.finished(), "finished(" + actor.name() + ")"))
                .mkString(" && ");
        return new Condition(
                Condition.Kind.REACH,
                word(where.isEmpty() ? "true" : where),
                Option.none(),
                Option.some(schedule(trace)));
    }

    private boolean isShort(Word bound) {
        return subject.family().taskBounds().contains(bound.text().split("=", 2)[0]);
    }

    private static Seq<Word> words(Settings settings) {
        return settings.values().toVector().map(AsLitmus::word);
    }

    private static Word word(Tuple2<String, String> setting) {
        return word(setting._1() + "=" + setting._2());
    }

    private static Word word(String text) {
        return new Word(text, 0);
    }

    private Condition condition(Finding finding, boolean schedules) {
        Condition condition = condition(finding);
        return finding.trace()
                .filter(trace -> schedules && trace.length() > 0)
                .map(trace -> condition.shownBy(schedule(trace)))
                .getOrElse(condition);
    }

    private Condition condition(Finding finding) {
        String name = finding.property().name();
        Expectation found =
                new Expectation(name, finding.verdict(), finding.trace().map(Trace::length));
        return new Condition(
                isStated(finding.property()) ? Condition.Kind.ALWAYS : Condition.Kind.CLAIM,
                word(name),
                Option.when(finding.verdict() != Verdict.UNDECIDED, found),
                Option.none());
    }

    /** Whether a claim about every state was written by the user, as an expression: its name is what it says. */
    private boolean isStated(Property property) {
        return property.kind() == Kind.INVARIANT
                && !subject.inquiry().claims().exists(claim -> claim.name().equals(property.name()));
    }

    private static Schedule schedule(Trace trace) {
        Vector<Schedule.Turn> turns = Vector.empty();
        for (TraceStep taken : trace.steps()) {
            String task = taken.step().actor().name();
            Word step = word(Replay.text(taken.step(), taken.choices()));
            turns = turns.lastOption().exists(turn -> turn.task().text().equals(task))
                    ? turns.update(
                            turns.size() - 1,
                            turn -> new Schedule.Turn(turn.task(), turn.steps().append(step)))
                    : turns.append(new Schedule.Turn(word(task), Vector.of(step)));
        }
        return new Schedule(turns);
    }
}
