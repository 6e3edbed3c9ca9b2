package pagelife.checker.symmetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;
import pagelife.checker.Checker;
import pagelife.checker.property.Property;
import pagelife.checker.result.Finding;
import pagelife.checker.result.Result;
import pagelife.checker.result.Verdict;
import pagelife.checker.search.Options;

/** One state of each orbit is explored where rooms change places with the tasks in them. */
class OrbitsOfRoomsTest {
    private static final int MODELS = 60;
    private static final Options ORBITS = Options.DEFAULT.withSymmetric(true);

    /** Rooms, and tasks in each. */
    private static final int[][] SIZES = {{2, 1}, {2, 2}, {3, 1}, {1, 2}, {2, 0}, {3, 0}};

    private static Rooms rooms(long seed, boolean biased) {
        int[] size = SIZES[(int) (seed % SIZES.length)];
        return new Rooms(seed, size[0], size[1], biased);
    }

    @Test
    void orbitsAreThoseThatAreCountedByHandAndAnswersAndLengthsStay() {
        int smaller = 0;
        int broken = 0;
        for (long seed = 0; seed < MODELS; seed++) {
            Rooms rooms = rooms(seed, false);
            Seq<Property> claims = rooms.claims();
            Space space = Space.of(rooms.model, state -> rooms.namings().map(named -> rooms.image(state, named)));
            Result every = Checker.check(rooms.model, claims, Options.DEFAULT);
            Result orbits = Checker.check(rooms.model, claims, ORBITS.withThreads(1 + (int) (seed % 2)));
            String what = "seed " + seed;
            assertEquals(space.states(), every.counts().states(), what);
            assertEquals("Vector()", orbits.orbits().get().apart().toString(), what);
            assertEquals(space.orbits(), orbits.counts().states(), what);
            Space.requireSame(every, orbits, what);
            assertEquals(every.vacuity().stepsNeverTaken(), orbits.vacuity().stepsNeverTaken(), what);
            orbits.findings().flatMap(Finding::trace).forEach(trace -> Space.requireRun(rooms.model, trace));
            smaller += space.orbits() < space.states() ? 1 : 0;
            broken += orbits.findings().count(finding -> finding.verdict() == Verdict.VIOLATED);
        }
        assertTrue(smaller > MODELS / 2, smaller + " models have orbits of more than one state");
        assertTrue(broken > MODELS / 2, broken + " claims are broken");
    }

    @Test
    void codeThatKnowsOneRoomFromTheOthersMakesNoDifference() {
        int told = 0;
        for (long seed = 0; seed < MODELS; seed++) {
            Rooms rooms = rooms(seed, true);
            Seq<Property> claims = rooms.claims();
            Result orbits = Checker.check(rooms.model, claims, ORBITS);
            Space.requireSame(Checker.check(rooms.model, claims, Options.DEFAULT), orbits, "seed " + seed);
            told += orbits.orbits().get().apart().isEmpty() ? 0 : 1;
        }
        assertTrue(told > MODELS / 10, told + " were told apart");
    }

    @Test
    void aClaimThatKnowsOneRoomFromTheOthersHasItsAnswer() {
        int told = 0;
        for (long seed = 0; seed < MODELS; seed++) {
            Rooms rooms = rooms(seed, false);
            Vector<Property> claim = Vector.of(rooms.aboutTheFirst());
            Result orbits = Checker.check(rooms.model, claim, ORBITS);
            Space.requireSame(Checker.check(rooms.model, claim, Options.DEFAULT), orbits, "seed " + seed);
            told += orbits.orbits().get().apart().exists(kind -> kind.why().contains("claim the first is empty"))
                    ? 1
                    : 0;
        }
        assertTrue(told > MODELS / 6, told + " were told apart");
    }
}
