package pagelife.reports;

import io.vavr.collection.LinkedHashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import pagelife.checker.model.Actor;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Control;
import pagelife.checker.model.State;
import pagelife.checker.model.Step;
import pagelife.checker.model.View;
import pagelife.checker.property.Invariant;
import pagelife.checker.property.NoDeadlock;
import pagelife.checker.property.Property;
import pagelife.checker.property.Sometimes;
import pagelife.checker.property.StepProperty;
import pagelife.checker.property.Temporal;
import pagelife.checker.result.Trace;
import pagelife.checker.value.Value;
import pagelife.reports.page.Amounts;

/** Why the end of a trace breaks a claim, or shows one: the cells that the claim read there, with their values. */
final class Evidence {
    /** More facts than this are no longer an explanation. */
    private static final int MOST_FACTS = 8;

    private Evidence() {}

    /** The facts, such as {@code page(P0) = 0}; none for a claim about runs, which no single state shows. */
    static Seq<Fact> of(Property property, Trace trace) {
        List<Cell<?>> reads = new ArrayList<>();
        if (!property.accept(new Shown(trace, reads))) {
            throw new IllegalStateException("the trace for " + property.name() + " does not show what it should");
        }
        return property.accept(new Telling(trace, LinkedHashSet.ofAll(reads).toVector()));
    }

    /** The cells that a question about a state reads there, each once. */
    static Seq<Cell<?>> reads(Predicate<View> question, State state) {
        List<Cell<?>> reads = new ArrayList<>();
        boolean unused = question.test(recording(state, reads)); // what matters is what it reads
        return LinkedHashSet.ofAll(reads).toVector();
    }

    /** The cells that the claim reads where the trace ends, each once. */
    static Seq<Cell<?>> reads(Property property, Trace trace) {
        List<Cell<?>> reads = new ArrayList<>();
        property.accept(new Shown(trace, reads));
        return LinkedHashSet.ofAll(reads).toVector();
    }

    /**
     * Whether the end of the trace breaks the claim, or shows what should happen; {@code reads} gets what this needs.
     */
    private record Shown(Trace trace, List<Cell<?>> reads) implements Property.Cases<Boolean> {
        @Override
        public Boolean invariant(Invariant invariant) {
            return !invariant.holds().test(recording(trace.last(), reads));
        }

        @Override
        public Boolean step(StepProperty claim) {
            return !claim.holds().test(new LastStep(trace, reads::add));
        }

        @Override
        public Boolean sometimes(Sometimes sometimes) {
            return sometimes.happens().test(recording(trace.last(), reads));
        }

        @Override
        public Boolean noDeadlock(NoDeadlock claim) {
            return !stuck(trace.last()).isEmpty();
        }

        @Override
        public Boolean temporal(Temporal temporal) {
            return true; // the whole lasso does
        }
    }

    /** The facts that a reader is told. */
    private record Telling(Trace trace, Seq<Cell<?>> reads) implements Property.Cases<Seq<Fact>> {
        @Override
        public Seq<Fact> invariant(Invariant invariant) {
            return facts(trace, reads);
        }

        @Override
        public Seq<Fact> step(StepProperty claim) {
            Step last = trace.steps().last().step();
            return facts(trace, reads)
                    .prepend(new Fact.Taken(
                            "step " + trace.length() + " is " + last,
                            trace.length(),
                            last.actor().name(),
                            last.id()));
        }

        @Override
        public Seq<Fact> sometimes(Sometimes sometimes) {
            return facts(trace, reads);
        }

        @Override
        public Seq<Fact> noDeadlock(NoDeadlock claim) {
            return stuck(trace.last());
        }

        @Override
        public Seq<Fact> temporal(Temporal temporal) {
            return Vector.empty();
        }
    }

    private static View recording(State state, List<Cell<?>> reads) {
        return new View() {
            @Override
            public <T> T read(Cell<T> cell) {
                reads.add(cell);
                return state.read(cell);
            }
        };
    }

    /** The cells read, but not where an actor still is when it has not begun; of many only those that changed. */
    private static Seq<Fact> facts(Trace trace, Seq<Cell<?>> reads) {
        State last = trace.last();
        Seq<Cell<?>> changed = trace.initial().changed(last);
        Seq<Cell<?>> begun = reads.filter(cell -> changed.contains(cell) || !isControl(cell, last));
        Seq<Cell<?>> telling = begun.size() <= MOST_FACTS ? begun : begun.filter(changed::contains);
        Seq<Fact> facts = telling.take(MOST_FACTS).map(cell -> read(last, cell));
        int more = begun.size() - facts.size();
        return more == 0 ? facts : facts.append(more(more));
    }

    private static Fact read(State state, Cell<?> cell) {
        Value value = Changes.value(state, cell);
        return new Fact.Read(cell.name() + " = " + value.text(), cell.name(), value);
    }

    private static Fact more(int cells) {
        return new Fact.More("and " + Amounts.counted(cells, "more cell") + " that the claim reads", cells);
    }

    private static boolean isControl(Cell<?> cell, State state) {
        return state.model().actors().exists(actor -> actor.control() == cell);
    }

    /** Who waits where. */
    private static Seq<Fact> stuck(State state) {
        return state.model()
                .actors()
                .filter(actor -> state.at(actor) != Control.End.FINISHED)
                .map(actor -> waits(state, actor));
    }

    private static Fact waits(State state, Actor actor) {
        Value place = Changes.value(state, actor.control());
        Seq<String> cannot =
                actor.steps().filter(step -> step.startsAt(state.at(actor))).map(Step::label);
        String text = actor.name() + " waits at " + place.text() + ": " + cannot.mkString("; ") + " cannot be taken";
        return new Fact.Waits(text, actor.name(), place, cannot);
    }
}
