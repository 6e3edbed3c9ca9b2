package pagelife.reports.bench;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.Function;
import java.util.function.Supplier;
import pagelife.checker.model.Model;
import pagelife.checker.property.Property;
import pagelife.checker.search.Limits;
import pagelife.models.Protocol;
import pagelife.models.Settings;
import pagelife.models.bench.Dax;
import pagelife.models.bench.German;
import pagelife.models.bench.Ladder;
import pagelife.models.bench.Lottery;
import pagelife.models.bench.Mail;
import pagelife.models.bench.PerCpu;
import pagelife.models.bench.Philosophers;
import pagelife.models.bench.Pool;
import pagelife.models.bench.Rail;
import pagelife.models.bench.Semaphore;
import pagelife.models.bench.Tickets;
import pagelife.models.bench.Waves;
import pagelife.models.bench.Window;
import pagelife.reports.page.Amounts;
import pagelife.specs.FamilySpecs;
import pagelife.specs.bench.DaxSpecs;
import pagelife.specs.catalogue.Catalogue;

/** All there is to measure. */
final class Subjects {
    /** Levels of {@code wide} that are explored: 4.6 million states, of 300 bits each. */
    private static final int WIDE_DEPTH = 4;

    /** Two of everything that a real file system has. */
    private static final String CROWDED = "pages=2 mms=2 faults=2 slowGups=2 fastGups=2 munmaps=2 truncates=2";

    /** Less than the 85 MB that the states of dax large take; a quarter of what they took when this was chosen. */
    private static final long DISK_BYTES = 40L << 20;

    /** Those that take a minute, and Spin a quarter of an hour and more memory than most machines have. */
    private static final Seq<String> HUGE = Vector.of("dax-huge", "philosophers-17");

    private Subjects() {}

    /** What is measured when nothing is named. */
    static Seq<Subject> usual() {
        return all().reject(subject -> HUGE.contains(subject.name()));
    }

    static Seq<Subject> all() {
        return Vector.of(
                dax("dax-medium", 3, 2, 2),
                dax("dax-large", 3, 2, 3),
                withoutSpin(dax("dax-huge", 3, 2, 4)),
                throughDisk("dax-large-disk", dax("dax-large", 3, 2, 3)),
                waiting("dax-small-wait-ends", 3, 2, 1),
                waiting("dax-medium-wait-ends", 3, 2, 2),
                philosophers("philosophers-13", 13),
                philosophers("philosophers-15", 15),
                withoutSpin(philosophers("philosophers-17", 17)),
                wide(),
                compared("rail-80", "3 trains on 80 sections", () -> Rail.of(80, 3), "rail.pml", "S=80", "T=3"),
                compared("pool-40", "40 buffers of 3 users", () -> Pool.of(40, 3), "pool.pml", "K=40", "U=3"),
                compared(
                        "mail-3",
                        "3 clients, queues for 3 requests and 1 answer",
                        () -> Mail.of(3, 3, 1),
                        "mail.pml",
                        "C=3",
                        "Q=3",
                        "A=1"),
                compared(
                        "window-5",
                        "go back N with a window of 5, numbers to 8, queues for 5",
                        () -> Window.of(5, 8, 5),
                        "window.pml",
                        "W=5",
                        "M=8",
                        "R=5"),
                compared("tickets-7", "7 tasks, 200 tickets", () -> Tickets.of(7, 200), "tickets.pml", "N=7", "M=200"),
                compared(
                        "percpu-3",
                        "a counter to 600 with parts on 3 CPUs",
                        () -> PerCpu.of(3, 7, 600),
                        "percpu.pml",
                        "N=3",
                        "B=7",
                        "M=600"),
                compared(
                        "semaphore-16",
                        "16 tasks, 2 permits",
                        () -> Semaphore.of(16, 2),
                        "semaphore.pml",
                        "N=16",
                        "K=2"),
                compared("waves-19", "waves in a tree of 19 tasks", () -> Waves.of(19), "waves.pml", "N=19"),
                compared("german-4", "German's protocol, 4 caches", () -> German.of(4), "german.pml", "N=4"),
                compared("german-5", "German's protocol, 5 caches", () -> German.of(5), "german.pml", "N=5"),
                alone("ladder-100000", "a counter to 100,000, one state a level", () -> Ladder.of(100_000)),
                alone("lottery-8000", "a step with 8,000 alternatives", () -> Lottery.of(8_000)),
                warm(),
                catalogued("fsdax-6.1-busy", "fsdax/6.1", "faults=2 slowGups=2 fastGups=2"),
                catalogued("fsdax-6.1-crowded", "fsdax/6.1", CROWDED),
                catalogued("fsdax-7.2-xfs-crowded", "fsdax/7.2-xfs", CROWDED),
                catalogued("fsdax-7.2-xfs-two", "fsdax/7.2-xfs", "pages=2 mms=2 faults=2 slowGups=2"));
    }

