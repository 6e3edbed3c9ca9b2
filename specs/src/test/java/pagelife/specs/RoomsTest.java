package pagelife.specs;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import pagelife.checker.Rooms;

/** The claims of families know nothing of each other; what asks about all families stands above them. */
class RoomsTest {

    @Test
    void everyArrowPointsDown() throws IOException {
        Rooms.of(
                        "pagelife.specs",
                        "claims ftrace ledger",
                        ".",
                        "own",
                        "bench devdax entrylock examples field fsdax gup layouts migrate pagefree share stride tails teardown"
                                + " waitwake",
                        "catalogue litmus matrix threads",
                        "kept observe reach sweep twins workloads",
                        "arbitrary mutants",
                        "fuzz")
                .assertEveryArrowPointsDown(32);
    }
}
