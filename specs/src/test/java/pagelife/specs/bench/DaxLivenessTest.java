package pagelife.specs.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static pagelife.checker.ltl.Formulas.holds;
import static pagelife.checker.ltl.Formulas.not;

import io.vavr.collection.Vector;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pagelife.checker.Checker;
import pagelife.checker.ltl.Assumption;
import pagelife.checker.ltl.Assumptions;
import pagelife.checker.ltl.Formula;
import pagelife.checker.property.Temporal;
import pagelife.checker.result.Finding;
import pagelife.checker.search.Options;
import pagelife.models.bench.Dax;

/** The waiting truncate of the benchmark protocol, under all the fairness that its description speaks of. */
class DaxLivenessTest {
    private final Dax dax = new Dax(1, 2, 2, Dax.Bug.NONE);
    private final Formula waits = holds("waits", dax.truncateWaits());
    private final Formula woken = holds("woken", dax.truncateIsWoken());

    private Finding find(Formula claim, String fairness) {
        Temporal property = Temporal.of("it", "a claim", claim)
                .under(Assumptions.parse(fairness).get());
        return Checker.check(dax.model(), Vector.of(property), Options.DEFAULT)
                .findings()
                .get(0);
    }

    private static String blamed(Finding finding) {
        return finding.fairness()
                .get()
                .blame()
                .get()
                .assumptions()
                .map(Assumption::toString)
                .mkString(" ");
    }

    @ParameterizedTest(name = "woken goes on, fairness {0}")
    @CsvSource(
            delimiter = ';',
            value = {"none, fs=weak; HOLDS; WF(fs)", "none; VIOLATED; WF(fs)"})
    void aWokenTruncateGoesOn(String fairness, String verdict, String blamed) {
        Finding finding = find(woken.leadsTo(not(waits).and(not(woken))), fairness);
        assertEquals(verdict, finding.verdict().name());
        assertEquals(blamed, blamed(finding));
    }

    /** The removal has to stop new references, and the pins that are there have to be dropped. */
    @ParameterizedTest(name = "the wait ends, fairness {0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "weak; HOLDS; WF(gup0) WF(gup1) WF(removal); ''",
                "none; VIOLATED; WF(gup0) WF(gup1) WF(removal); ''",
                "none, fs=weak; VIOLATED; WF(gup0) WF(gup1) WF(removal); ''",
                "none, fs=weak, all=weak; VIOLATED; WF(removal); fault-P0 unmap-P0"
            })
    void aWaitingTruncateIsWoken(String fairness, String verdict, String blamed, String loop) {
        Finding finding = find(waits.leadsTo(not(waits)), fairness);
        assertEquals(verdict, finding.verdict().name());
        assertEquals(blamed, blamed(finding));
        assertEquals(
                loop,
                finding.trace()
                        .map(trace ->
                                trace.loop().map(taken -> taken.step().id()).mkString(" "))
                        .getOrElse(""));
    }
}
