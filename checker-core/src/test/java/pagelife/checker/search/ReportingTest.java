package pagelife.checker.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.base.Ticker;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pagelife.checker.Checker;
import pagelife.checker.naive.Configuration;
import pagelife.checker.result.Result;

/** What a search tells while it runs, on a {@link Grid} of 100 x 100 states and 199 levels. */
class ReportingTest {
    private final Grid grid = new Grid(100);
    private final AtomicLong time = new AtomicLong();
    private final List<Progress> told = new ArrayList<>();

    static Seq<Configuration> configurations() {
        return Configuration.ALL;
    }

    private Result check(Options options) {
        return Checker.check(grid.model(), Vector.empty(), options.withTicker(eachReadTakesOneNano()));
    }

    private Ticker eachReadTakesOneNano() {
        return new Ticker() {
            @Override
            public long read() {
                return time.getAndIncrement();
            }
        };
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void countsOnlyGrowAndNeverPassThoseOfTheResult(Configuration configuration) {
        Result result = check(configuration.options().withReporting(new Reporting(1, told::add, warning -> {})));
        assertFalse(told.isEmpty());
        long states = 0;
        long explored = 0;
        for (Progress progress : told) {
            assertTrue(progress.states() >= states && progress.explored() >= explored, progress.toString());
            assertTrue(progress.explored() <= progress.states(), progress.toString());
            states = progress.states();
            explored = progress.explored();
        }
        assertTrue(states <= result.counts().states());
    }

    @Test
    void theLevelsAreThoseOfTheGrid() {
        check(Options.DEFAULT.withReporting(new Reporting(1, told::add, warning -> {})));
        Progress last = told.get(told.size() - 1);
        assertEquals(
                Vector.rangeClosed(1, 100).map(Long::valueOf), last.levels().take(100));
        assertEquals(199, last.levels().size());
        assertEquals(last.levels().sum().longValue(), last.states());
    }

    @Test
    void depthFirstHasNoLevels() {
        check(Options.DEFAULT.withOrder(Order.DEPTH_FIRST).withReporting(new Reporting(1, told::add, warning -> {})));
        assertTrue(told.stream().allMatch(progress -> progress.levels().isEmpty()));
    }

    @Test
    void nobodyIsToldMoreOftenThanHeWants() {
        check(Options.DEFAULT.withReporting(new Reporting(10, told::add, warning -> {})));
        for (int i = 1; i < told.size(); i++) {
            assertTrue(told.get(i).nanos() - told.get(i - 1).nanos() >= 10);
        }
    }

    @Test
    void withoutAListenerTheClockIsLeftAlone() {
        check(Options.DEFAULT);
        assertEquals(1, time.get()); // the limit on time notes when the search began
    }

    @Test
    void theIntervalMustBePositive() {
        assertThrows(IllegalArgumentException.class, () -> new Reporting(0, told::add, warning -> {}));
    }
}
