package pagelife.reports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;

class ForecastTest {
    /** The levels of dax with P=3 A=2 G=2: a bell with a shoulder. */
    private static final Seq<Long> DAX = levels(
            1, 10, 58, 266, 1025, 3288, 8741, 19360, 35868, 55513, 71766, 78715, 76998, 73193, 72370, 74181, 74867,
            70437, 59618, 45255, 32547, 23434, 16494, 10781, 6330, 3391, 1673, 845, 477, 300, 191, 40, 3);

    private static Seq<Long> levels(long... sizes) {
        return Vector.ofAll(sizes);
    }

    @Test
    void whileLevelsGrowNothingIsKnown() {
        assertEquals(Option.none(), Forecast.after(levels(1, 10, 58, 266, 1025)));
    }

    @Test
    void atTheTopTheRangeWouldBeTooWide() {
        assertEquals(Option.none(), Forecast.after(DAX.take(13)));
    }

    /* From level 20 to 26 all but the last percent of the states is left; each forecast has the truth in it. */
    @Test
    void onTheWayDownTheTruthLiesWithin() {
        for (int known = 20; known <= 26; known++) {
            double left = DAX.drop(known).sum().doubleValue();
            Forecast forecast = Forecast.after(DAX.take(known)).get();
            assertTrue(forecast.least() <= left && left <= forecast.most(), known + ": " + left + " in " + forecast);
        }
    }
}
