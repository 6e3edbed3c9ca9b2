package pagelife.checker.agreement;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import pagelife.checker.naive.Agreement;

/** Random models: the engine in every configuration against the oracle. */
class AgreementTest {
    @Property(tries = 2000, seed = "1", edgeCases = EdgeCasesMode.NONE)
    @Label("every configuration agrees with the naive search, seed 1")
    void everyConfigurationAgreesWithTheNaiveSearch(@ForAll("numbers") List<Integer> numbers) {
        onModelOf(numbers, Agreement::requireAll);
    }

    /* Fewer, since every level is forced to the disk. */
    @Property(tries = 60, seed = "1", edgeCases = EdgeCasesMode.NONE)
    @Label("searches on disk, and those that are interrupted and resumed, agree with the naive search, seed 1")
    void searchesOnDiskAndResumedOnesAgreeWithTheNaiveSearch(@ForAll("numbers") List<Integer> numbers)
            throws IOException {
        Path folder = Files.createTempDirectory("agreement");
        try {
            onModelOf(numbers, agreement -> agreement.requireDisk(folder));
        } finally {
            MoreFiles.deleteRecursively(folder, RecursiveDeleteOption.ALLOW_INSECURE);
        }
    }

    private static void onModelOf(List<Integer> numbers, Consumer<Agreement> demand) {
        Blueprint blueprint = Roller.roll(Dice.of(numbers));
        Construction built = new Construction(blueprint);
        try {
            demand.accept(new Agreement(built.model(), built.properties()));
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(e.getMessage() + " on " + blueprint, e);
        }
    }

    @Provide
    Arbitrary<List<Integer>> numbers() {
        return Arbitraries.integers().between(0, 99_999).list().ofMinSize(100).ofMaxSize(600);
    }
}
