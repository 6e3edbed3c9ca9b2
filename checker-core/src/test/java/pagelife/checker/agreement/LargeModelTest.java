package pagelife.checker.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pagelife.checker.Checker;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Control;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Source;
import pagelife.checker.model.StepCode;
import pagelife.checker.naive.Agreement;
import pagelife.checker.naive.Configuration;
import pagelife.checker.property.Invariant;
import pagelife.checker.property.NoDeadlock;
import pagelife.checker.property.Property;
import pagelife.checker.property.Sometimes;
import pagelife.checker.property.StepProperty;
import pagelife.checker.result.Counts;
import pagelife.checker.result.Result;
import pagelife.checker.result.Statistics;

/**
 * Models large enough for what an engine does in small ones never: it grows tables, lays cells out anew in mid-run,
 * gives up recording a step, keeps states in bitmaps.
 */
class LargeModelTest {
    /** The one place of all actors here. */
    private record Here() implements Control {}

    private final ModelBuilder builder = Model.builder("large");

    private void actor(String name, StepCode<Here> code) {
        builder.actor(name, Here.class, new Here()).step("go", "", Source.NONE, Here.class, code);
    }

    private Cell<Integer> cell(String name) {
        return builder.cell(name, Integer.class, 0);
    }

    /** Counts a cell up by {@code by} to {@code most}. */
    private static StepCode<Here> counting(Cell<Integer> cell, int most) {
        return (at, view) -> {
            int now = view.read(cell);
            if (now >= most) {
                return view.waits();
            }
            view.write(cell, now + 1);
            return at;
        };
    }

    private static StepCode<Here> toggling(Cell<Integer> cell) {
        return (at, view) -> {
            view.write(cell, 1 - view.read(cell));
            return at;
        };
    }

    private void pad(int cells) {
        for (int i = 0; i < cells; i++) {
            builder.cell("padding" + i, Boolean.class, false);
        }
    }

    /* 6,001 counts x 2: every state of the counting step is a miss, so that recording it is given up after some thousand;
     * before that the counter has outgrown its width ten times. */
    @ParameterizedTest
    @ValueSource(ints = {0, 60, 130})
    void aStepThatReadsEverNewValuesAgrees(int padding) {
        Cell<Integer> count = cell("count");
        pad(padding);
        Cell<Integer> flag = cell("flag");
        actor("counter", counting(count, 6_000));
        actor("toggler", toggling(flag));
        Agreement agreement = new Agreement(
                builder.build(),
                Vector.of(
                        Invariant.always("inside", "", view -> view.read(count) <= 6_000),
                        Invariant.always("below", "", view -> view.read(count) < 300 || view.read(flag) == 0),
                        new Sometimes("far", "", view -> view.read(count) == 400 && view.read(flag) == 1),
                        new StepProperty("up", "", taken -> taken.after(count) < 200 || taken.wrote(count)),
                        NoDeadlock.strict()));
        assertEquals(12_002, agreement.oracle().states());
        agreement.requireAll();
    }

    @Test
    void aStepThatReadsEverNewValuesIsExecutedDirectly() {
        actor("counter", counting(cell("count"), 40_000));
        actor("toggler", toggling(cell("flag")));
        Model model = builder.build();
        Result result = Checker.check(model, Vector.empty(), Configuration.PLAIN.options());
        assertEquals(new Counts(80_002, 120_002 + 40_000, 40_002), result.counts());
        assertEquals(
                Vector.of(model.actor("counter").step("go")),
                result.statistics().direct());
    }

    /* 300 counts x 2^7 switches = 38,400 states, of which those that differ in switches only share an entry. */
    @Test
    void statesKeptInBitmapsAgree() {
        Vector<Cell<Integer>> switches = Vector.range(0, 7).map(i -> cell("switch" + i));
        Cell<Integer> count = cell("count");
        actor("counter", counting(count, 299));
        switches.forEach(each -> actor("toggler of " + each, toggling(each)));
        Property all = new Sometimes(
                "all on at 20", "", view -> view.read(count) == 20 && switches.forAll(each -> view.read(each) == 1));
        Agreement agreement = new Agreement(builder.build(), Vector.of(all));
        assertEquals(38_400, agreement.oracle().states());
        agreement.requireAll();
    }

