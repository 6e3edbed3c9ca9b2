package pagelife.checker.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import pagelife.checker.hand.Checks;
import pagelife.checker.naive.Agreement;
import pagelife.checker.property.NoDeadlock;
import pagelife.checker.result.Finding;
import pagelife.checker.result.Verdict;

/** The protocol that the package page shows is the one that is compiled, and it says what the page says. */
class PackagePageTest {
    private static final Path SHOWN = Path.of("src/main/java/pagelife/checker/model/package-info.java");
    private static final Path RUN = Path.of("src/test/java/pagelife/checker/model/PinAndTruncate.java");

    private static String between(Path file, String begin, String end) throws IOException {
        String text = Files.readString(file);
        int from = text.indexOf(begin) + begin.length();
        return text.substring(from, text.indexOf(end, from));
    }

    @Test
    void thePageShowsWhatIsCompiled() throws IOException {
        String shown = between(SHOWN, "<pre>{@code\n", " * }</pre>").replaceAll("(?m)^ \\* ?", "");
        String run =
                between(RUN, "// begin of the page\n", "    // end of the page").replaceAll("(?m)^    ", "");
        assertEquals(run, shown);
    }

    @Test
    void withTheWakeAllHoldsAndTheTruncateQueues() {
        PinAndTruncate right = PinAndTruncate.protocol(true);
        new Agreement(right.model(), right.claims().append(NoDeadlock.strict())).requireAll();
        for (var claim : right.claims()) {
            assertEquals(Verdict.HOLDS, Checks.finding(right.model(), claim).verdict(), claim.name());
        }
    }

    @Test
    void withoutTheWakeTheTruncateSleepsForEver() {
        Finding stuck = Checks.finding(PinAndTruncate.protocol(false).model(), NoDeadlock.strict());
        assertEquals(Verdict.VIOLATED, stuck.verdict());
        assertEquals(
                Vector.of("truncate: t4 page busy?", "truncate: t5 queue", "truncate: t6 page idle?", "gup: s3 unpin"),
                Checks.steps(stuck.trace().get()));
    }
}
