package pagelife.reports.bench;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.checker.property.Invariant;
import pagelife.checker.search.Limits;
import pagelife.models.Protocol;
import pagelife.models.Settings;
import pagelife.models.bench.Dax;
import pagelife.models.bench.Philosophers;
import pagelife.specs.Catalogue;
import pagelife.specs.FamilySpecs;

/** All there is to measure. */
final class Subjects {
    /** Levels of {@code wide} that are explored: 4.6 million states, of 300 bits each. */
    private static final int WIDE_DEPTH = 4;

    private Subjects() {}

    /*
     * Liveness comes here when there are temporal properties: dax with L1 and L2 under weak fairness, against pan -a -f.
     */
    static Seq<Subject> all() {
        return Vector.of(
                dax("dax-medium", 3, 2, 2),
                dax("dax-large", 3, 2, 3),
                philosophers("philosophers-13", 13),
                philosophers("philosophers-15", 15),
                wide(),
                catalogued("fsdax-6.1-busy", "fsdax/6.1", "faults=2 slowGups=2 fastGups=2"),
                catalogued("fsdax-7.2-xfs-two", "fsdax/7.2-xfs", "pages=2 mms=2 faults=2 slowGups=2"));
    }

    private static Subject dax(String name, int pages, int spaces, int gups) {
        return new Subject(
                name,
                "dax with " + pages + " pages, " + spaces + " address spaces, " + gups + " GUP actors; S0, S1 and S3",
                () -> dax(new Dax(pages, spaces, gups, Dax.Bug.NONE)),
                Limits.NONE,
                Option.some(
                        new Promela("dax.pml", Vector.of("P=" + pages, "A=" + spaces, "G=" + gups), Option.none())));
    }

    private static Subject.Work dax(Dax dax) {
        return new Subject.Work(
                dax.model(),
                Vector.of(
                        Invariant.always("S0", "no count is below 0", dax.countsAreSane()),
                        Invariant.always("S1", "a page outside the file is unused", dax.freePagesAreClean()),
                        Invariant.always("S3", "a gone device is unused", dax.goneDeviceIsClean())));
    }

    private static Subject philosophers(String name, int n) {
        return new Subject(
                name,
                n + " dining philosophers; no claims",
                () -> new Subject.Work(new Philosophers(n).model(), Vector.empty()),
                Limits.NONE,
                Option.some(new Promela("philosophers.pml", Vector.of("N=" + n), Option.none())));
    }

    private static Subject wide() {
        return new Subject(
                "wide",
                "100 dining philosophers, the first " + WIDE_DEPTH + " steps; no claims",
                () -> new Subject.Work(new Philosophers(100).model(), Vector.empty()),
                Limits.NONE.withDepth(WIDE_DEPTH),
                Option.some(new Promela("philosophers.pml", Vector.of("N=100"), Option.some(WIDE_DEPTH))));
    }

    /** A variant of the catalogue with larger bounds, and every claim about it. */
    private static Subject catalogued(String name, String variant, String bounds) {
        return new Subject(
                name,
                variant + " with " + bounds + "; every claim",
                () -> catalogued(variant, bounds),
                Limits.NONE,
                Option.none());
    }

    private static Subject.Work catalogued(String variant, String bounds) {
        FamilySpecs<?> specs = Catalogue.families()
                .find(family -> family.family()
                        .variants()
                        .exists(known -> known.fullName().equals(variant)))
                .get();
        Settings settings = Vector.of(bounds.split(" ", -1))
                .map(bound -> bound.split("=", 2))
                .foldLeft(Settings.NONE, (set, bound) -> set.with(bound[0], bound[1]));
        return catalogued(specs, variant, settings);
    }

    private static <P extends Protocol> Subject.Work catalogued(FamilySpecs<P> specs, String variant, Settings bounds) {
        P protocol = specs.family()
                .build(
                        specs.family()
                                .variants()
                                .find(known -> known.fullName().equals(variant))
                                .get(),
                        Settings.NONE,
                        bounds);
        return new Subject.Work(protocol.model(), specs.properties(protocol));
    }
}
