package pagelife.checker.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.HashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;
import pagelife.checker.model.ModelException;
import pagelife.checker.property.NoDeadlock;
import pagelife.checker.property.Property;

/** What is explained, and where a recording stops being a run. */
class ObserverTest {
    private static final String[] SLEEP_AND_WAKE = {
        "gup begins pin",
        "gup get 2",
        "gup ends",
        "truncate begins truncate",
        "truncate asleep",
        "truncate off",
        "gup begins unpin",
        "gup put 1",
        "gup wake",
        "gup quiet",
        "truncate on",
        "truncate free",
        "truncate ends"
    };

    /** Two CPUs: both gets come before both lines, and the second line says what the first get left. */
    private static final String[] COUNTS_EXCHANGED = {
        "a begins pin", "b begins pin", "a get 3", "b get 2", "a quiet", "b quiet",
    };

    private final PinAndTruncate one = new PinAndTruncate(true, "gup");
    private final PinAndTruncate two = new PinAndTruncate(true, "a", "b");

    private static Explanation explained(PinAndTruncate model, String... lines) {
        return assertInstanceOf(Explanation.class, model.observer().explain(model.recording(lines)));
    }

    private static Blockage blocked(PinAndTruncate model, String... lines) {
        return assertInstanceOf(Blockage.class, model.observer().explain(model.recording(lines)));
    }

    private static String steps(Explanation run) {
        return run.moves().map(move -> move.step().id()).mkString(" ");
    }

    private static String[] without(int line) {
        return Vector.of(SLEEP_AND_WAKE).removeAt(line - 1).toJavaArray(String[]::new);
    }

    @Test
    void whatNobodySeesIsInferred() {
        Explanation found = explained(one, SLEEP_AND_WAKE);
        assertEquals("next g1 g2 next t4 t5 t6 next s3 t8 t4 t11", steps(found));
        assertEquals(3, found.stepsSeen());
        assertEquals(6, found.stepsInferred());
    }

    @Test
    void aStepIsAllThatItShows() {
        Explanation found = explained(one, SLEEP_AND_WAKE);
        assertEquals(Vector.of(8L, 9L), found.seen().get(8).map(Observation::line));
    }

    @Test
    void eachObservationComesAfterSoManySteps() {
        assertEquals(
                Vector.of(1, 3, 3, 4, 7, 7, 8, 9, 9, 9, 9, 12, 12),
                explained(one, SLEEP_AND_WAKE).moments());
    }

    @Test
    void aMissingWakeUpIsSeenWhereItsTaskDoesSomethingElse() {
        Blockage found = blocked(one, without(9));
        assertEquals("9 gup does something else", found.at().toString());
        assertEquals("wake P0", found.owed().head().mkString());
        assertEquals(8, found.explained());
    }

    @Test
    void aMissingWakeUpIsNotMissedWhereNothingRecordsIt() {
        Observer blind = new Observer(one.model(), PinAndTruncate.READING.showing(HashSet.of("get", "put", "free")));
        assertInstanceOf(Explanation.class, blind.explain(one.recording(without(9))));
    }

    @Test
    void aStepThatWaitsIsToldWithWhatItRead() {
        Blockage found = blocked(
                one,
                "gup begins pin",
                "gup get 2",
                "gup ends",
                "truncate begins truncate",
                "truncate asleep",
                "truncate free");
        assertEquals("6 truncate free P0", found.at().toString());
        Blockage.Standing asleep = found.standings().single();
        assertEquals("truncate: t8", asleep.place());
        assertEquals(Blockage.Outcome.WAITS, asleep.ways().single().outcome());
        assertEquals("queued=true", asleep.ways().single().read().mkString());
    }

    @Test
    void aStepThatShowsSomethingElseIsToldWithWhatItWouldShow() {
        Blockage found = blocked(one, "gup begins pin", "gup get 5");
        assertEquals(1, found.explained());
        Blockage.Way get = found.standings().single().ways().single();
        assertEquals(Blockage.Outcome.GOES, get.outcome());
        assertEquals("get P0 (2)", get.shows().mkString());
    }

