package pagelife.checker.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pagelife.checker.Checker;
import pagelife.checker.naive.Agreement;
import pagelife.checker.naive.Configuration;
import pagelife.checker.result.Finding;
import pagelife.checker.result.Result;
import pagelife.checker.result.Stop;
import pagelife.checker.result.Verdict;

/** A disk that takes no more in the middle of a search: what was found is told, and nothing is claimed. */
class FullDiskTest {
    private final Grid grid = new Grid(20);

    /** Searches on disk; once the search has asked so often whether to end, no further file of a kind can be made. */
    private Result check(Path folder, int threads, int questions, String kind) {
        AtomicInteger asked = new AtomicInteger();
        Options options = Configuration.breadthFirst(threads, 0).onDisk(folder).options();
        return Checker.check(grid.model(), grid.properties(), options.withInterrupted(() -> {
            if (asked.incrementAndGet() == questions) {
                fill(folder, kind);
            }
            return false;
        }));
    }

    /* As root nothing is read-only: links to nowhere under the names to come are what cannot be opened for writing. */
    private static void fill(Path folder, String kind) {
        try (Stream<Path> scratch = Files.list(folder)) {
            Path inside = scratch.findFirst().orElseThrow();
            Path nowhere = folder.resolve("nowhere").resolve("file");
            for (int level = 0; level < 39; level++) { // two files each, and some more for each new layout
                for (int number = 2 * level; number < 2 * level + 60; number++) {
                    String name = kind.equals("level") ? kind + level : kind;
                    link(inside.resolve(name + "-" + number + ".run"), nowhere);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void link(Path link, Path target) throws IOException {
        if (!Files.exists(link, LinkOption.NOFOLLOW_LINKS)) {
            Files.createSymbolicLink(link, target);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 2, candidates", "2, 20, candidates", "1, 2, level", "1, 25, level", "2, 20, level"})
    void itStopsTheSearchAndKeepsWhatWasFound(int threads, int questions, String kind, @TempDir Path folder) {
        Result result = check(folder, threads, questions, kind);
        assertEquals(Stop.DISK, result.stop());
        assertTrue(result.counts().states() < 400);
        for (Finding finding : result.findings()) {
            if (finding.trace().isDefined()) {
                Agreement.requireTrace(finding.property(), finding.trace().get(), "trace");
            } else {
                assertEquals(
                        Verdict.UNDECIDED, finding.verdict(), finding.property().name());
            }
        }
    }
}
