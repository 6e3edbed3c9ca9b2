package pagelife.reports.outcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pagelife.checker.search.Limits;
import pagelife.checker.search.Options;
import pagelife.checker.search.Order;
import pagelife.models.Settings;
import pagelife.specs.FamilySpecs;
import pagelife.specs.Subject;
import pagelife.specs.entrylock.EntrylockSpecs;
import pagelife.specs.fsdax.FsdaxSpecs;

class RunUpTest {
    private static final String SIZES = "[103, 812, 6300]";

    /** Of 51,797 states. */
    private static final Question ENTRY_LOCK = question(EntrylockSpecs.table(), "5.13", "faults=4", Options.DEFAULT);

    private static Question question(FamilySpecs<?> specs, String variant, String bounds, Options options) {
        return new Question(
                Subject.of(specs, specs.family().variant(variant).get()),
                Settings.NONE,
                Settings.parse(bounds),
                Vector.empty(),
                options);
    }

    private static Seq<String> bounds(RunUp runUp) {
        return runUp.rungs().map(rung -> rung.question().bounds().toString());
    }

    private static String sizes(RunUp runUp) {
        return runUp.rungs().map(RunUp.Rung::states).mkString("[", ", ", "]");
    }

    @Test
    void aRaisedBoundIsClimbedOneByOne() {
        RunUp runUp = RunUp.before(ENTRY_LOCK);
        assertEquals(Vector.of("", "faults=2", "faults=3"), bounds(runUp));
        assertEquals(SIZES, sizes(runUp));
        assertEquals(51_797, runUp.states().get(), 0.1 * 51_797);
    }

    /** The sizes are those that the searches themselves come to: 5,812, 47,474, 438,040 and 4,071,482 states. */
    @Test
    void aSpaceOfMillionsIsForeseenFromSmallOnes() {
        RunUp runUp = RunUp.before(question(FsdaxSpecs.table(), "6.1", "faults=4", Options.DEFAULT));
        assertEquals("[5812, 47474]", sizes(runUp));
        assertEquals(4_071_482, runUp.states().get(), 0.25 * 4_071_482);
    }

    /** Three invalidations are usual, and not raised; faults and scans are, by two each. */
    @Test
    void severalBoundsAreRaisedEachAloneAndThenTogether() {
        RunUp runUp = RunUp.before(
                question(EntrylockSpecs.table(), "5.13", "faults=3 invalidations=3 scans=2", Options.DEFAULT));
        assertEquals(
                Vector.of(
                        "invalidations=3",
                        "faults=2 invalidations=3",
                        "invalidations=3 scans=1",
                        "faults=2 invalidations=3 scans=1"),
                bounds(runUp));
        Seq<Long> sizes = runUp.rungs().map(RunUp.Rung::states);
        double fault = (double) sizes.get(1) / sizes.get(0);
        double scan = (double) sizes.get(2) / sizes.get(0);
        assertEquals(sizes.get(3) * fault * scan, runUp.states().get(), 1e-3);
    }

    @Test
    void eachRungIsWhatItsOwnQuestionComesTo() {
        RunUp.before(ENTRY_LOCK).rungs().forEach(rung -> {
            Question question = rung.question();
            Outcome outcome = new Asking(
                            question,
                            question.subject()
                                    .with(question.rules(), question.bounds())
                                    .inquiry())
                    .outcome(0);
            assertEquals(outcome.result().counts(), rung.result().counts());
            assertEquals(
                    outcome.result().findings().map(found -> found.verdict()),
                    rung.result().findings().map(found -> found.verdict()));
        });
    }

    @Test
    void whatIsNotRaisedIsAskedAtOnce(@TempDir Path folder) {
        Options depthFirst = Options.DEFAULT.withOrder(Order.DEPTH_FIRST);
        Options goesOn = Options.DEFAULT.withStorage(Options.DEFAULT.storage().withCheckpoint(folder, Long.MAX_VALUE));
        assertEquals(RunUp.NONE, RunUp.before(question(EntrylockSpecs.table(), "5.13", "", Options.DEFAULT)));
        assertEquals(RunUp.NONE, RunUp.before(question(EntrylockSpecs.table(), "5.13", "scans=0", Options.DEFAULT)));
        assertEquals(RunUp.NONE, RunUp.before(ENTRY_LOCK.searching(depthFirst)));
        assertEquals(RunUp.NONE, RunUp.before(ENTRY_LOCK.searching(goesOn)));
    }

    @Test
    void aLimitOnStatesIsOneOfTheRungsToo() {
        Options few = Options.DEFAULT.withLimits(Limits.NONE.withStates(1_000));
        RunUp runUp = RunUp.before(ENTRY_LOCK.searching(few));
        assertEquals("[103, 812]", sizes(runUp));
        assertTrue(runUp.states().get() > 10_000);
    }
}
