package pagelife.reports.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import pagelife.reports.told.ToldLedger.Holding;

class AccountTextTest {
    @Test
    void aHoldingSaysFromWhenToWhen() {
        assertEquals(
                "pin of gup: 2 from the start to the end",
                AccountText.holding(new Holding("pin of gup", 2, 0, Option.none(), false)));
        assertEquals(
                "pin of gup: 1 from step 9 to step 16",
                AccountText.holding(new Holding("pin of gup", 1, 9, Option.some(16), false)));
    }
}
