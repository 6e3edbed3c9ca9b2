package pagelife.reports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.base.Ticker;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.search.Limits;
import pagelife.checker.search.Progress;
import pagelife.checker.search.Reporting;
import pagelife.reports.Captured;
import pagelife.reports.told.ToldEstimate;
import pagelife.reports.told.ToldEstimate.Room;

class OutlookTest {
    private static final long SECOND = 1_000_000_000;

    private final Captured errors = new Captured();
    private final Console console =
            new Console(new Captured().page(100), errors.stream(), -1, Ticker.systemTicker(), () -> false);

    /* Twenty tasks of a step each: 2^20 states, and the longest walk has 20 steps. */
    private static Model cube() {
        ModelBuilder m = Model.builder("cube");
        for (int i = 0; i < 20; i++) {
            Cell<Integer> count = m.cell("c" + i, 0);
            m.task("t" + i).step("s add", now -> now.write(count, 1));
        }
        return m.build();
    }

    /** So many levels of it, each a fifth of a second, a hundred bytes a state. */
    private static Progress after(int levels) {
        Seq<Long> sizes = Vector.of(1L, 20L, 190L, 1140L, 4845L, 15504L, 38760L, 77520L, 125970L, 167960L)
                .take(levels);
        long states = sizes.sum().longValue();
        return new Progress(sizes, 0, states, states, states, 0, 100 * states, 0, levels * SECOND / 5);
    }

    private Outlook heard(Limits limits, Progress... told) {
        Outlook outlook = new Outlook(cube(), limits, "./check simulate cube", console);
        ProgressLine line = new ProgressLine(errors.stream(), -1, ProgressLine.When.ON, "");
        Reporting reporting = outlook.of(new Reporting(1, progress -> {}, warning -> {}), line);
        Vector.of(told).forEach(reporting.listener());
        return outlook;
    }

    @Test
    void withinTheFirstSecondNothingIsReckoned() {
        assertEquals(Option.none(), heard(Limits.NONE, after(4)).told());
    }

    @Test
    void afterItTheTruthLiesWithin() {
        ToldEstimate told =
                heard(Limits.NONE, after(4), after(6), after(9)).told().get();
        assertEquals(21_700, told.states());
        assertTrue(told.least() <= 1 << 20 && 1 << 20 <= told.most(), told.toString());
        assertEquals(100 * told.most(), told.mostBytes());
        assertEquals(Room.SUFFICES, told.room());
        assertEquals("", errors.text());
    }

    @Test
    void whereMemoryDoesNotSufficeWalksAreOffered() {
        heard(Limits.NONE.withBytes(3_000_000), after(6));
        String text = errors.text();
        assertTrue(text.startsWith("check: after 1 s 21.7 k states are seen, of probably "), text);
        assertTrue(
                text.endsWith(": there are 3.00 MB, which does not suffice; ./check simulate cube takes random walks"
                        + " instead\n"),
                text);
    }

    @Test
    void whereTimeSufficesForTheLeastOnlyThatIsSaid() {
        ToldEstimate free = heard(Limits.NONE, after(6)).told().get();
        ToldEstimate told = heard(Limits.NONE.withNanos(free.leastNanos() + 1), after(6))
                .told()
                .get();
        assertEquals(Room.MAY_NOT_SUFFICE, told.room());
        assertTrue(errors.text().contains(", which may not suffice; "), errors.text());
    }

    @Test
    void walksWithoutEndTellNothing() {
        ModelBuilder m = Model.builder("endless");
        Cell<Integer> count = m.cell("count", 0);
        m.task("a").step("s turn", now -> {
            now.change(count, n -> (n + 1) % 7);
            now.stay();
        });
        Outlook outlook = new Outlook(m.build(), Limits.NONE, "", console);
        ProgressLine line = new ProgressLine(errors.stream(), -1, ProgressLine.When.ON, "");
        outlook.of(new Reporting(1, progress -> {}, warning -> {}), line)
                .listener()
                .accept(after(6));
        assertEquals(Option.none(), outlook.told());
    }

    @Test
    void whoeverListensIsToldAsOftenAsBefore() {
        List<Long> told = new ArrayList<>();
        Outlook outlook = new Outlook(cube(), Limits.NONE, "", console);
        ProgressLine line = new ProgressLine(errors.stream(), -1, ProgressLine.When.ON, "");
        Reporting reporting =
                outlook.of(new Reporting(2 * SECOND, progress -> told.add(progress.nanos()), warning -> {}), line);
        assertEquals(SECOND / 4, reporting.everyNanos());
        Vector.of(2, 6, 10, 12, 20).forEach(levels -> reporting.listener().accept(after(levels)));
        assertEquals(List.of(10 * SECOND / 5, 20 * SECOND / 5), told);
    }

    @Test
    void whereNobodyListensNothingIsReckoned() {
        Outlook outlook = new Outlook(cube(), Limits.NONE, "", console);
        assertSame(
                Reporting.NONE,
                outlook.of(Reporting.NONE, new ProgressLine(errors.stream(), -1, ProgressLine.When.OFF, "")));
    }
}
