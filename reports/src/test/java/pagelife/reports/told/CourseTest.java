package pagelife.reports.told;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static pagelife.checker.ltl.Formulas.eventually;
import static pagelife.checker.ltl.Formulas.eventuallyAlways;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;
import pagelife.checker.Checker;
import pagelife.checker.explain.Explainer;
import pagelife.checker.ltl.Formula;
import pagelife.checker.ltl.Formulas;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.property.Temporal;
import pagelife.checker.result.Finding;
import pagelife.checker.search.Options;
import pagelife.models.page.Books;

/** A claim about runs is told with what the cells hold that decide it, down to where the run stays. */
class CourseTest {
    private final ModelBuilder building = Model.builder("counts");
    private final Cell<Integer> count = building.cell("count", Integer.class, 2);
    private final Cell<Integer> turn = building.cell("turn", Integer.class, 0);
    private final Model model = model();

    /** One task counts down from two, and begins the turns of another one, which never ends. */
    private Model model() {
        building.task("down")
                .step("a drop", now -> now.change(count, n -> n - 1))
                .step("b drop", now -> now.change(count, n -> n - 1))
                .step("c begin", now -> now.write(turn, 1));
        building.task("spin").forever().step("s turn", now -> {
            now.await(now.read(turn) > 0);
            now.change(turn, n -> 3 - n);
        });
        return building.build();
    }

    private Formula counts(int number) {
        return Formulas.holds("count is " + number, view -> view.read(count) == number);
    }

    private Formula turns(int number) {
        return Formulas.holds("turn is " + number, view -> view.read(turn) == number);
    }

    private ToldFinding told(Formula formula) {
        Finding finding = Checker.check(model, Vector.of(Temporal.of("", "", formula)), Options.DEFAULT)
                .findings()
                .head();
        ToldFinding told = ToldFinding.of(finding, Books.of(model), new Explainer(model));
        new Retold(told, finding.trace().get(), Books.of(model)).assertIsSo();
        return told;
    }

    private Seq<String> evidence(Formula formula) {
        return told(formula).evidence();
    }

    @Test
    void whatNeverComesIsToldDownToWhereTheRunStays() {
        assertEquals(
                Vector.of("count = 2, from the start until step 1, then 1, and 0 from step 2 on"),
                evidence(eventually(counts(3))));
        assertEquals(
                Vector.of("count = 1, since step 1 until step 2, and 0 from then on"),
                evidence(counts(1).leadsTo(counts(2))));
    }

    @Test
    void whatTheLoopGoesThroughIsTold() {
        assertEquals(
                Vector.of("turn = 0, from the start until step 3, and in the loop 1 and 2"),
                evidence(eventually(turns(3))));
    }

    @Test
    void whatShouldLastAndDoesNotIsToldByWhatTheRunStaysIn() {
        ToldFinding told = told(eventuallyAlways(counts(1)));
        assertEquals("from step 2 on count is 1 is false forever", told.sentence());
        assertEquals(Vector.of("count = 0, since step 2"), told.evidence());
        assertEquals(Vector.of(1, 2), told.story().get().decisive().take(2), "who counts down is told");
    }

    @Test
    void whatIsNotSoInEachTurnIsToldByOneOfThem() {
        ToldFinding told = told(eventuallyAlways(turns(1)));
        assertEquals("again and again, as after step 4, turn is 1 is false", told.sentence());
        assertEquals(Vector.of("turn = 2, since step 4 until step 5, and in the loop 1 and 2"), told.evidence());
    }

    @Test
    void partsThatAreNeverSoTogetherAreToldByTheOneThatIsNot() {
        assertEquals(
                Vector.of("turn = 0, from the start until step 3, and in the loop 1 and 2", "count = 0, since step 2"),
                evidence(eventually(turns(1).and(counts(1)))));
    }

    @Test
    void whatEndsTooEarlyIsToldWhereItEnds() {
        ToldFinding told = told(counts(2).until(counts(0)));
        assertEquals(
                Vector.of("count = 1, since step 1 until step 2, and 0 from then on"), told.evidence(), told::sentence);
    }
}
