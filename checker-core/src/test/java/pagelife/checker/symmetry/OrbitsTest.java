package pagelife.checker.symmetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import pagelife.checker.Checker;
import pagelife.checker.model.Model;
import pagelife.checker.property.Property;
import pagelife.checker.result.Finding;
import pagelife.checker.result.Result;
import pagelife.checker.result.Verdict;
import pagelife.checker.search.Options;
import pagelife.checker.search.Order;

/** One state of each orbit is explored, and nobody is told anything else for it. */
class OrbitsTest {
    private static final int MODELS = 150;
    private static final Options ORBITS = Options.DEFAULT.withSymmetric(true);

    @Test
    void orbitsAreThoseThatAreCountedByHandAndAnswersAndLengthsStay() {
        int smaller = 0;
        int broken = 0;
        for (long seed = 0; seed < MODELS; seed++) {
            Team team = new Team(seed, 2 + (int) (seed % 3), false);
            Seq<Property> claims = team.claims();
            Space space = Space.of(team.model, state -> team.namings().map(named -> team.image(state, named)));
            Result every = Checker.check(team.model, claims, Options.DEFAULT);
            Result orbits = Checker.check(team.model, claims, ORBITS.withThreads(1 + (int) (seed % 2)));
            String what = "seed " + seed;
            assertEquals(space.states(), every.counts().states(), what);
            assertEquals(space.orbits(), orbits.counts().states(), what);
            Space.requireSame(every, orbits, what);
            assertEquals(every.vacuity().stepsNeverTaken(), orbits.vacuity().stepsNeverTaken(), what);
            orbits.findings().flatMap(Finding::trace).forEach(trace -> Space.requireRun(team.model, trace));
            smaller += space.orbits() < space.states() ? 1 : 0;
            broken += orbits.findings().count(finding -> finding.verdict() == Verdict.VIOLATED);
        }
        assertTrue(smaller > MODELS / 2, smaller + " models have orbits of more than one state");
        assertTrue(broken > MODELS, broken + " claims are broken");
    }

    @Test
    void aClaimThatKnowsOneTaskFromTheOthersIsNoticed() {
        int told = 0;
        for (long seed = 0; seed < MODELS; seed++) {
            Team team = new Team(seed, 3, false);
            Vector<Property> claim = Vector.of(team.about("p1"));
            Verdict truth = Checker.check(team.model, claim, Options.DEFAULT)
                    .findings()
                    .head()
                    .verdict();
            Option<Verdict> answer = answer(team.model, claim);
            answer.forEach(given -> assertEquals(truth, given));
            told += answer.isEmpty() ? 1 : 0;
        }
        assertTrue(told > MODELS / 4, told + " were refused");
    }

    /** None if it is refused, for the reason that somebody is known from the others. */
    private static Option<Verdict> answer(Model model, Seq<Property> claims) {
        try {
            return Option.some(
                    Checker.check(model, claims, ORBITS).findings().head().verdict());
        } catch (AsymmetryException e) {
            assertTrue(e.getMessage().contains("are not alike"), e.getMessage());
            return Option.none();
        }
    }

    @Test
    void codeThatKnowsOneTaskFromTheOthersIsNoticedOrMakesNoDifference() {
        int told = 0;
        for (long seed = 0; seed < MODELS; seed++) {
            Team team = new Team(seed, 3, true);
            Seq<Property> claims = team.claims();
            Result every = Checker.check(team.model, claims, Options.DEFAULT);
            try {
                Result orbits = Checker.check(team.model, claims, ORBITS);
                Space.requireSame(every, orbits, "seed " + seed);
            } catch (AsymmetryException e) {
                told++;
            }
        }
        assertTrue(told > MODELS / 20, told + " were refused");
    }

    @Test
    void whatDoesNotGoTogetherIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> ORBITS.withOrder(Order.DEPTH_FIRST));
    }
}
