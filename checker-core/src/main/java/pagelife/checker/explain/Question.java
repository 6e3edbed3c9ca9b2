package pagelife.checker.explain;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.util.function.Function;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Control;
import pagelife.checker.model.Event;
import pagelife.checker.model.Move;
import pagelife.checker.model.State;
import pagelife.checker.model.Step;
import pagelife.checker.model.Transition;
import pagelife.checker.model.View;
import pagelife.checker.property.Invariant;
import pagelife.checker.property.NoDeadlock;
import pagelife.checker.property.Property;
import pagelife.checker.property.Sometimes;
import pagelife.checker.property.StepProperty;
import pagelife.checker.property.Temporal;
import pagelife.checker.result.Trace;
import pagelife.checker.result.TraceStep;

/** Something that is true at the end of a trace, as a function of the cells that it reads there. */
@FunctionalInterface
interface Question {
    /** Whether it is true of the values that {@code values} gives. */
    boolean isSo(Values values);

    /** The values of cells at moments. */
    interface Values {
        /** A part of the value of a cell at a moment. */
        <T, R> R read(Cell<T> cell, int moment, Function<? super T, ? extends R> part);

        /** The cells at one moment. */
        default View at(int moment) {
            return new View() {
                @Override
                public <T> T read(Cell<T> cell) {
                    return Values.this.read(cell, moment, value -> value);
                }

                @Override
                public <T, R> R read(Cell<T> cell, Function<? super T, ? extends R> part) {
                    return Values.this.read(cell, moment, part);
                }
            };
        }
    }

    /** That the trace shows what it should of {@code property}; empty for a claim about runs, which all of it shows. */
    static Option<Question> of(Property property, Trace trace) {
        return property.accept(new Property.Cases<>() {
            @Override
            public Option<Question> invariant(Invariant invariant) {
                return Option.some(values -> !invariant.holds().test(values.at(trace.length())));
            }

            @Override
            public Option<Question> step(StepProperty claim) {
                return Option.some(values -> !claim.holds().test(new LastStep(trace, values)));
            }

            @Override
            public Option<Question> sometimes(Sometimes sometimes) {
                return Option.some(values -> sometimes.happens().test(values.at(trace.length())));
            }

            @Override
            public Option<Question> noDeadlock(NoDeadlock claim) {
                State last = trace.last();
                return Option.some(values -> isStuck(last, values.at(trace.length()))
                        && !claim.allowed().test(values.at(trace.length())));
            }

            @Override
            public Option<Question> temporal(Temporal temporal) {
                return Option.none();
            }
        });
    }

    /** That nobody can go on where a run ends, and somebody has not ended; empty of a run without an end. */
    static Option<Question> halted(Trace trace) {
        State last = trace.last();
        boolean ends = trace.loopStart().contains(trace.length()) && isStuck(last, last);
        return Option.when(ends, values -> isStuck(last, values.at(trace.length())));
    }

    /** That the last step fails; empty of a run whose last step does not. */
    static Option<Question> failed(Trace trace) {
        return Option.when(trace.fails(), values -> isFailing(trace, new LastStep(trace, values).before()));
    }

    private static boolean isFailing(Trace trace, View before) {
        TraceStep last = trace.steps().last();
        return Move.isFailing(before, last.step(), last.choices());
    }

    private static boolean isStuck(State last, View view) {
        return last.model().actors().exists(actor -> view.at(actor) != Control.finished())
                && last.model().actors().forAll(actor -> actor.steps().forAll(step -> !Move.isPossible(view, step)));
    }

    /**
     * The last step of a trace as a step property sees it: what it is, what it told and what it touched is given, the
     * values before and after are read.
     */
    record LastStep(Trace trace, Values values) implements Transition {
        private TraceStep last() {
            return trace.steps().last();
        }

        @Override
        public Step step() {
            return last().step();
        }

        @Override
        public <T> T before(Cell<T> cell) {
            return before().read(cell);
        }

        @Override
        public <T> T after(Cell<T> cell) {
            return after().read(cell);
        }

        @Override
        public View before() {
            return at(trace.length() - 1);
        }

        @Override
        public View after() {
            return at(trace.length());
        }

        /** The cells at a moment; where the actor of the step is, the step says. */
        private View at(int moment) {
            return new View() {
                @Override
                public <T> T read(Cell<T> cell) {
                    return read(cell, value -> value);
                }

                @Override
                public <T, R> R read(Cell<T> cell, Function<? super T, ? extends R> part) {
                    return cell == step().actor().control()
                            ? part.apply(trace.before(moment).read(cell))
                            : values.read(cell, moment, part);
                }
            };
        }

        @Override
        public boolean hasRead(Cell<?> cell) {
            return last().reads().contains(cell) || cell == step().actor().control();
        }

        @Override
        public boolean wrote(Cell<?> cell) {
            return last().writes().contains(cell) || cell == step().actor().control();
        }

        @Override
        public Seq<Event> events() {
            return last().events();
        }
    }
}
