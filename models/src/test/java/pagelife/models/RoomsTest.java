package pagelife.models;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import pagelife.checker.Rooms;

/**
 * Families know nothing of each other, but that stride is about the put loop of devdax; all stand on what they share.
 */
class RoomsTest {

    @Test
    void everyArrowPointsDown() throws IOException {
        Rooms.of(
                        "pagelife.models",
                        "page",
                        "kernel",
                        ".",
                        "parts",
                        "bench devdax entrylock fsdax gup layouts migrate pagefree share tails teardown waitwake",
                        "stride")
                .assertEveryArrowPointsDown(30);
    }
}
