package pagelife.checker.engine.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pagelife.checker.engine.code.Cells;
import pagelife.checker.engine.code.Watch;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Control;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Source;
import pagelife.checker.property.Invariant;
import pagelife.checker.property.Property;
import pagelife.checker.property.StepProperty;

/** Which of the states that show something is the one to be shown. */
class SightingsTest {
    private record Here() implements Control {}

    private final Model model;
    private final Cells cells;
    private final int text;
    private final Property invariant = Invariant.whenever("invariant", "", view -> true, view -> true);
    private final Property stepProperty = new StepProperty("step property", "", taken -> true);
    private final Watch broken;
    private final Watch premise;
    private final Watch brokenStep;
    private final Sightings sightings;

    SightingsTest() {
        ModelBuilder builder = Model.builder("m");
        Cell<String> cell = builder.cell("text", String.class, "m");
        builder.actor("a", Here.class, new Here()).step("s", "", Source.NONE, Here.class, (at, view) -> at);
        model = builder.build();
        cells = new Cells(model);
        cells.intern(model.initialStates().head());
        text = cell.index();
        broken = new Watch(0, invariant, Watch.Role.BROKEN_STATE, model);
        premise = new Watch(1, invariant, Watch.Role.PREMISE, model);
        brokenStep = new Watch(2, stepProperty, Watch.Role.BROKEN_STEP, model);
        sightings = new Sightings(Vector.of(broken, premise, brokenStep), cells);
    }

    /** A state where the one cell has this value. */
    private Candidate state(String value) {
        int[] ids = cells.intern(model.initialStates().head());
        ids[text] = cells.domain(text).intern(value);
        return new Candidate(ids, null);
    }

    private String shown(Watch watch) {
        Sighting sighting = sightings.of(watch.property(), watch.role()).get();
        return (String) cells.domain(text).value(sighting.candidate().ids()[text]);
    }

    /* z is met first and so has the smaller id; the order must not depend on that. */
    @Test
    void ofTwoWorkersTheOneWithTheSmallerTextIsHeard() {
        Candidate late = state("z");
        Candidate early = state("b");
        sightings.settle(List.of(Map.of(broken, late), Map.of(broken, early)), 0);
        assertEquals("b", shown(broken));
    }

    @Test
    void theFirstDepthIsHeard() {
        sightings.settle(List.of(Map.of(broken, state("z"))), 0);
        assertFalse(sightings.settle(List.of(Map.of(broken, state("b"))), 1));
        assertEquals("z", shown(broken));
    }

    @Test
    void aStateLiesOneStepBeyondTheDepthThatIsExplored() {
        sightings.settle(List.of(Map.of(broken, state("a"))), 4);
        assertEquals(5, sightings.of(invariant, Watch.Role.BROKEN_STATE).get().depth());
    }

    @Test
    void aBrokenStepStartsAtTheDepthThatIsExplored() {
        sightings.settle(List.of(Map.of(brokenStep, state("a"))), 4);
        assertEquals(4, sightings.of(stepProperty, Watch.Role.BROKEN_STEP).get().depth());
    }

    @Test
    void whatHasBeenSeenIsNoLongerOpen() {
        sightings.settle(List.of(Map.of(premise, state("a"))), 0);
        BitSet open = new BitSet();
        open.set(0);
        open.set(2);
        assertEquals(open, sightings.open());
    }

    @Test
    void aPremiseIsNotShown() {
        sightings.settle(List.of(Map.of(premise, state("a"), broken, state("b"))), 0);
        assertEquals(
                List.of(broken), sightings.shown().stream().map(Sighting::watch).toList());
    }

    @Test
    void everythingIsDecidedWithoutThePremises() {
        sightings.settle(List.of(Map.of(broken, state("b"))), 0);
        assertFalse(sightings.decided());
        sightings.settle(List.of(Map.of(brokenStep, state("b"))), 0);
        assertTrue(sightings.decided());
    }

    @Test
    void aPathIsGivenOnce() {
        sightings.settle(List.of(Map.of(broken, state("b"))), 0);
        List<int[]> path = List.of(state("b").ids());
        sightings.path(sighting -> path);
        sightings.path(sighting -> List.of());
        assertEquals(
                Option.some(path),
                sightings.of(invariant, Watch.Role.BROKEN_STATE).get().path());
    }

    /*
     * A checkpoint keeps them all, those of premises too: a premise forgotten would be looked for in vain after a
     * resume.
     */
    @Test
    void allSightingsAreToldAndCanBeTakenBackIn() {
        sightings.settle(List.of(Map.of(premise, state("a"), broken, state("b"))), 0);
        assertEquals(
                List.of(broken, premise),
                sightings.all().stream().map(Sighting::watch).toList());
        Sightings resumed = new Sightings(Vector.of(broken, premise, brokenStep), cells);
        sightings.all().forEach(resumed::restore);
        assertEquals(sightings.all(), resumed.all());
        assertEquals(sightings.open(), resumed.open());
    }
}
