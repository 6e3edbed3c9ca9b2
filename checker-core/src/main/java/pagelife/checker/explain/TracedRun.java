package pagelife.checker.explain;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import pagelife.checker.ltl.Formula;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Event;
import pagelife.checker.model.State;
import pagelife.checker.model.Step;
import pagelife.checker.property.Counterexample;
import pagelife.checker.property.Decisive;
import pagelife.checker.result.Trace;

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
    public Seq<Event> events(int number) {
        return trace.steps().get(number - 1).events();
    }

    @Override
    public boolean wrote(int number, Cell<?> cell) {
        return trace.steps().get(number - 1).writes().contains(cell)
                || step(number).actor().control() == cell;
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
