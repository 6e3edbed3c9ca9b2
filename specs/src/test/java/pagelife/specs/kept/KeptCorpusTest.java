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

    private static Retraced against(String name, String variant, String claim) throws IOException {
        return read(name)
                .against(variant, Settings.NONE)
                .find(done -> done.condition().name().startsWith(claim))
                .get()
                .retraced();
    }

    @Test
    void aRunGoesOnThroughTheStepsThatAnotherKernelHasSplitOrTakenOut() throws IOException {
        Retraced retraced = against("a-mid", "fsdax/7.2-ext4", "INV-3");
        assertEquals(Outcome.DIVERGES, retraced.outcome());
        assertEquals(
                Vector.of("fault: f6 is split here: f6a, f6b, f6c stand for it", "gup: s2 was taken out here"),
                retraced.notes());
    }

    @Test
    void otherFamiliesSayWhatBecameOfTheirStepsToo() throws IOException {
        assertEquals(
                Vector.of("memmap: d3 is not here: d2 stands for it", "memmap: d4 was taken out here"),
                against("d1", "devdax/5.10", "INV-3").notes().take(2));
        assertEquals(
                "v6 of fault is vmf_insert_folio_pmd(), and was insert_pfn_pmd()",
                against("d4", "devdax/7.2", "INV-3").notes().head());
        for (String variant : Vector.of("layouts/4.17", "layouts/6.1", "layouts/6.16")) {
            Retraced retraced = against("i-27", variant, "INV-4");
            assertTrue(retraced.outcome() != Outcome.UNKNOWN, retraced::toString);
        }
    }

    @Test
    void theReadThatBlocksARunOf61In72IsNamed() throws IOException {
        Retraced retraced = against("a-mid", "fsdax/7.2-xfs", "INV-2");
        assertEquals(Outcome.GONE, retraced.outcome());
        Refusal refusal = retraced.refusal().get();
        assertEquals(Why.WAITS, refusal.why());
        assertEquals("removal: r1", refusal.taken());
        assertEquals("entryWaiters(f,0) = removal", refusal.reads().mkString("; "));
        assertTrue(retraced.notes().last().contains("removal takes r0b mf_dax_kill_procs(), which was put in"));
    }

    @Test
    void aRunThatHasThePartsGoesOnThroughTheOneStepThatTheyWere() throws IOException {
        Retraced retraced = against("a-old", "fsdax/6.1", "INV");
        assertTrue(retraced.outcome() != Outcome.UNKNOWN, retraced::toString);
    }

    private static Retraced edited(String name, String from, String to) throws IOException {
        String text = Files.readString(CORPUS.resolve(name + ".litmus"));
        assertTrue(text.contains(from), text);
        return new KeptTest(Litmus.parse(text.replace(from, to)), Catalogue.families())
                .own()
                .last()
                .retraced();
    }

    @Test
    void aStepOrAChoiceThatTheModelLacksIsNotTakenForFixed() throws IOException {
        Retraced step = edited("a-mid", "fault: f6 ", "fault: f66 ");
        assertEquals(Outcome.UNKNOWN, step.outcome());
        assertEquals(Why.UNKNOWN_STEP, step.refusal().get().why());
        Retraced choice = edited("g-a-a", "s3[unpin_user_page]", "s3[other_unpin]");
        assertEquals(Outcome.UNKNOWN, choice.outcome());
        assertEquals(Why.OTHER_CHOICE, choice.refusal().get().why());
        assertTrue(choice.refusal().get().others().contains("s3[unpin_user_page]"), choice::toString);
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
