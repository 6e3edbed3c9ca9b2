package pagelife.reports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.base.Ticker;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pagelife.reports.Captured;
import pagelife.reports.ToyFamily;
import pagelife.specs.fsdax.FsdaxSpecs;

class TemporalCommandTest {
    private final Captured out = new Captured();
    private final Captured errors = new Captured();

    @Test
    void aFormulaThatHoldsSaysWhatItNeeded() {
        assertEquals(Exit.AS_CLAIMED, run("toy/good", "--ltl", "<>finished(pin0)"));
        assertTrue(out.text().contains("needed   WF(pin0): without it the claim is broken"), out.text());
    }

    @Test
    void withoutFairnessARunMayEndAnywhere() {
        assertEquals(Exit.BROKEN, run("toy/good", "--ltl", "<>finished(pin0)", "--fairness", "none"));
        assertTrue(out.text().contains("-- it starts so, and nobody moves any more"), out.text());
        assertTrue(out.text().contains("missing  WF(pin0): with it the claim would hold"), out.text());
        assertTrue(out.text().contains("./check toy/good --ltl '<>finished(pin0)' --fairness none"), out.text());
    }

    @Test
    void fairnessMayDifferFromActorToActor() {
        assertEquals(
                Exit.AS_CLAIMED,
                run("toy/good", "--ltl", "<>finished(pin0)", "--fairness", "none", "--fairness", "pin0=weak"));
    }

    @Test
    void aTypoIsShownWithACaret() {
        assertEquals(Exit.USAGE, run("fsdax/6.1", "--ltl", "[](waitin -> <>!waiting)"));
        Vector<String> lines = Vector.ofAll(errors.text().lines().toList());
        assertTrue(lines.head().startsWith("check: --ltl, at 4: expected a proposition (freed, "), errors.text());
        assertEquals(Vector.of("  [](waitin -> <>!waiting)", "     ^"), lines.tail());
    }

    @ParameterizedTest
    @CsvSource({"sometimes, is not understood", "nobody=weak, has no such actor or step"})
    void fairnessThatMeansNothingIsTwo(String fairness, String message) {
        assertEquals(Exit.USAGE, run("toy/good", "--fairness", fairness));
        assertTrue(errors.text().contains(message), errors.text());
    }

    @Test
    void removalThatNobodyUnblocksIsBrokenAfterThirteenSteps() {
        assertEquals(Exit.BROKEN, run("fsdax/proposed", "--property", "LTL-2"));
        assertTrue(out.text().contains("LTL-2 RemovalEnds is broken in 13 steps, and then nobody moves"), out.text());
    }

    @Test
    void aGraphIsWrittenForGraphviz() {
        assertEquals(Exit.AS_CLAIMED, run("graph", "toy/good"));
        assertTrue(out.text().startsWith("digraph G {"), out.text());
        assertTrue(out.text().contains("label=\"pin0: g1 read the count\""), out.text());
    }

    @Test
    void aGraphIsWrittenToAFile(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("toy.graphml");
        assertEquals(Exit.AS_CLAIMED, run("graph", "toy/good", "--format", "graphml", "-o", file.toString()));
        assertTrue(Files.readString(file).contains("<graphml"));
        assertEquals("", out.text());
    }

    @Test
    void aGraphThatIsTooLargeIsCutAndSaysSo() {
        assertEquals(Exit.UNDECIDED, run("graph", "toy/good", "--max-states", "2"));
        assertTrue(errors.text().contains("it has the first 2 states of toy/good"), errors.text());
    }

    private Exit run(String... arguments) {
        Console console = new Console(out.page(100), errors.stream(), -1, Ticker.systemTicker(), () -> false);
        return new CheckCommand(console, Shelf.of(Vector.of(new ToyFamily(), FsdaxSpecs.table()))).run(arguments);
    }
}