    private static Subject withoutSpin(Subject subject) {
        return new Subject(subject.name(), subject.summary(), subject.work(), subject.limits(), Option.none());
    }

    /** The same with less memory than its states take. */
    private static Subject throughDisk(String name, Subject subject) {
        return new Subject(
                name,
                subject.summary() + "; states may take " + (DISK_BYTES >> 20) + " MiB, the rest is on disk",
                subject.work(),
                Limits.NONE.withBytes(DISK_BYTES),
                Option.none());
    }

    private static Subject dax(String name, int pages, int spaces, int gups) {
        return new Subject(
                name,
                sized(pages, spaces, gups) + "; S0, S1 and S3",
                () -> work(new Dax(pages, spaces, gups, Dax.Bug.NONE), DaxSpecs::safety),
                Limits.NONE,
                Option.some(promela(pages, spaces, gups)));
    }

    /** The one claim that needs everybody to be treated fairly. */
    private static Subject waiting(String name, int pages, int spaces, int gups) {
        return new Subject(
                name,
                sized(pages, spaces, gups) + "; L2, a truncate that sleeps is eventually woken, all actors weakly fair",
                () -> work(
                        new Dax(pages, spaces, gups, Dax.Bug.NONE),
                        dax -> DaxSpecs.runs(dax).tail()),
                Limits.NONE,
                Option.some(promela(pages, spaces, gups).claiming("[] (waits -> <> !waits)")));
    }

    private static String sized(int pages, int spaces, int gups) {
        return "dax with " + pages + " pages, " + spaces + " address spaces, " + Amounts.counted(gups, "GUP actor");
    }

    private static Promela promela(int pages, int spaces, int gups) {
        return Promela.asserting("dax.pml", "P=" + pages, "A=" + spaces, "G=" + gups);
    }

    private static Subject.Work work(Dax dax, Function<Dax, Seq<Property>> claims) {
        return new Subject.Work(dax.model(), claims.apply(dax));
    }

    private static Subject philosophers(String name, int n) {
        return new Subject(
                name,
                n + " dining philosophers; no claims",
                () -> new Subject.Work(new Philosophers(n).model(), Vector.empty()),
                Limits.NONE,
                Option.some(Promela.asserting("philosophers.pml", "N=" + n)));
    }

    private static Subject compared(
            String name, String summary, Supplier<Model> model, String promela, String... sizes) {
        return new Subject(
                name,
                summary + "; no claims",
                () -> new Subject.Work(model.get(), Vector.empty()),
                Limits.NONE,
                Option.some(Promela.asserting(promela, sizes)));
    }

    /** What Spin has no model of. */
    private static Subject alone(String name, String summary, Supplier<Model> model) {
        return new Subject(
                name,
                summary + "; no claims",
                () -> new Subject.Work(model.get(), Vector.empty()),
                Limits.NONE,
                Option.none());
    }

    private static Subject wide() {
        return new Subject(
                "wide",
                "100 dining philosophers, the first " + WIDE_DEPTH + " steps; no claims",
                () -> new Subject.Work(new Philosophers(100).model(), Vector.empty()),
                Limits.NONE.withDepth(WIDE_DEPTH),
                Option.some(Promela.asserting("philosophers.pml", "N=100").toDepth(WIDE_DEPTH)));
    }

    /** Seconds of searching are milliseconds a variant. */
    private static Subject warm() {
        return new Subject(
                "warm",
                Amounts.counted(WarmRun.MEASURED, "variant") + " of the catalogue with fewer than 1,000 states, in a"
                        + " process that has checked each once; every claim but those about runs",
                () -> {
                    throw new IllegalStateException("many are checked, by a class of its own");
                },
                Limits.NONE,
                Option.none(),
                Vector.of(WarmRun.class.getName()));
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
        P protocol = specs.family().build(specs.family().variant(variant).get(), Settings.NONE, bounds);
        return new Subject.Work(protocol.model(), specs.properties(protocol));
    }
}
