package pagelife.reports.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import pagelife.reports.told.ToldLedger.Holding;

class AccountTextTest {
    @Test
    void whatAnOwnerHoldsIsSaidFromWhenToWhen() {
        assertEquals("2 from the start", course(new Holding("pin of gup", 2, 0, Option.none(), false)));
        assertEquals(
                "1 from step 9, none from step 16", course(new Holding("pin of gup", 1, 9, Option.some(16), false)));
    }

    @Test
    void whatAnOwnerTakesOneAfterTheOtherIsAddedUp() {
        assertEquals(
                "1 from step 3, 4 from step 4, 3 from step 7",
                course(
                        new Holding("pin of gup", 1, 3, Option.some(7), false),
                        new Holding("pin of gup", 3, 4, Option.none(), false)));
    }

    @Test
    void aHoldingThatFollowsAnotherIsNoGap() {
        assertEquals(
                "1 from the start",
                course(
                        new Holding("entries", 1, 0, Option.some(5), false),
                        new Holding("entries", 1, 5, Option.none(), false)));
    }

    private static String course(Holding... held) {
        Seq<Holding> all = Vector.of(held);
        return AccountText.course(all);
    }
}
