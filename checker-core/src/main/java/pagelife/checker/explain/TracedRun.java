package pagelife.checker.explain;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import pagelife.checker.ltl.Formula;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Event;
import pagelife.checker.model.State;
import pagelife.checker.model.Step;
import pagelife.checker.model.Transition;
import pagelife.checker.property.Counterexample;
import pagelife.checker.property.Decisive;
import pagelife.checker.result.Trace;
import pagelife.checker.result.TraceStep;

/** A trace that breaks a claim, for the sentence about it. */
record TracedRun(Trace trace, Seq<Decisive> core) implements Counterexample {
    @Override
    public int length() {
        return trace.length();
    }

    @Override
    public State state(int moment) {
        return trace.before(moment);
    }

    @Override
    public Step step(int number) {
        return trace.steps().get(number - 1).step();
    }

    @Override
    public Transition taken(int number) {
        return new Taken(trace.before(number - 1), trace.steps().get(number - 1));
    }

    /** A step of a trace. */
    private record Taken(State from, TraceStep taken) implements Transition {
        @Override
        public Step step() {
            return taken.step();
        }

        @Override
        public <T> T before(Cell<T> cell) {
            return from.read(cell);
        }

        @Override
        public <T> T after(Cell<T> cell) {
            return taken.after().read(cell);
        }

        @Override
        public boolean hasRead(Cell<?> cell) {
            return taken.reads().contains(cell) || cell == step().actor().control();
        }

        @Override
        public boolean wrote(Cell<?> cell) {
            return taken.writes().contains(cell) || cell == step().actor().control();
        }

        @Override
        public Seq<Event> events() {
            return taken.events();
        }
    }

    @Override
    public Option<Integer> loopStart() {
        return trace.loopStart();
    }

    @Override
    public boolean isTrue(Formula formula, int moment) {
        Truths truths = new Truths(trace);
        return truths.of(formula)[moment == truths.positions() ? truths.loopStart() : moment];
    }
}
