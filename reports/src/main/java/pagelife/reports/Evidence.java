package pagelife.reports;

import io.vavr.collection.LinkedHashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.ArrayList;
import java.util.List;
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

/** Why the end of a trace breaks a claim, or shows one: the cells that the claim read there, with their values. */
final class Evidence {
    /** More facts than this are no longer an explanation. */
    private static final int MOST_FACTS = 8;

    private Evidence() {}

    /** One line per fact: {@code page(P0) = 0}; none for a claim about runs, which no single state shows. */
    static Seq<String> of(Property property, Trace trace) {
        List<Cell<?>> reads = new ArrayList<>();
        if (!property.accept(new Shown(trace, reads))) {
            throw new IllegalStateException("the trace for " + property.name() + " does not show what it should");
        }
        return property.accept(new Told(trace, LinkedHashSet.ofAll(reads).toVector()));
    }

    /** The cells that the claim reads where the trace ends, each once. */
    static Seq<Cell<?>> reads(Property property, Trace trace) {
        List<Cell<?>> reads = new ArrayList<>();
        property.accept(new Shown(trace, reads));
        return LinkedHashSet.ofAll(reads).toVector();
    }

    /** Whether the end of the trace breaks the claim, or shows what should happen; {@code reads} gets what this needs. */
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
    private record Told(Trace trace, Seq<Cell<?>> reads) implements Property.Cases<Seq<String>> {
        @Override
        public Seq<String> invariant(Invariant invariant) {
            return facts(trace, reads);
        }

        @Override
        public Seq<String> step(StepProperty claim) {
            return facts(trace, reads)
                    .prepend("step " + trace.length() + " is "
                            + trace.steps().last().step());
        }

        @Override
        public Seq<String> sometimes(Sometimes sometimes) {
            return facts(trace, reads);
        }

        @Override
        public Seq<String> noDeadlock(NoDeadlock claim) {
            return stuck(trace.last());
        }

        @Override
        public Seq<String> temporal(Temporal temporal) {
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
    private static Seq<String> facts(Trace trace, Seq<Cell<?>> reads) {
        State last = trace.last();
        Seq<Cell<?>> changed = trace.initial().changed(last);
        Seq<Cell<?>> begun = reads.filter(cell -> changed.contains(cell) || !isControl(cell, last));
        Seq<Cell<?>> telling = begun.size() <= MOST_FACTS ? begun : begun.filter(changed::contains);
        Seq<String> facts = telling.take(MOST_FACTS).map(cell -> cell.name() + " = " + Changes.text(last, cell));
        int more = begun.size() - facts.size();
        return more == 0 ? facts : facts.append("and " + Amounts.counted(more, "more cell") + " that the claim reads");
    }

    private static boolean isControl(Cell<?> cell, State state) {
        return state.model().actors().exists(actor -> actor.control() == cell);
    }

    /** Who waits where. */
    private static Seq<String> stuck(State state) {
        return state.model()
                .actors()
                .filter(actor -> state.at(actor) != Control.End.FINISHED)
                .map(actor -> actor.name() + " waits at " + Changes.text(state, actor.control()) + ": "
                        + actor.steps()
                                .filter(step -> step.startsAt(state.at(actor)))
                                .map(Step::label)
                                .mkString("; ")
                        + " cannot be taken");
    }
}