    @Test
    void aTaskThatIsOffItsCpuTakesNoStep() {
        Vector<String> recording =
                Vector.of("truncate begins truncate", "truncate off", "gup begins pin", "gup get 2", "truncate asleep");
        assertEquals(4, blocked(one, recording.toJavaArray(String[]::new)).explained());
        assertInstanceOf(Explanation.class, one.observer().explain(one.recording(recording.removeAt(1))));
    }

    @Test
    void aTaskThatIsSeenAtWorkBeforeItComesOnACpuWasOnOne() {
        assertInstanceOf(
                Explanation.class, one.observer().explain(one.recording("gup begins pin", "gup get 2", "gup on")));
    }

    @Test
    void nothingButWhatIsSeenBegins() {
        assertEquals("", steps(explained(one, "gup quiet", "truncate quiet")));
        assertEquals(0, blocked(one, "gup get 2").explained());
    }

    @Test
    void anOperationBeginsOnlyWhereTheOneBeforeItIsOver() {
        assertEquals(1, blocked(one, "gup begins pin", "gup begins unpin").explained());
        assertEquals(
                2,
                blocked(one, "truncate begins truncate", "gup begins pin", "truncate begins truncate")
                        .explained());
    }

    @Test
    void aCountIsComparedWhereItIsSaid() {
        assertEquals(1, blocked(one, "gup begins pin", "gup get 3").explained());
        assertInstanceOf(Explanation.class, one.observer().explain(one.recording("gup begins pin", "gup get")));
    }

    @Test
    void aCountMayBeThatOfAStepOfAnotherCpuBeforeTheLine() {
        Explanation found = explained(two, COUNTS_EXCHANGED);
        Seq<Seq<Observation>> gets =
                found.seen().filter(lines -> lines.exists(line -> line.sight() instanceof Sight.Shows));
        assertEquals("b", gets.get(0).head().task());
        assertEquals("a", gets.get(1).head().task());
    }

    @Test
    void aStepComesNotBeforeTheLineBeforeItOfItsTask() {
        assertEquals(
                2,
                blocked(two, "a begins pin", "b begins pin", "b get 3", "a quiet", "a get 2")
                        .explained());
        explained(two, "a begins pin", "b begins pin", "b get 3", "a get 2");
    }

    @Test
    void aStepIsNotSeenLaterThanTheWindow() {
        Observer narrow = new Observer(two.model(), PinAndTruncate.READING, new Effort(1000, 1));
        Seq<Observation> near = two.recording(COUNTS_EXCHANGED);
        Seq<Observation> far =
                two.recording("a begins pin", "b begins pin", "a get 3", "truncate quiet", "truncate quiet", "b get 2");
        assertInstanceOf(Explanation.class, narrow.explain(near));
        assertEquals(2, narrow.explain(far).explained());
        assertInstanceOf(Explanation.class, two.observer().explain(far));
    }

    @Test
    void aDropIsThatOfAnyHolder() {
        Vector<Observation> pinned = two.recording("a begins pin", "a get 2", "b begins pin", "b get 3")
                .toVector();
        Observation begins = new Observation(5, "irq", Vector.of("b", "a"), new Sight.Begins("unpin"));
        Observation put = new Observation(
                6,
                "irq",
                Vector.of("b", "a"),
                new Sight.Shows(Label.of("put", "P0").counting(2)));
        Explanation found = assertInstanceOf(
                Explanation.class, two.observer().explain(pinned.append(begins).append(put)));
        assertEquals("b", found.moves().last().step().actor().name());
        Observation again = new Observation(7, "irq", Vector.of("b", "a"), new Sight.Begins("unpin"));
        Observation last = new Observation(
                8,
                "irq",
                Vector.of("b", "a"),
                new Sight.Shows(Label.of("put", "P0").counting(1)));
        Explanation both = assertInstanceOf(
                Explanation.class,
                two.observer()
                        .explain(pinned.append(begins).append(put).append(again).append(last)));
        assertEquals("a", both.moves().last().step().actor().name());
    }

