package pagelife.reports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.base.Ticker;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import pagelife.reports.Captured;

/** What a limit on time leaves open, random walks are asked at the end. */
class LastFifthTest {
    private static final String[] LARGE = {
        "fsdax/7.2-xfs", "--bound", "faults=3", "--bound", "pages=2", "--bound", "mms=2", "--bound", "fastGups=3"
    };

    private final Captured out = new Captured();
    private final Captured errors = new Captured();

    /** A clock that goes on by a millisecond whenever it is looked at: so nothing depends on the machine. */
    private static final class Counted extends Ticker {
        private long looks;

        @Override
        public synchronized long read() {
            return TimeUnit.MILLISECONDS.toNanos(looks++);
        }
    }

    @Test
    void aWalkBreaksWhatTheSearchHadNoTimeFor() {
        assertEquals(Exit.BROKEN, run("2s", "INV-2", "INV-4", "INV-5"));
        assertTrue(told().contains("the limit on time was reached"), out.text());
        assertTrue(told().contains("INV-4 BlockPin holds on every run of up to "), out.text());
        assertTrue(told().contains("VIOLATED INV-2 PtePgmap in "), out.text());
        assertTrue(told().contains("INV-2 PtePgmap is broken in "), out.text());
        assertTrue(
                told().contains("from a random walk, when the time was up: perhaps not the fewest steps"), out.text());
        assertTrue(told().contains("--timeout 2000ms"), out.text()); // and not what the search had of it
    }

    @Test
    void whatTheSearchDecidesIsNotAskedOfWalks() {
        assertEquals(Exit.BROKEN, run("1h", "W-1", "INV-2"));
        assertFalse(told().contains("random walk"), out.text());
    }

    @Test
    void aClaimAboutRunsStaysOpen() {
        assertEquals(Exit.UNDECIDED, run("1s", "LTL-3"));
        assertFalse(told().contains("random walk"), out.text());
    }

    private String told() {
        return out.text().replaceAll("\\s+", " ");
    }

    private Exit run(String time, String... claims) {
        Seq<String> words = Vector.of(LARGE)
                .append("--timeout")
                .append(time)
                .appendAll(Vector.of(claims).flatMap(claim -> Vector.of("--property", claim)));
        Console console = new Console(out.page(100), errors.stream(), -1, new Counted(), () -> false);
        return new CheckCommand(console, Shelf.shipped()).run(words.toJavaArray(String[]::new));
    }
}
