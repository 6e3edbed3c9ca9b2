package pagelife.specs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pagelife.checker.Checker;
import pagelife.checker.result.Finding;
import pagelife.checker.result.Result;
import pagelife.checker.result.Trace;
import pagelife.checker.search.Options;
import pagelife.checker.symmetry.Alike;
import pagelife.checker.symmetry.Symmetry;
import pagelife.models.Settings;
import pagelife.specs.catalogue.Catalogue;

/** With several tasks of a sort the shipped protocols answer the same, one state of each orbit explored. */
class OrbitsOfFamiliesTest {

    @ParameterizedTest
    @CsvSource({
        "fsdax/6.1, faults=2 slowGups=2, 1.77",
        "fsdax/7.2-ext4, fastGups=2 munmaps=2, 1.5",
        "fsdax/5.10, slowGups=3, 2.9",
        "devdax/5.18, faults=2, 1.5",
        "entrylock/5.13, faults=2 invalidations=3 scans=2, 16",
        "entrylock/5.2, faults=2 scans=2, 2",
        "waitwake/right, waiters=2 pins=2, 2",
        "layouts/6.16, faults=2, 1.3",
        "teardown/6.0, pins=2 lookups=2, 1.5",
        "fsdax/7.2-xfs, mms=2 faults=2 slowGups=0 fastGups=0 munmaps=2, 1.9",
        "fsdax/6.1, mms=2 faults=4 slowGups=0 fastGups=0 munmaps=2, 4",
        "fsdax/6.1, pages=2, 1",
        "layouts/6.16, pages=2, 1",
        "waitwake/right, pages=2, 1"
    })
    void answersAndLengthsStay(String variant, String bounds, double atLeast) {
        Inquiry<?> inquiry = Inquiry.about(Catalogue.families(), variant, Settings.NONE, raised(bounds));
        Result every = Checker.check(inquiry.model(), inquiry.claims(), Options.DEFAULT);
        Result orbits = Checker.check(inquiry.model(), inquiry.claims(), Options.DEFAULT.withSymmetric(true));
        assertEquals(told(every), told(orbits));
        assertEquals(every.counts().levels(), orbits.counts().levels());
        assertEquals(every.counts().states(), orbits.orbits().get().states());
        assertEquals(every.vacuity().stepsNeverTaken(), orbits.vacuity().stepsNeverTaken());
        double factor = (double) every.counts().states() / orbits.counts().states();
        assertTrue(factor >= atLeast, variant + " " + bounds + ": " + factor);
    }

    private static Seq<String> told(Result result) {
        return result.findings().map(OrbitsOfFamiliesTest::told);
    }

    private static String told(Finding finding) {
        return finding.property().name() + " " + finding.verdict() + " "
                + finding.trace().map(Trace::length);
    }

    @ParameterizedTest
    @CsvSource({
        "fsdax/6.1, faults=2 slowGups=2 fastGups=2 munmaps=2 mms=2, 1156712, 580814",
        "fsdax/6.1, faults=2 slowGups=2 fastGups=2, 1215778, 250816",
        "entrylock/5.13, faults=2 invalidations=3 scans=2, 25026, 1556"
    })
    void soManyStatesAreSoManyOrbits(String variant, String bounds, long states, long orbits) {
        Inquiry<?> inquiry = Inquiry.about(Catalogue.families(), variant, Settings.NONE, raised(bounds));
        Result found = Checker.check(inquiry.model(), inquiry.claims(), Options.DEFAULT.withSymmetric(true));
        assertEquals(states, found.orbits().get().states());
        assertEquals(orbits, found.counts().states());
    }

    @Test
    void pagesOfAFileThatHasThemInOrderAreToldApart() {
        Inquiry<?> inquiry = Inquiry.about(Catalogue.families(), "fsdax/6.1", Settings.NONE, raised("pages=2"));
        assertEquals(
                "P0, P1: extent(f,0) starts as P0",
                Symmetry.of(inquiry.model())
                        .apart()
                        .map(kind -> kind.members().mkString(", ") + ": " + kind.why())
                        .head());
    }

    private static Settings raised(String bounds) {
        return Vector.of(bounds.split(" "))
                .foldLeft(Settings.NONE, (all, bound) -> all.with(bound.split("=")[0], bound.split("=")[1]));
    }

    @Test
    void tasksThatDoSomethingElseAreNotAlike() {
        Inquiry<?> apart = Inquiry.about(
                Catalogue.families(),
                "fsdax/6.1",
                Settings.NONE,
                Settings.NONE.with("mms", "2").with("faults", "2"));
        assertEquals("Vector()", Alike.in(apart.model()).toString());
    }
}
