package pagelife.specs.matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import pagelife.checker.search.Options;
import pagelife.specs.fsdax.FsdaxSpecs;

/** What the design space of FS-DAX answers. */
final class FsdaxSpaceTest {
    private static Matrix matrix;

    @BeforeAll
    static void survey() {
        matrix = new Survey<>(FsdaxSpecs.table(), FsdaxSpace.space(), Options.DEFAULT).run((done, all) -> {});
    }

    private static Seq<String> answers(String question) {
        DesignSpace.Question asked = matrix.space()
                .questions()
                .find(known -> known.text().equals(question))
                .get();
        Combination start = matrix.space().kernels().get(asked.kernel()).get();
        return matrix.nearest(start, asked.goal())
                .map(found -> start.changesTo(found).mkString(" "));
    }

    @Test
    void removalIn61NeedsCountedPtesAndPagesThatKeepThePagemap() {
        assertTrue(answers("What is the smallest change to 6.1 that makes removal safe?")
                .contains("pteHoldsReference=on idleCount=0 pagemapWaitsFor=pages"));
        assertEquals(
                Vector.of("pteHoldsReference=on idleCount=0 pagemapWaitsFor=pages"),
                answers("... and everything safe?"));
    }

    @Test
    void what615MissedIsThatPagesKeepThePagemap() {
        assertEquals(Vector.of("pagemapWaitsFor=pages"), answers("What did 6.15 miss?"));
    }

    @Test
    void since617EitherGupOrTheFlushMustCareToo() {
        assertEquals(
                Vector.of("pagemapWaitsFor=pages gupTakesPagemap=on", "pagemapWaitsFor=pages ipiFlush=on"),
                answers("What does 7.2 miss?"));
    }

    @Test
    void theProposalMissedTheOrderOfTheShootdown() {
        assertEquals(Vector.of("shootdown=on shutsDownFirst=on"), answers("What did the proposal of 2022 miss?"));
    }

    @Test
    void everySafeCombinationCountsPtesFromZeroAndReadsThePteAgain() {
        assertEquals(15, matrix.meeting(FsdaxSpace.SAFE).size());
        for (Judged one : matrix.meeting(FsdaxSpace.SAFE)) {
            assertEquals("0", one.combination().get("idleCount"));
            assertEquals("pages", one.combination().get("pagemapWaitsFor"));
            assertEquals("on", one.combination().get("recheckPte"));
        }
    }

    @Test
    void theLengthsAreThoseOfTheCatalogue() {
        Judged old = matrix.at(matrix.space().kernels().get("5.10").get());
        assertEquals(12, old.broken().get("INV-2").get());
        assertEquals(18, old.broken().get("INV-4").get());
        assertEquals(21, old.broken().get("LTL-1'").get());
    }

    @Test
    void whatMeansNothingIsRefused() {
        Combination meaningless = matrix.space().kernels().get("6.1").get().with("idleCount", "0");
        assertThrows(IllegalArgumentException.class, () -> matrix.at(meaningless));
        assertEquals(1536, matrix.space().combinations().size());
        assertEquals(864, matrix.judged().size());
    }

    @Test
    void aSurveyThatIsStoppedKeepsWhatItChecked() {
        AtomicInteger asked = new AtomicInteger();
        Options stopped = Options.DEFAULT.withInterrupted(() -> asked.incrementAndGet() > 2_000);
        Matrix part = new Survey<>(FsdaxSpecs.table(), FsdaxSpace.space(), stopped).run((done, all) -> {});
        assertFalse(part.isWhole());
        assertEquals(864, part.judged().size() + part.missing());
        assertFalse(part.judged().isEmpty());
        assertEquals(matrix.judged().take(part.judged().size()), part.judged());
    }
}
