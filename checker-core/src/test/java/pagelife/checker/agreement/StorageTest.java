package pagelife.checker.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pagelife.checker.Checker;
import pagelife.checker.naive.Agreement;
import pagelife.checker.naive.Configuration;
import pagelife.checker.property.Invariant;
import pagelife.checker.result.Result;
import pagelife.checker.result.Stop;
import pagelife.checker.search.CheckpointException;
import pagelife.checker.search.Limits;
import pagelife.checker.search.Options;
import pagelife.checker.search.Storage;

/** Random models through disk, and cut in the middle and resumed: the same answers as the oracle's. */
class StorageTest {
    /** As little memory as can be asked for: everything but the work in hand goes to disk. */
    private static final Limits NO_MEMORY = Limits.NONE.withBytes(1);

    @Property(tries = 80, seed = "1", edgeCases = EdgeCasesMode.NONE)
    @Label("searches through disk, interrupted and resumed ones find the same as others, seed 1")
    void searchesThroughDiskAndResumedOnesFindTheSame(@ForAll("numbers") List<Integer> numbers) throws IOException {
        inFolder(folder -> {
            Construction built = new Construction(Roller.roll(Dice.of(numbers)));
            Seq<Invariant> sums = Balances.of(built.model(), Dice.of(numbers));
            new Agreement(built.model(), built.properties().appendAll(sums)).requireDisk(folder);
            try (Stream<Path> left = Files.list(folder.resolve("scratch"))) {
                assertEquals(List.of(), left.toList(), "what is left in the scratch folder");
            }
        });
    }

    @Property(tries = 150, seed = "2", edgeCases = EdgeCasesMode.NONE)
    @Label("a search that was cut and resumed agrees with the naive search, seed 2")
    void aSearchThatWasCutAndResumedAgreesWithTheNaiveSearch(
            @ForAll("numbers") List<Integer> numbers, @ForAll("limits") Limits limits) throws IOException {
        inFolder(folder -> {
            Construction built = new Construction(Roller.roll(Dice.of(numbers)));
            Agreement agreement = new Agreement(built.model(), built.properties());
            Storage storage = Storage.NONE.withCheckpoint(folder, 1);
            Options cut = Options.DEFAULT
                    .withAuditEvery(0)
                    .withLimits(limits.withDepth(Math.max(1, agreement.oracle().levels() / 2)))
                    .withStorage(storage);
            Checker.check(built.model(), Vector.narrow(built.properties().toVector()), cut);
            agreement.require(new Configuration(
                    "resumed", cut.withLimits(limits).withThreads(2).withStorage(storage.resuming())));
        });
    }

    @Test
    void aCheckpointOfAnotherModelIsRefused(@TempDir Path folder) {
        Construction one = construction(1);
        Construction other = construction(2);
        Options options = Options.DEFAULT.withStorage(Storage.NONE.withCheckpoint(folder, 1));
        Checker.check(one.model(), Vector.narrow(one.properties().toVector()), options);
        Options resuming = options.withStorage(options.storage().resuming());
        CheckpointException refused = assertThrows(
                CheckpointException.class,
                () -> Checker.check(
                        other.model(), Vector.narrow(other.properties().toVector()), resuming));
        assertTrue(refused.getMessage().contains("another model"), refused.getMessage());
    }

    @Test
    void aFolderWithACheckpointIsNotOverwritten(@TempDir Path folder) {
        Construction one = construction(1);
        Options options = Options.DEFAULT.withStorage(Storage.NONE.withCheckpoint(folder, 1));
        Checker.check(one.model(), Vector.narrow(one.properties().toVector()), options);
        assertThrows(
                CheckpointException.class,
                () -> Checker.check(one.model(), Vector.narrow(one.properties().toVector()), options));
    }

    @Test
    void aDamagedManifestIsRefused(@TempDir Path folder) throws IOException {
        Construction one = construction(1);
        Options options = Options.DEFAULT.withStorage(Storage.NONE.withCheckpoint(folder, 1));
        Result whole = Checker.check(one.model(), Vector.narrow(one.properties().toVector()), options);
        assertEquals(Stop.COMPLETE, whole.stop());
        Path manifest = folder.resolve("checkpoint.pagelife");
        byte[] bytes = Files.readAllBytes(manifest);
        bytes[bytes.length / 2] ^= 1;
        Files.write(manifest, bytes);
        Options resuming = options.withStorage(options.storage().resuming());
        CheckpointException refused = assertThrows(
                CheckpointException.class,
                () -> Checker.check(one.model(), Vector.narrow(one.properties().toVector()), resuming));
        assertTrue(refused.getMessage().contains("damaged"), refused.getMessage());
    }

    private static Construction construction(int seed) {
        List<Integer> numbers =
                new java.util.Random(seed).ints(300, 0, 100_000).boxed().toList();
        return new Construction(Roller.roll(Dice.of(numbers)));
    }

    private interface Work {
        void in(Path folder) throws IOException;
    }

    private static void inFolder(Work work) throws IOException {
        Path folder = Files.createTempDirectory("pagelife-test");
        try {
            work.in(folder);
        } finally {
            MoreFiles.deleteRecursively(folder, RecursiveDeleteOption.ALLOW_INSECURE);
        }
    }

    @Provide
    Arbitrary<List<Integer>> numbers() {
        return Arbitraries.integers().between(0, 99_999).list().ofMinSize(100).ofMaxSize(600);
    }

    @Provide
    Arbitrary<Limits> limits() {
        return Arbitraries.of(Limits.NONE, NO_MEMORY);
    }
}
