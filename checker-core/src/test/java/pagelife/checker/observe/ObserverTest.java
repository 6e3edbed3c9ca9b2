package pagelife.checker.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;

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

    private final PinAndTruncate one = new PinAndTruncate(true, "gup");

    private static Explanation explained(PinAndTruncate model, String... lines) {
        return (Explanation) model.observer().explain(model.recording(lines));
    }

    private static Blockage blocked(PinAndTruncate model, String... lines) {
        return (Blockage) model.observer().explain(model.recording(lines));
    }

    @Test
    void whatNobodySeesIsInferred() {
        Explanation found = explained(one, SLEEP_AND_WAKE);
        assertEquals(
                "next g1 g2 next t4 t5 t6 next s3 t8 t4 t11",
                found.moves().map(move -> move.step().id()).mkString(" "));
        assertEquals(3, found.stepsSeen());
        assertEquals(6, found.stepsInferred());
    }

    @Test
    void aStepIsAllThatItShows() {
        Explanation found = explained(one, SLEEP_AND_WAKE);
        int put = found.moves().indexWhere(move -> move.step().id().equals("s3"));
        assertEquals(Vector.of(8L, 9L), found.seen().get(put).map(Observation::line));
    }

    @Test
    void aMissingWakeUpIsSeenWhereItsTaskDoesSomethingElse() {
        Blockage found = blocked(one, Vector.of(SLEEP_AND_WAKE).removeAt(8).toJavaArray(String[]::new));
        assertEquals("9 gup does something else", found.at().toString());
        assertEquals("wake P0", found.owed().head().mkString());
    }
}
