package pagelife.checker.ltl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pagelife.checker.liveness.Fixture;
import pagelife.checker.model.ModelException;

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

    @Test
    void nonsenseIsRefused() {
        assertTrue(Assumptions.parse("fair").getLeft().startsWith("fairness \"fair\" is not understood"));
        assertThrows(
                ModelException.class,
                () -> Assumptions.parse("none, c=weak").get().in(Fixture.MODEL));
    }
}
