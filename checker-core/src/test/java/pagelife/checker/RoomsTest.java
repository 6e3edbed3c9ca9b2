package pagelife.checker;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The rooms of this module stand one above the other: a package uses those below it, and none above. */
class RoomsTest {

    @Test
    void everyArrowPointsDown() throws IOException {
        Rooms.of(
                        "pagelife.checker",
                        "value",
                        "model",
                        "ltl",
                        "property",
                        "symmetry",
                        "result automaton naive",
                        "explain search graph views",
                        "simulate",
                        "liveness",
                        "engine.pack",
                        "engine.code",
                        "engine.orbit",
                        "observe",
                        "engine.store",
                        "engine.walk",
                        "engine.explore",
                        "engine.runs",
                        "engine",
                        ".")
                .assertEveryArrowPointsDown(33);
    }
}