    /* 26^3 = 17,576 lanes, if the three counts are near; bitmaps have room for 16,384 before others are chosen. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void cellsWithTooManyValuesTogetherAgree(int threads) {
        Vector<Cell<Integer>> counts = Vector.range(0, 3).map(i -> cell("count" + i));
        Cell<Integer> flag = cell("flag");
        counts.forEach(each -> actor("counter of " + each, counting(each, 25)));
        actor("toggler", toggling(flag));
        Property end = new Sometimes("end", "", view -> counts.forAll(each -> view.read(each) == 25));
        Agreement agreement = new Agreement(builder.build(), Vector.of(end));
        assertEquals(2 * 17_576, agreement.oracle().states());
        agreement.require(Configuration.breadthFirst(threads, 0).grouped());
    }

    /*
     * While one actor counts to 5,000 there are three switches that can be 0 or 1: 8 x 5,001 states, 8 to an entry.
     * Then the last of them counts up to 50,000: 49,999 states more. Bitmaps that grew with it would take 64 kB for
     * each entry.
     */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aCellThatGrowsAfterAllTakesNoBitmapWithIt(int threads) {
        Cell<Integer> count = cell("count");
        Cell<Integer> one = cell("one");
        Cell<Integer> two = cell("two");
        Cell<Integer> grows = cell("grows");
        actor("counter", counting(count, 5_000));
        for (Cell<Integer> each : Vector.of(one, two)) {
            actor("toggler of " + each, (at, view) -> {
                if (view.read(grows) > 1) {
                    return view.waits();
                }
                view.write(each, 1 - view.read(each));
                return at;
            });
        }
        actor("grower", (at, view) -> {
            int now = view.read(grows);
            if (now == 50_000) {
                return view.waits();
            }
            boolean late =
                    now > 1 || now == 1 && view.read(count) == 5_000 && view.read(one) == 0 && view.read(two) == 0;
            view.write(grows, late ? now + 1 : 1 - now);
            return at;
        });
        Result result = Checker.check(
                builder.build(),
                Vector.empty(),
                Configuration.breadthFirst(threads, 0).options());
        assertEquals(8 * 5_001 + 49_999, result.counts().states());
        assertTrue(
                result.statistics().storeBytes() < 20_000_000,
                "bytes: " + result.statistics().storeBytes());
    }

    /* 2,100 alternatives and then 2,100 more from each: a block of 256 states has half a million successors. */
    @Test
    void aStepMayHaveThousandsOfAlternatives() {
        Cell<Integer> first = cell("first");
        Cell<Integer> second = cell("second");
        Vector<Integer> alternatives = Vector.rangeClosed(1, 2_100);
        actor("chooser", (at, view) -> {
            if (view.read(first) == 0) {
                view.write(first, view.choose("first", alternatives));
            } else if (view.read(second) == 0) {
                view.write(second, view.choose("second", alternatives));
            } else {
                return view.waits();
            }
            return at;
        });
        Result result = Checker.check(builder.build(), Vector.empty(), Configuration.PLAIN.options());
        long pairs = 2_100L * 2_100;
        assertEquals(new Counts(1 + 2_100 + pairs, 2_100 + pairs, 3), result.counts());
    }

    /*
     * The model's code runs once for each of the 200 counts and twice for each switch, give or take what starts them.
     */
    @Test
    void aCountOfExecutionsIsFarBelowThatOfTransitions() {
        Vector<Cell<Integer>> switches = Vector.range(0, 6).map(i -> cell("switch" + i));
        actor("counter", counting(cell("count"), 199));
        switches.forEach(each -> actor("toggler of " + each, toggling(each)));
        Result result = Checker.check(builder.build(), Vector.empty(), Configuration.PLAIN.options());
        Statistics statistics = result.statistics();
        assertEquals(200L * 64 * 6 + 199 * 64, result.counts().transitions());
        assertEquals(200 + 2 * 6, statistics.executions());
    }
}
