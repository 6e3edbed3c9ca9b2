package pagelife.checker.agreement;

import java.util.List;
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
    @Property(tries = 1000, seed = "1", edgeCases = EdgeCasesMode.NONE)
    @Label("every configuration agrees with the naive search, seed 1")
    void everyConfigurationAgreesWithTheNaiveSearch(@ForAll("numbers") List<Integer> numbers) {
        Blueprint blueprint = Roller.roll(Dice.of(numbers));
        Construction built = new Construction(blueprint);
        try {
            new Agreement(built.model(), built.properties()).requireAll();
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(e.getMessage() + " on " + blueprint, e);
        }
    }

    @Provide
    Arbitrary<List<Integer>> numbers() {
        return Arbitraries.integers().between(0, 99_999).list().ofMinSize(100).ofMaxSize(600);
    }
}