    @Test
    void aLimitLeavesItOpen() {
        Observer poor = new Observer(one.model(), PinAndTruncate.READING, new Effort(5, 80));
        Undecided found = assertInstanceOf(Undecided.class, poor.explain(one.recording(SLEEP_AND_WAKE)));
        assertEquals(4, found.explained());
        assertEquals("5 truncate finds it is asleep", found.at().get().toString());
    }

    @Test
    void anEffortOfNothingIsRefused() {
        assertEquals(
                "nodes (0) and window (80) must be positive: nothing is explained with none",
                assertThrows(IllegalArgumentException.class, () -> new Effort(0, 80))
                        .getMessage());
    }

    @Test
    void aTaskThatTheModelDoesNotHaveIsNamed() {
        assertTrue(assertThrows(ModelException.class, () -> one.observer().explain(one.recording("nobody quiet")))
                .getMessage()
                .contains("has no actor nobody"));
    }

    @Test
    void nothingIsExplainedByNothing() {
        assertEquals("", steps(explained(one)));
    }

    private static String judged(PinAndTruncate model, Property claim, String... lines) {
        Seq<Judgement> all = model.observer().judge(model.recording(lines), explained(model, lines), Vector.of(claim));
        return all.head().outcome() + all.head().at().map(at -> " " + at.line()).getOrElse("");
    }

    @Test
    void aClaimIsBrokenWhereEveryRunHasBrokenIt() {
        assertEquals("KEPT", judged(one, one.noPinOfFreed(), SLEEP_AND_WAKE));
        assertEquals("BROKEN 5", judged(one, one.nobodySleeps(), SLEEP_AND_WAKE));
    }

    @Test
    void aClaimIsKeptWhereSomeRunKeepsIt() {
        String[] unseen = Vector.of(SLEEP_AND_WAKE).remove("truncate asleep").toJavaArray(String[]::new);
        assertEquals("KEPT", judged(one, one.nobodySleeps(), unseen));
    }

    @Test
    void aClaimAboutStepsIsBrokenWhereTheStepIsSeen() {
        String[] puts = {
            "a begins pin",
            "a get 2",
            "b begins pin",
            "b get 3",
            "a begins unpin",
            "a put 2",
            "b begins unpin",
            "b put 1",
            "b wake"
        };
        assertEquals("BROKEN 6", judged(two, two.everyPutIsTheLast(), puts));
    }

    /** A pin, a truncate that goes to sleep, and an unpin: what is recorded ends there. */
    private static final String[] UNPINNED = {
        "gup begins pin",
        "gup get 2",
        "gup ends",
        "truncate begins truncate",
        "truncate asleep",
        "gup begins unpin",
        "gup put 1",
        "gup ends"
    };

    @Test
    void whoSleepsAtTheEndIsStuckWhereNobodyWakesHim() {
        PinAndTruncate lossy = new PinAndTruncate(false, "gup");
        assertEquals("BROKEN 8", judged(lossy, NoDeadlock.strict(), UNPINNED));
    }

    @Test
    void whoMayHaveGoneOnUnseenIsNotStuck() {
        PinAndTruncate lossy = new PinAndTruncate(false, "gup");
        String[] unseen = Vector.of(UNPINNED).remove("truncate asleep").toJavaArray(String[]::new);
        assertEquals("KEPT", judged(lossy, NoDeadlock.strict(), unseen));
    }

    @Test
    void whoIsWokenIsNotStuck() {
        String[] woken = Vector.of(UNPINNED).insert(7, "gup wake").toJavaArray(String[]::new);
        assertEquals("KEPT", judged(one, NoDeadlock.strict(), woken));
    }

    @Test
    void aStuckStateThatIsAllowedBreaksNothing() {
        PinAndTruncate lossy = new PinAndTruncate(false, "gup");
        assertEquals("KEPT", judged(lossy, new NoDeadlock("may sleep", "", view -> true), UNPINNED));
    }
}
