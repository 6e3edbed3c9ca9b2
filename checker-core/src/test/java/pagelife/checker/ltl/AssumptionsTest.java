package pagelife.checker.ltl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pagelife.checker.liveness.Fixture;
import pagelife.checker.model.Fairness;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.ModelException;
import pagelife.checker.model.Operation;
import pagelife.checker.model.Program;
import pagelife.checker.model.Script;

class AssumptionsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "declared;WF(a), WF(b)",
                "none;''",
                "strong;SF(a), SF(b)",
                "a=none;WF(b)",
                "none, b=weak, a.a1=strong;WF(b), SF(a.a1)",
                "none, all=weak;WF(all)"
            })
    void textSaysWhatToAssume(String text, String assumed) {
        assertEquals(
                assumed,
                Assumptions.parse(text)
                        .get()
                        .in(Fixture.MODEL)
                        .map(Assumption::toString)
                        .mkString(", "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"declared", "strong", "declared,a=none", "none,b=weak,a.a1=strong", "none,all=weak"})
    void theyAreWrittenAsTheyAreRead(String text) {
        assertEquals(text, Assumptions.parse(text).get().toString());
    }

    /** A task that runs two operations has two steps of this name: each is owed. */
    @Test
    void stepsOfOneNameAreOwedAllOfThem() {
        Operation one = operation("one", Fairness.WEAK);
        Operation two = operation("two", Fairness.STRONG);
        Operation three = operation("three", Fairness.WEAK);
        ModelBuilder builder = Model.builder("m");
        builder.task("a", new Program.Sequence(Vector.of(one, two, three).map(each -> each.call())));
        Seq<Assumption> assumed = Assumptions.DECLARED.in(builder.build());
        assertEquals("WF(a.s), SF(a.s)", assumed.map(Assumption::toString).mkString(", "));
        assertEquals(Vector.of(2, 1), assumed.map(each -> each.steps().size()));
    }

    private static Operation operation(String name, Fairness owed) {
        return Operation.of(
                name,
                "",
                task -> new Script().fairness(Fairness.NONE).owes(owed).step("s", now -> {}));
    }

    @Test
    void nonsenseIsRefused() {
        assertTrue(Assumptions.parse("fair").getLeft().startsWith("fairness \"fair\" is not understood"));
        assertThrows(
                ModelException.class,
                () -> Assumptions.parse("none, c=weak").get().in(Fixture.MODEL));
    }
}
