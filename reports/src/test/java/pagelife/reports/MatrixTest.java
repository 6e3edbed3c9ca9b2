package pagelife.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.TreeMap;
import io.vavr.collection.Vector;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import pagelife.reports.json.JsonFormatTest;
import pagelife.specs.matrix.Combination;
import pagelife.specs.matrix.DesignSpace;
import pagelife.specs.matrix.FsdaxSpace;
import pagelife.specs.matrix.Judged;
import pagelife.specs.matrix.Matrix;

/**
 * A design space with verdicts made up: counting PTEs from 0 and keeping the pagemap for pages is safe, the rest is
 * not.
 */
final class MatrixTest {
    private static final DesignSpace SPACE = FsdaxSpace.space();
    private static final Matrix MATRIX = new Matrix(SPACE, judged(), 0, 7, 1000);

    private static Seq<Judged> judged() {
        return SPACE.combinations()
                .filter(one -> SPACE.exclusion(one).isEmpty())
                .filter(one -> one.get("recheckPte").equals("on")
                        && one.get("wakes").equals("unpinWakes=on undoWakes=on directIoWakes=on"))
                .map(one -> new Judged(one, isSafe(one) ? TreeMap.empty() : TreeMap.of("INV-2", 12)))
                .toVector();
    }

    private static boolean isSafe(Combination one) {
        return one.get("pagemapWaitsFor").equals("pages");
    }

    @Test
    void theTextAnswersTheQuestions() {
        Golden.expect(
                "matrix.txt",
                Captured.text(MatrixReport.of(MATRIX, one -> "./check " + one.get("shootdown"), 1_230_000_000)));
    }

    @Test
    void theDocumentFitsItsSchema() throws IOException {
        JsonFormatTest.assertFits(
                "pagelife-matrix-1", Captured.json(MatrixReport.of(MATRIX, one -> "./check " + one, 1_230_000_000)));
    }

    @Test
    void aSpaceWithoutASafeCombinationSaysSo() {
        Matrix hopeless = new Matrix(
                SPACE, MATRIX.judged().map(one -> new Judged(one.combination(), TreeMap.of("INV-2", 12))), 0, 1, 1);
        String text = Captured.text(MatrixReport.of(hopeless, one -> "", 0));
        assertTrue(text.contains("no combination gets there"));
        assertEquals(Vector.empty(), hopeless.meeting(FsdaxSpace.SAFE));
    }

    @Test
    void aPartOfAMatrixSaysSoAndAnswersNoQuestions() {
        Matrix part = new Matrix(SPACE, MATRIX.judged().take(3), MATRIX.judged().size() - 3, 1, 1);
        String text = Captured.text(MatrixReport.of(part, one -> "", 0));
        assertTrue(text.contains("not checked; what is said above is true of the 3 that were"), text);
        assertFalse(text.contains("one change from"), text);
        assertFalse(text.contains("no combination gets there"));
    }
}
