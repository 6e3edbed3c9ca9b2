package pagelife.specs.mutants;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Event;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;

/** Models that somebody who sees cells, calls and what is told can tell apart, and others. */
class BisimulationTest {
    private record Told(String text) implements Event {}

    private interface Body {
        void declare(ModelBuilder model, Cell<Integer> cell);
    }

    private static Model model(Body body) {
        ModelBuilder model = Model.builder("small");
        body.declare(model, model.cell("cell", 0));
        return model.build();
    }

    private static void assertAlike(boolean alike, Body one, Body other) {
        assertEquals(Option.some(alike), Bisimulation.areAlike(model(one), model(other), 1000));
        assertEquals(Option.some(alike), Bisimulation.areAlike(model(other), model(one), 1000), "the other way round");
    }

    private static final Body ONE_STEP = (model, cell) -> model.task("a").step("set", now -> now.write(cell, 1));

    @Test
    void aModelIsLikeItself() {
        assertAlike(true, ONE_STEP, ONE_STEP);
    }

    @Test
    void aStepThatNobodySeesMayBeMissing() {
        assertAlike(
                true,
                ONE_STEP,
                (model, cell) -> model.task("a").step("look", now -> {}).step("set", now -> now.write(cell, 1)));
    }

    @Test
    void whoEndsLaterIsSeen() {
        assertAlike(
                false,
                ONE_STEP,
                (model, cell) ->
                        model.task("a").step("set", now -> now.write(cell, 1)).step("look", now -> {}));
    }

    @Test
    void anotherValueIsSeen() {
        assertAlike(false, ONE_STEP, (model, cell) -> model.task("a").step("set", now -> now.write(cell, 2)));
    }

    @Test
    void whatIsToldIsSeen() {
        assertAlike(
                false,
                ONE_STEP,
                (model, cell) -> model.task("a").step("set", now -> {
                    now.write(cell, 1);
                    now.tell(new Told("set"));
                }));
    }

    /**
     * Both can set the cell and both can leave it; but of one the choice is made before, by a step that is not seen.
     */
    @Test
    void aChoiceMadeEarlierIsSeen() {
        Body early = (model, cell) -> model.task("a")
                .step("choose", now -> {
                    if (now.choose("set", io.vavr.collection.Vector.of(true, false))) {
                        now.go("set");
                    } else {
                        now.go("leave");
                    }
                })
                .step("set", now -> {
                    now.write(cell, 1);
                    now.end();
                })
                .step("leave", now -> now.write(cell, 2));
        Body late = (model, cell) -> model.task("a")
                .step("choose", now -> now.write(cell, now.choose("value", io.vavr.collection.Vector.of(1, 2))));
        assertAlike(false, early, late);
    }

    @Test
    void whoGoesOnForEverWithoutAnythingSeenIsToldFromWhoWaits() {
        Body waits = (model, cell) -> model.task("a").step("wait", now -> now.await(now.read(cell) == 1));
        Body spins = (model, cell) -> model.task("a").step("spin", now -> now.go("spin"));
        assertAlike(false, waits, spins);
        assertAlike(
                true,
                spins,
                (model, cell) ->
                        model.task("a").step("spin", now -> now.go("round")).step("round", now -> now.go("spin")));
    }

    @Test
    void aModelOfTooManyStatesIsNotCompared() {
        assertEquals(Option.none(), Bisimulation.areAlike(model(ONE_STEP), model(ONE_STEP), 1));
    }
}
