package pagelife.checker.hand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pagelife.checker.hand.Checks.check;
import static pagelife.checker.hand.Checks.finding;

import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Event;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Source;
import pagelife.checker.property.Invariant;
import pagelife.checker.property.Property;
import pagelife.checker.property.Sometimes;
import pagelife.checker.property.StepProperty;
import pagelife.checker.result.Finding;
import pagelife.checker.result.Result;
import pagelife.checker.result.Verdict;
import pagelife.checker.search.Order;

/** Verdicts, on an actor that counts 0 1 2 3 4 0 1 ... and tells when it turns over. */
class ClaimTest {
    private record TurnsOver(int at) implements Event {}

    private final Cell<Integer> count;
    private final Model model;

    ClaimTest() {
        ModelBuilder builder = Model.builder("clock");
        count = builder.cell("count", Integer.class, 0);
        builder.actor("clock", Walk.class, new Walk(0)).step("tick", "", Source.NONE, Walk.class, (at, view) -> {
            int next = (view.read(count) + 1) % 5;
            if (next == 0) {
                view.tell(new TurnsOver(view.read(count)));
            }
            view.write(count, next);
            return at;
        });
        model = builder.build();
    }

    private Verdict verdict(Order order, Property property) {
        return check(model, order, property).findings().head().verdict();
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void anInvariantOfEveryStateHolds(Order order) {
        assertEquals(Verdict.HOLDS, verdict(order, Invariant.always("small", "", view -> view.read(count) < 5)));
    }

    /* 3 is the first count that is not below 3, after 3 steps. */
    @Test
    void aBrokenInvariantHasAShortestTrace() {
        Finding finding = finding(model, Invariant.always("below 3", "", view -> view.read(count) < 3));
        assertEquals(Verdict.VIOLATED, finding.verdict());
        assertEquals(3, finding.trace().get().length());
        assertEquals(3, finding.trace().get().last().read(count));
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void aPremiseThatNoStateMeetsMakesNoClaim(Order order) {
        Property vacuous = Invariant.whenever("at 7", "", view -> view.read(count) == 7, view -> false);
        assertEquals(Verdict.NEVER_HAPPENS, verdict(order, vacuous));
    }

    @Test
    void aPremiseThatIsNeverMetIsSaid() {
        Property vacuous = Invariant.whenever("at 7", "", view -> view.read(count) == 7, view -> false);
        assertEquals(
                "no reachable state meets its premise", finding(model, vacuous).remark());
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void aPremiseThatIsMetMakesTheClaimHold(Order order) {
        Property met = Invariant.whenever("at 4", "", view -> view.read(count) == 4, view -> true);
        assertEquals(Verdict.HOLDS, verdict(order, met));
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void aClaimIsOnlyMadeWhereThePremiseIsMet(Order order) {
        Property met = Invariant.whenever("at 4", "", view -> view.read(count) == 4, view -> view.read(count) % 2 == 0);
        assertEquals(Verdict.HOLDS, verdict(order, met));
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void aSometimesThatNoStateShowsNeverHappens(Order order) {
        assertEquals(Verdict.NEVER_HAPPENS, verdict(order, new Sometimes("seven", "", view -> view.read(count) == 7)));
    }

    /* The initial state counts. */
    @Test
    void aSometimesMayBeShownByTheInitialState() {
        Finding finding = finding(model, new Sometimes("zero", "", view -> view.read(count) == 0));
        assertEquals(Verdict.HOLDS, finding.verdict());
        assertEquals(0, finding.trace().get().length());
    }

    /* 4 -> 0 is the fifth step, and leads to a known state. */
    @Test
    void aStepPropertyIsAskedOfStepsToKnownStates() {
        StepProperty rises = new StepProperty("rises", "", taken -> taken.after(count) > taken.before(count));
        assertEquals(5, finding(model, rises).trace().get().length());
    }

    @Test
    void aStepPropertyHearsEvents() {
        StepProperty silent =
                new StepProperty("silent", "", taken -> taken.events().isEmpty());
        assertEquals(5, finding(model, silent).trace().get().length());
    }

    @Test
    void aTraceTellsEvents() {
        StepProperty silent =
                new StepProperty("silent", "", taken -> taken.events().isEmpty());
        assertEquals(
                Vector.of(new TurnsOver(4)),
                finding(model, silent).trace().get().steps().last().events());
    }

    /* Each is searched for itself: the first one broken does not hide the others. */
    @Test
    void everyPropertyHasItsOwnAnswer() {
        Result result = check(
                model,
                Order.BREADTH_FIRST,
                Invariant.always("below 1", "", view -> view.read(count) < 1),
                Invariant.always("below 4", "", view -> view.read(count) < 4),
                Invariant.always("below 5", "", view -> view.read(count) < 5));
        assertEquals(
                Vector.of(Verdict.VIOLATED, Verdict.VIOLATED, Verdict.HOLDS),
                result.findings().map(Finding::verdict));
        assertEquals(4, result.finding("below 4").get().trace().get().length());
    }

    @Test
    void anUnknownPropertyHasNoAnswer() {
        assertTrue(check(model, Order.BREADTH_FIRST).finding("nobody asked").isEmpty());
    }

    @Test
    void aTraceKnowsTheStateBeforeEachStep() {
        var trace = finding(model, Invariant.always("below 3", "", view -> view.read(count) < 3))
                .trace()
                .get();
        assertEquals(
                Vector.of(0, 1, 2), Vector.range(0, 3).map(i -> trace.before(i).read(count)));
    }
}
