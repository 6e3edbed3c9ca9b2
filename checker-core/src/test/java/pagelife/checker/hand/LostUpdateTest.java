package pagelife.checker.hand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static pagelife.checker.hand.Checks.check;
import static pagelife.checker.hand.Checks.finding;
import static pagelife.checker.hand.Checks.steps;

import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pagelife.checker.model.ActorBuilder;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Control;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Source;
import pagelife.checker.model.View;
import pagelife.checker.property.Invariant;
import pagelife.checker.property.Property;
import pagelife.checker.property.StepProperty;
import pagelife.checker.result.Counts;
import pagelife.checker.result.Trace;
import pagelife.checker.result.TraceStep;
import pagelife.checker.result.Verdict;
import pagelife.checker.search.Order;

/** Two actors that increment a counter in two steps each, load and store. */
class LostUpdateTest {
    private sealed interface Increment extends Control {
        record Load() implements Increment {}

        record Store(int seen) implements Increment {}
    }

    private final Cell<Integer> counter;
    private final Model model;
    private final Property noUpdateIsLost;

    LostUpdateTest() {
        ModelBuilder builder = Model.builder("two increments");
        counter = builder.cell("counter", Integer.class, 0);
        Vector.of("a", "b").forEach(name -> increment(builder.actor(name, Increment.class, new Increment.Load())));
        model = builder.build();
        noUpdateIsLost = Invariant.whenever(
                "no update is lost", "two increments make 2", this::bothAreDone, view -> view.read(counter) == 2);
    }

    private void increment(ActorBuilder<Increment> actor) {
        actor.step(
                "load",
                "the counter",
                Source.NONE,
                Increment.Load.class,
                (at, view) -> new Increment.Store(view.read(counter)));
        actor.step("store", "one more", Source.NONE, Increment.Store.class, (at, view) -> {
            view.write(counter, at.seen() + 1);
            return Control.finished();
        });
    }

    private boolean bothAreDone(View view) {
        return model.actors().forAll(actor -> view.at(actor) == Control.finished());
    }

    /*
     * Written (a, b, counter) with L before the load, S0 and S1 before the store of 0+1 and 1+1, F when finished:
     *   level 1: LL0                       2 steps
     *   level 2: S0 L 0, L S0 0            2 each
     *   level 3: S0 S0 0                   2;     F L 1, L F 1     1 each
     *   level 4: F S0 1, S0 F 1,  F S1 1, S1 F 1                   1 each
     *   level 5: FF1 (an update is lost), FF2                      0
     * 1 + 2 + 3 + 4 + 2 = 12 states, 2 + 4 + 2 + 2 + 4 = 14 transitions.
     */
    @Test
    void twelveStatesAndFourteenTransitionsOnFiveLevels() {
        assertEquals(new Counts(12, 14, 5), check(model, Order.BREADTH_FIRST).counts());
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void anUpdateIsLost(Order order) {
        assertEquals(
                Verdict.VIOLATED,
                check(model, order, noUpdateIsLost).findings().head().verdict());
    }

    /* Both load, both store; of those that differ only in who is first, the one that is first by its text. */
    @Test
    void theTraceHasBothLoadsBeforeBothStores() {
        Trace trace = finding(model, noUpdateIsLost).trace().get();
        assertEquals(
                Vector.of("load", "load", "store", "store"),
                trace.steps().map(step -> step.step().id()));
    }

    @Test
    void theTraceEndsWithOneIncrementMissing() {
        assertEquals(1, finding(model, noUpdateIsLost).trace().get().last().read(counter));
    }

    @Test
    void aStepInATraceNamesActorAndLabel() {
        Trace trace = finding(model, noUpdateIsLost).trace().get();
        assertEquals("load the counter", trace.steps().head().step().label());
        assertEquals(
                4,
                steps(trace)
                        .filter(step -> step.matches("[ab]: (load the counter|store one more)"))
                        .size());
    }

    @Test
    void aStepInATraceShowsWhatItRead() {
        TraceStep load = finding(model, noUpdateIsLost).trace().get().steps().head();
        assertEquals(Vector.of(load.step().actor().control(), counter), load.reads());
    }

    @Test
    void aStepInATraceShowsWhatItWroteApartFromItsControl() {
        TraceStep store = finding(model, noUpdateIsLost).trace().get().steps().last();
        assertEquals(Vector.of(counter), store.writes());
    }

    /* The second store writes 1 over 1. The states before it are at depth 3, so the trace has 4 steps. */
    @Test
    void aStepPropertyComparesBeforeAndAfter() {
        Property everyStoreCounts = new StepProperty(
                "every store counts",
                "a store raises the counter",
                taken -> !taken.step().id().equals("store") || taken.after(counter) > taken.before(counter));
        assertEquals(4, finding(model, everyStoreCounts).trace().get().length());
    }

    /* The load reads the counter and does not write it, the store writes it and has not read it. */
    @Test
    void aStepPropertySeesWhatWasReadAndWritten() {
        Property loadsReadAndStoresWrite = new StepProperty(
                "loads read and stores write",
                "",
                taken -> taken.hasRead(counter) == taken.step().id().equals("load")
                        && taken.wrote(counter) == taken.step().id().equals("store"));
        assertEquals(Verdict.HOLDS, finding(model, loadsReadAndStoresWrite).verdict());
    }
}
