package pagelife.reports.told;

import io.vavr.Tuple;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.Function;
import pagelife.checker.explain.Explanation;
import pagelife.checker.model.Actor;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Control;
import pagelife.checker.model.Move;
import pagelife.checker.model.State;
import pagelife.checker.model.Step;
import pagelife.checker.property.Decisive;
import pagelife.checker.property.Invariant;
import pagelife.checker.property.NoDeadlock;
import pagelife.checker.property.Property;
import pagelife.checker.property.Sometimes;
import pagelife.checker.property.StepProperty;
import pagelife.checker.property.Temporal;
import pagelife.checker.result.Trace;
import pagelife.checker.value.Value;
import pagelife.models.page.Begun;
import pagelife.reports.page.Amounts;

/** Why the end of a trace breaks a claim, or shows one: the cells that decide it, with their values. */
final class Evidence implements Property.Cases<Seq<Fact>> {
    /** More facts than this are no longer an explanation. */
    private static final int MOST_FACTS = 8;

    /** What is said of a task that has done nothing of its operation. */
    private static final String NOT_BEGUN = " has not begun";

    private final Trace trace;
    private final Seq<Decisive> core;

    private Evidence(Trace trace, Seq<Decisive> core) {
        this.trace = trace;
        this.core = core;
    }

    /** The facts, such as {@code page(P0) = 0}. */
    static Seq<Fact> of(Property property, Trace trace, Explanation explanation) {
        return property.accept(new Evidence(trace, explanation.core()));
    }

    @Override
    public Seq<Fact> invariant(Invariant invariant) {
        return facts();
    }

    @Override
    public Seq<Fact> step(StepProperty claim) {
        Step last = trace.steps().last().step();
        return facts().prepend(new Fact.Taken(
                "step " + trace.length() + " is " + last,
                trace.length(),
                last.actor().name(),
                last.id()));
    }

    @Override
    public Seq<Fact> sometimes(Sometimes sometimes) {
        return facts();
    }

    @Override
    public Seq<Fact> noDeadlock(NoDeadlock claim) {
        State last = trace.last();
        return Move.blocked(last).map(actor -> waits(last, actor));
    }

    /** Each cell once: what it holds when it first counts, and what it comes to hold; and who keeps a run from going on. */
    @Override
    public Seq<Fact> temporal(Temporal temporal) {
        return new Evidence(trace, core.distinctBy(Decisive::cell))
                .facts(this::andThen)
                .appendAll(stuck(trace).map(actor -> waits(trace.last(), actor)));
    }

    /** Who should go on and cannot, where a run ends since nobody can; nobody in a run that goes on or ends otherwise. */
    static Seq<Actor> stuck(Trace trace) {
        State last = trace.last();
        boolean ends = trace.loopStart().contains(trace.length()) && !trace.fails();
        return ends && Move.in(last).isEmpty() ? Move.blocked(last) : Vector.empty();
    }

    private Seq<Fact> facts() {
        return facts(one -> "");
    }

    /** What decides, each with what is said of it afterwards; of much what changed last. */
    private Seq<Fact> facts(Function<Decisive, String> after) {
        Seq<Decisive> telling = core.size() <= MOST_FACTS
                ? core
                : core.filter(core.sortBy(one -> -since(one)).take(MOST_FACTS).toSet()::contains);
        Seq<Fact> facts = telling.map(one -> read(one, after.apply(one)));
        int more = core.size() - facts.size();
        return more == 0 ? facts : facts.append(more(more));
    }

    /** The step that gave a cell the value that it has; 0 if it has it from the start. */
    private int since(Decisive one) {
        int since = one.moment();
        while (since > 0
                && trace.before(since - 1)
                        .read(one.cell())
                        .equals(trace.before(one.moment()).read(one.cell()))) {
            since--;
        }
        return since;
    }

    private Fact read(Decisive one, String after) {
        Value value = Changes.value(trace.before(one.moment()), one.cell());
        int since = since(one);
        String when = since == 0 ? "from the start" : "since step " + since;
        String what = actor(one)
                .map(actor -> actor + place(one, one.moment()))
                .getOrElse(() -> one.cell().name() + " = " + value.text());
        return new Fact.Read(
                what + (what.endsWith(NOT_BEGUN) && since == 0 ? "" : ", " + when) + until(one) + after,
                one.cell().name(),
                value,
                since);
    }

    /** The actor whose place is what decides. */
    private Option<Actor> actor(Decisive one) {
        return trace.last().model().actors().find(actor -> actor.control() == one.cell());
    }

    /** {@code  is at t8 wake up [P0]}. */
    private String place(Decisive one, int moment) {
        Actor actor = actor(one).get();
        Control at = trace.before(moment).at(actor);
        if (at == Control.finished()) {
            return " has finished";
        }
        if (!actor.facts(at, Begun.class).isEmpty()) {
            return NOT_BEGUN;
        }
        String text = Changes.text(trace.before(moment), one.cell());
        int carried = text.indexOf('[');
        String label =
                actor.steps().find(step -> step.startsAt(at)).map(Step::label).getOrElse(text);
        return " is at " + label + (carried < 0 ? "" : " " + text.substring(carried));
    }

    /** What it is from where {@code until} ends: {@code , then 1, and 0 from step 2 on}. */
    private String andThen(Decisive one) {
        return new Course(trace, one.cell(), one.moment())
                .told(moment -> what(one, moment), actor(one).isDefined() ? "places" : "values");
    }

    private String what(Decisive one, int moment) {
        return actor(one).isDefined()
                ? place(one, moment).strip().replaceFirst("^is ", "")
                : Changes.text(trace.before(moment), one.cell());
    }

    /** What is meant before the end is said so, if a later step changes it. */
    private String until(Decisive one) {
        Object value = trace.before(one.moment()).read(one.cell());
        return Vector.rangeClosed(one.moment() + 1, trace.length())
                .find(later -> !trace.before(later).read(one.cell()).equals(value))
                .map(step -> " until step " + step)
                .getOrElse("");
    }

    private static Fact more(int cells) {
        return new Fact.More("and " + Amounts.counted(cells, "more cell"), cells);
    }

    /** Who waits, before which steps, and what these read. */
    private static Fact waits(State state, Actor actor) {
        Seq<String> cannot =
                actor.steps().filter(step -> step.startsAt(state.at(actor))).map(Step::label);
        Seq<Cell<?>> read = Move.blockers(state, actor);
        String blocked = read.isEmpty()
                ? ""
                : read.map(cell -> cell.name() + " = " + Changes.text(state, cell))
                        .mkString(" while ", " and ", "");
        return new Fact.Waits(
                actor.name() + " waits: " + cannot.mkString("; ") + " cannot be taken" + blocked,
                actor.name(),
                Changes.value(state, actor.control()),
                cannot,
                LinkedHashMap.ofEntries(read.map(cell -> Tuple.of(cell.name(), Shown.of(state.read(cell))))));
    }
}
