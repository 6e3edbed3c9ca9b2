package pagelife.specs.kept;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import pagelife.models.Settings;
import pagelife.specs.catalogue.Catalogue;
import pagelife.specs.kept.Refusal.Why;
import pagelife.specs.kept.Retraced.Outcome;
import pagelife.specs.litmus.Litmus;

/** The runs that come with Pagelife: one for what each known bug breaks. */
class KeptCorpusTest {
    private static final Path CORPUS = Path.of("corpus");

    private static KeptTest read(Path file) throws IOException {
        return new KeptTest(Litmus.parse(Files.readString(file)), Catalogue.families());
    }

    private static KeptTest read(String name) throws IOException {
        return read(CORPUS.resolve(name + ".litmus"));
    }

    @TestFactory
    Stream<DynamicTest> theBrokenProtocolReproducesAndTheFixedOneRefuses() throws IOException {
        try (Stream<Path> all = Files.list(CORPUS)) {
            Seq<Path> files = Vector.ofAll(all.sorted());
            assertTrue(files.size() >= 50, files.size() + " files");
            return files.map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> outcomes(file)))
                    .toJavaStream();
        }
    }

    private static void outcomes(Path file) throws IOException {
        KeptTest test = read(file);
        assertFalse(test.kept().isEmpty());
        test.own()
                .forEach(done -> assertEquals(
                        Outcome.REPRODUCES,
                        done.retraced().outcome(),
                        done.condition().name()));
        test.fixed()
                .forEach(done -> assertEquals(
                        Outcome.GONE,
                        done.retraced().outcome(),
                        done.condition().name()));
    }

    @TestFactory
    Stream<DynamicTest> whatIsWrittenIsReadBack() throws IOException {
        try (Stream<Path> all = Files.list(CORPUS)) {
            return Vector.ofAll(all.sorted())
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                        Litmus test = read(file).test();
                        assertEquals(
                                test.toString(), Litmus.parse(test.toString()).toString());
                    }))
                    .toJavaStream();
        }
    }

    @Test
    void aFixThatWaitsIsNamedWithWhatItWaitsFor() throws IOException {
        Refusal refusal = read("i-09").fixed().head().retraced().refusal().get();
        assertEquals(Why.WAITS, refusal.why());
        assertEquals(2, refusal.step());
        assertEquals("vma = DETACHED", refusal.reads().mkString("; "));
    }

    @Test
    void aStepThatHasAnotherNameElsewhereIsNotTakenForFixed() throws IOException {
        Retraced retraced =
                read("a-mid").against("fsdax/7.2-ext4", Settings.NONE).last().retraced();
        assertEquals(Outcome.UNKNOWN, retraced.outcome());
        assertEquals(Why.UNKNOWN_STEP, retraced.refusal().get().why());
        assertTrue(retraced.refusal().get().others().mkString().contains("f6b"));
    }

    @Test
    void aValueThatWasEditedIsNamed() throws IOException {
        String text = Files.readString(CORPUS.resolve("i-24.litmus"));
        Litmus edited = Litmus.parse(text.replace("    mapping = shared by 1", "    mapping = shared by 7"));
        Retraced retraced =
                new KeptTest(edited, Catalogue.families()).own().head().retraced();
        assertEquals(Outcome.DIVERGES, retraced.outcome());
        assertEquals(
                "mapping was shared by 7, and is shared by 1",
                retraced.divergence().get().cells().mkString());
    }
}
