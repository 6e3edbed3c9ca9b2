package pagelife.checker.agreement;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import pagelife.checker.naive.Agreement;
import pagelife.checker.property.Invariant;
import pagelife.checker.result.Verdict;

/** Random models with random sums over their cells: where a sum is asked only after a step that changed it. */
class BalanceAgreementTest {
    private static int held;
    private static int broken;

    @Property(tries = 800, seed = "5", edgeCases = EdgeCasesMode.NONE)
    @Label("every configuration agrees with the naive search about sums, seed 5")
    void everyConfigurationAgreesAboutSums(
            @ForAll("numbers") List<Integer> numbers, @ForAll("numbers") List<Integer> more) {
        Construction built = new Construction(Roller.roll(Dice.of(numbers)));
        Seq<Invariant> claims = Balances.of(built.model(), Dice.of(more));
        try {
            Agreement agreement = new Agreement(built.model(), claims);
            agreement.requireAll();
            if (agreement.oracle().states() > 20) {
                broken += claims.count(claim -> agreement.verdict(claim) == Verdict.VIOLATED);
                held += claims.count(claim -> agreement.verdict(claim) == Verdict.HOLDS);
            }
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(e.getMessage() + " on " + numbers + " and " + more, e);
        }
    }

    @AfterContainer
    static void someHeldAndSomeWereBroken() {
        assertTrue(held > 35 && broken > 35, held + " held and " + broken + " were broken");
    }

    @Provide
    Arbitrary<List<Integer>> numbers() {
        return Arbitraries.integers().between(0, 99_999).list().ofMinSize(100).ofMaxSize(600);
    }
}
