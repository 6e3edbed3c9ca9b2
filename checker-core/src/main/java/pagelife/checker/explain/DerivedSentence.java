package pagelife.checker.explain;

import io.vavr.collection.Seq;
import java.util.function.IntFunction;
import pagelife.checker.ltl.Formula;
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

/** The sentence of a claim that has no words of its own: what decides it, since when, and the step that made it so. */
final class DerivedSentence implements Property.Cases<String> {
    private final TracedRun run;
    private final Trace trace;
    private final Seq<Reason> reasons;

    DerivedSentence(TracedRun run, Trace trace, Seq<Reason> reasons) {
        this.run = run;
        this.trace = trace;
        this.reasons = reasons;
    }

    String of(Property property) {
        return property.accept(this);
    }

    @Override
    public String invariant(Invariant invariant) {
        return state();
    }

    @Override
    public String sometimes(Sometimes sometimes) {
        return state();
    }

    /** What the last step made so, and what was so before it. */
    private String state() {
        if (run.core().isEmpty()) {
            return "it is so whatever the cells hold";
        }
        if (run.length() == 0) {
            return "from the start " + and(run.core().map(this::isSo));
        }
        Seq<Decisive> made = run.core().filter(one -> since(one) == run.length());
        Seq<Decisive> before = run.core().removeAll(made);
        if (made.isEmpty()) {
            return "in the end " + and(before.map(this::isSoSince));
        }
        String now = "after " + step(run.length()) + " " + and(made.map(this::isSo));
        return before.isEmpty() ? now : now + " while " + and(before.map(this::isSoSince));
    }

    @Override
    public String step(StepProperty claim) {
        Seq<Decisive> before = run.core().filter(one -> one.moment() < run.length());
        Seq<Decisive> after = run.core().removeAll(before);
        Seq<String> told = run.events(run.length()).map(Object::toString);
        String what = step(run.length())
                + (after.isEmpty() ? " is taken" : " makes it so that " + and(after.map(this::isSo)))
                + (told.isEmpty() ? "" : " (" + told.mkString("; ") + ")");
        return before.isEmpty() ? what : what + " while " + and(before.map(this::isSoSince));
    }

    @Override
    public String noDeadlock(NoDeadlock claim) {
        State last = trace.last();
        return "nobody can go on: "
                + Move.blocked(last).map(actor -> waits(last, actor)).mkString("; ");
    }

    private static String waits(State last, Actor actor) {
        Seq<Cell<?>> blockers = Move.blockers(last, actor);
        String waits = actor + " waits at " + text(last.at(actor));
        return blockers.isEmpty() ? waits : waits + " while " + and(blockers.map(cell -> isSo(last, cell)));
    }

    @Override
    public String temporal(Temporal temporal) {
        Seq<Reason> lasting = reasons.filter(reason -> reason.lasts() == Reason.Lasts.FOREVER);
        Seq<Reason> once = reasons.removeAll(lasting)
                .reject(reason -> lasting.exists(other -> other.formula().equals(reason.formula())
                        && other.isTrue() == reason.isTrue()
                        && other.moment() == reason.moment()));
        Seq<Reason> again = once.filter(reason -> reason.lasts() == Reason.Lasts.AGAIN);
        Seq<String> parts = told(once.removeAll(again), moment -> when(moment, "after step "), "")
                .appendAll(told(again, moment -> "again and again, as after step " + moment + ", ", ""))
                .appendAll(
                        told(lasting, moment -> when(moment, "from step ") + (moment == 0 ? "" : "on "), " forever"));
        String said = parts.isEmpty() ? "no run could be as the formula says" : and(parts);
        return trace.fails() ? said + ": " + step(run.length()) + " fails, and nothing comes after it" : said;
    }

    /** What is so at each moment, in the order of moments. */
    private static Seq<String> told(Seq<Reason> reasons, IntFunction<String> when, String end) {
        return reasons.groupBy(Reason::moment)
                .toVector()
                .sortBy(group -> group._1())
                .map(group -> when.apply(group._1()) + and(group._2().map(DerivedSentence::isSo)) + end);
    }

    private static String when(int moment, String words) {
        return moment == 0 ? "from the start " : words + moment + " ";
    }

    private static String isSo(Reason reason) {
        String text = reason.formula() instanceof Formula.Proposition named
                ? named.name()
                : reason.formula().toString();
        return reason.isTrue() && text.contains(" ") ? text : text + " is " + reason.isTrue();
    }

    private String step(int number) {
        Step step = run.step(number);
        return "step " + number + " (" + step.actor() + ": " + (step.text().isEmpty() ? step.id() : step.text()) + ")";
    }

    /** The step that gave a cell the value that it has; 0 if it has it from the start. */
    private int since(Decisive one) {
        Object value = run.state(one.moment()).read(one.cell());
        return run.since(one.moment(), view -> value.equals(view.read(one.cell())));
    }

    private String isSo(Decisive one) {
        return isSo(run.state(one.moment()), one.cell());
    }

    private String isSoSince(Decisive one) {
        int since = since(one);
        return isSo(one) + (since == 0 ? " (from the start)" : " (since step " + since + ")");
    }

    /** {@code page(P0) = refs 1}; where an actor is in words. */
    private static String isSo(State state, Cell<?> cell) {
        return state.model()
                .actors()
                .find(actor -> actor.control() == cell)
                .map(actor -> place(state, actor))
                .getOrElse(() -> cell.name() + " = " + text(state.read(cell)));
    }

    private static String place(State state, Actor actor) {
        return state.at(actor) == Control.finished()
                ? actor + " has finished"
                : actor + " is at " + text(state.at(actor));
    }

    private static String text(Object value) {
        return Value.of(value).text();
    }

    private static String and(Seq<String> parts) {
        return parts.size() < 2 ? parts.mkString() : parts.init().mkString(", ") + " and " + parts.last();
    }
}
