package pagelife.reports.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;

final class WrapTest {
    private static final String COMMAND =
            "./check fsdax/6.1 --bound removals=0 --property 'no deadlock' --ltl '[](asleep(truncate) -> <>!it)'";

    @Test
    void aCommandThatFitsIsALine() {
        assertEquals(Vector.of(COMMAND), Wrap.command(COMMAND, COMMAND.length()));
    }

    @Test
    void aCommandIsBrokenNeitherInAQuoteNorBeforeTheValueOfAnOption() {
        assertEquals(
                Vector.of(
                        "./check fsdax/6.1 --bound removals=0",
                        "--property 'no deadlock'",
                        "--ltl '[](asleep(truncate) -> <>!it)'"),
                Wrap.command(COMMAND, 40));
    }

    @Test
    void aWordThatIsLongerStaysWhole() {
        assertEquals(Vector.of("./check", "'a b c d e f g'"), Wrap.command("./check 'a b c d e f g'", 8));
    }

    @Test
    void anEscapedQuoteOpensNone() {
        String command = "./check x --property 'it'\\''s so' --json";
        assertEquals(Vector.of("./check x", "--property 'it'\\''s so'", "--json"), Wrap.command(command, 26));
    }
}
