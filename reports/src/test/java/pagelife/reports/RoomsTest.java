package pagelife.reports;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import pagelife.checker.Rooms;

/** The rooms of this module stand one above the other: a package uses those below it, and none above. */
class RoomsTest {

    @Test
    void everyArrowPointsDown() throws IOException {
        Rooms.of(
                        "pagelife.reports",
                        "page",
                        "commit",
                        "told",
                        "outcome",
                        ".",
                        "format",
                        "bench ci json reproduce text traces explore",
                        "html",
                        "ask",
                        "junit",
                        "cli")
                .assertEveryArrowPointsDown(40);
    }
}
