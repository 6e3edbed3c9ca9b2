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
import pagelife.models.Family;
import pagelife.models.Settings;
import pagelife.models.Variant;
import pagelife.models.Workload;
import pagelife.specs.Expectation;

/**
 * The litmus test that a run of a variant stands for.
 *
 * @param family the family
 * @param variant the variant
 * @param rules rules set otherwise than in the variant
 * @param bounds bounds set otherwise than in the variant
 * @param fairness the fairness asked for
 * @param schedules whether the run that shows a verdict is wanted, too
 */
public record AsLitmus(
        Family<?> family,
        Variant variant,
        Settings rules,
        Settings bounds,
        Option<Assumptions> fairness,
        boolean schedules) {

    /** The test that asks what was asked, and expects what was found; nothing where that was left undecided. */
    public Litmus test(Seq<Finding> findings) {
        return test(family.workload(variant, rules, bounds), variant.name(), variant.summary(), findings);
    }

    /** The test of another workload: its name in a word, what it shows, and what was found. */
    public Litmus test(Workload workload, String name, String about, Seq<Finding> findings) {
        Seq<Litmus.Column> tasks =
                workload.tasks().toVector().map(task -> new Litmus.Column(word(task._1()), task._2()));
        return new Litmus(
                word(variant.fullName()),
                name,
                about,
                words(rules),
                words(bounds).reject(bound -> !tasks.isEmpty() && isShort(bound)),
                fairness.map(assumed -> word(assumed.toString())),
                Option.when(
                        !workload.setup().isEmpty(),
                        () -> Written.parse(workload.setup().mkString("; "))),
                tasks,
                findings.map(this::condition));
    }

    /**
     * The test that a run which somebody chose stands for: it asks for the claims that its end breaks or shows, and
     * where there are none whether the tasks can come to where they are.
     *
     * @param workload what the tasks do; empty for what the bounds stand for
     */
    public Litmus walked(Option<Workload> workload, Trace trace, Seq<Property> shown) {
        Litmus plain = test(
                workload.getOrElse(() -> family.workload(variant, rules, bounds)),
                "walked",
                "Chosen step by step in " + variant.fullName() + ".",
                Vector.empty());
        Seq<Condition> asked = shown.map(claim -> new Condition(
                Condition.Kind.CLAIM,
                word(claim.name()),
                Option.some(new Expectation(
                        claim.name(),
                        claim.kind() == Kind.SOMETIMES ? Verdict.HOLDS : Verdict.VIOLATED,
                        Option.none())),
                Option.some(schedule(trace))));
        return plain.asking(asked.isEmpty() ? Vector.of(places(trace)) : asked);
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
        return family.taskBounds().contains(bound.text().split("=", 2)[0]);
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

    private Condition condition(Finding finding) {
        String name = finding.property().name();
        Expectation found =
                new Expectation(name, finding.verdict(), finding.trace().map(Trace::length));
        return new Condition(
                Condition.Kind.CLAIM,
                word(name),
                Option.when(finding.verdict() != Verdict.UNDECIDED, found),
                finding.trace().filter(trace -> schedules && trace.length() > 0).map(AsLitmus::schedule));
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
