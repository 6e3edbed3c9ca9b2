package pagelife.reports.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pagelife.checker.Checker;
import pagelife.checker.ltl.Assumptions;
import pagelife.checker.ltl.FormulaParser;
import pagelife.checker.ltl.Vocabulary;
import pagelife.checker.property.Property;
import pagelife.checker.property.Temporal;
import pagelife.checker.result.Finding;
import pagelife.checker.result.Verdict;
import pagelife.checker.search.Options;
import pagelife.models.bench.Dax;
import pagelife.specs.FamilySpecs;
import pagelife.specs.bench.DaxSpecs;

/**
 * Claims about the benchmark protocol, read by Spin and by us. It has no stuck state, so that all runs of Spin are
 * those that go on, and those with {@code -f} are those weakly fair to every actor.
 */
class DaxSpinTest {
    /** L1 and L2 of its description first; then claims with other answers. */
    private static final Vector<String> CLAIMS = Vector.of(
            "[] (woken -> <> (!waits && !woken))",
            "[] (waits -> <> !waits)",
            "[] <> gone",
            "<> [] !waits",
            "([] <> woken) -> ([] <> gone)",
            "[] (waits -> (waits U (woken || [] waits)))",
            "[] <> !gone",
            "<> waits");

    private static final Promela PROMELA =
            Promela.asserting("dax.pml", "P=1", "A=2", "G=2").claiming(CLAIMS.toJavaArray(String[]::new));

    private static final long STATES = 2_079;

    private final Dax dax = new Dax(1, 2, 2, Dax.Bug.NONE);

    /** Whether each claim holds, by Pagelife. */
    private Seq<Boolean> ours(String fairness) {
        FamilySpecs<Dax> specs = DaxSpecs.table();
        Vocabulary words = new Vocabulary(dax.model(), specs.words(dax));
        Vector<Property> properties = CLAIMS.map(
                text -> Temporal.of(text, "", FormulaParser.parse(text, words).get()));
        Options options =
                Options.DEFAULT.withFairness(Assumptions.parse(fairness).get());
        return Checker.check(dax.model(), properties, options)
                .findings()
                .map(Finding::verdict)
                .map(verdict -> verdict == Verdict.HOLDS);
    }

    private static Seq<Boolean> theirs(SpinRun spin, boolean fair) throws IOException, InterruptedException {
        Vector<Boolean> answers = Vector.empty();
        for (int claim = 0; claim < CLAIMS.size(); claim++) {
            answers = answers.append(spin.look(PROMELA, STATES, claim, fair).holds());
        }
        return answers;
    }

    @Test
    void spinGivesTheSameAnswers(@TempDir Path folder) throws IOException, InterruptedException {
        Timed timed = new Timed(folder, () -> false);
        assumeTrue(SpinRun.version(timed).isPresent(), "spin and gcc are not both installed");
        SpinRun spin = new SpinRun(folder, timed);
        spin.build(PROMELA);
        Seq<Boolean> going = ours("none,all=weak");
        assertEquals(CLAIMS.zip(theirs(spin, false)), CLAIMS.zip(going));
        Seq<Boolean> fair = ours("weak");
        assertEquals(CLAIMS.zip(theirs(spin, true)), CLAIMS.zip(fair), "weakly fair");
        assertFalse(going.get(0) || going.get(1), "L1 and L2 need fairness");
        assertTrue(fair.get(0) && fair.get(1), "L1 and L2 hold if all are treated fairly");
        assertTrue(fair.contains(false), "a comparison where everything holds shows little");
    }
}
