package pagelife.checker.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import pagelife.checker.Checker;
import pagelife.checker.naive.Agreement;
import pagelife.checker.naive.NaiveSearch;
import pagelife.checker.property.Kind;
import pagelife.checker.result.Finding;
import pagelife.checker.result.Result;
import pagelife.checker.result.Verdict;
import pagelife.checker.search.Options;
import pagelife.checker.simulate.Strategy;
import pagelife.checker.simulate.Walks;

/** Random walks through random models against the oracle. */
class WalksTest {
    private static final Walks SHORT = new Walks(12, 20, 5, new Strategy.Priorities(3));

    @Property(tries = 700, seed = "3", edgeCases = EdgeCasesMode.NONE)
    @Label("what a walk decides is so, with a trace that is executed and no shorter than the shortest, seed 3")
    void whatAWalkDecidesIsSo(@ForAll("numbers") List<Integer> numbers) {
        Blueprint blueprint = Roller.roll(Dice.of(numbers));
        Construction built = new Construction(blueprint);
        Seq<pagelife.checker.property.Property> claims = built.properties();
        NaiveSearch oracle = new NaiveSearch(built.model(), claims);
        Result walked = Checker.simulate(built.model(), claims, SHORT, Options.DEFAULT, done -> {});
        for (Finding finding : walked.findings()) {
            if (finding.trace().isEmpty()) {
                assertEquals(Verdict.UNDECIDED, finding.verdict(), blueprint::toString);
                continue;
            }
            boolean happens = finding.property().kind() == Kind.SOMETIMES;
            assertEquals(happens ? Verdict.HOLDS : Verdict.VIOLATED, finding.verdict(), blueprint::toString);
            int shortest = oracle.shortest(finding.property());
            assertTrue(shortest >= 0 && shortest <= finding.trace().get().length(), blueprint::toString);
            Agreement.requireTrace(finding.property(), finding.trace().get(), blueprint.toString());
        }
    }

    @Provide
    Arbitrary<List<Integer>> numbers() {
        return Arbitraries.integers().between(0, 99_999).list().ofMinSize(100).ofMaxSize(600);
    }
}
