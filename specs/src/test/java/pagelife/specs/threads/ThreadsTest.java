package pagelife.specs.threads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import pagelife.checker.result.Verdict;
import pagelife.checker.search.Options;
import pagelife.specs.catalogue.Catalogue;
import pagelife.specs.threads.Experiment.Reckoning;

/** Every statement is answered as we say, by its experiments. */
final class ThreadsTest {
    @TestFactory
    Stream<DynamicTest> everyClaimIsAnsweredAsExpected() {
        return new Laboratory(Catalogue.families(), Options.DEFAULT)
                .answer(Threads.claims(), (done, all) -> {})
                .map(answered -> DynamicTest.dynamicTest(answered.claim().id(), () -> assertAnswered(answered)))
                .toJavaStream();
    }

    private static void assertAnswered(Answered answered) {
        assertEquals(
                Vector.empty(),
                answered.tests()
                        .reject(Answered.Test::asExpected)
                        .map(test -> test.experiment() + " gave " + test.observation()));
        assertEquals(answered.claim().answer(), answered.answer().get());
    }

    @Test
    void idsAreUnique() {
        Seq<String> ids = Threads.claims().map(Claim::id);
        assertEquals(ids, ids.distinct());
    }

    @Test
    void everyClaimGivesItsSourceAndItsReason() {
        assertTrue(Threads.claims()
                .forAll(claim -> !claim.source().isEmpty() && !claim.why().isEmpty()));
    }

    @Test
    void theAnswerFollowsFromTheExperiments() {
        Stage old = Stage.landed("5.10");
        Stage mid = Stage.landed("6.1");
        assertEquals("TRUE", answer(yes(old), yes(Stage.PROPOSED)));
        assertEquals("FALSE", answer(no(old), no(Stage.WHAT_IF)));
        assertEquals("TRUE UNTIL 6.1", answer(yes(old), no(mid)));
        assertEquals("TRUE SINCE 6.1", answer(no(old), yes(mid), yes(mid)));
        assertEquals("TRUE SINCE 6.1", answer(no(Stage.PROPOSED), yes(mid)));
        assertEquals("TRUE FOR PROPOSAL NOT LANDED", answer(yes(Stage.PROPOSED), no(mid)));
        assertEquals("NOT MODELLED", answer());
    }

    @Test
    void experimentsThatSpeakForAndAgainstGiveNoAnswer() {
        Stage old = Stage.landed("5.10");
        assertEquals("", answer(yes(old), no(old), yes(Stage.landed("6.1"))));
        assertEquals("", answer(yes(Stage.PROPOSED), no(Stage.PROPOSED), no(old)));
    }

    private static Experiment yes(Stage stage) {
        return Reckoning.of(stage, "one and one is two", () -> true, Verdict.HOLDS, "");
    }

    private static Experiment no(Stage stage) {
        return Reckoning.of(stage, "one and one is three", () -> false, Verdict.VIOLATED, "");
    }

    private static String answer(Experiment... experiments) {
        return Answer.of(
                        Vector.of(experiments),
                        tried -> ((Reckoning) tried).answer().getAsBoolean())
                .map(Answer::toString)
                .getOrElse("");
    }
}
