package pagelife.specs.reach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pagelife.checker.model.ModelException;
import pagelife.checker.result.Verdict;
import pagelife.checker.search.Limits;
import pagelife.checker.search.Options;
import pagelife.checker.views.Views;
import pagelife.models.Settings;
import pagelife.models.Variant;
import pagelife.specs.FamilySpecs;
import pagelife.specs.Inquiry;
import pagelife.specs.Subject;
import pagelife.specs.catalogue.Catalogue;
import pagelife.specs.mutants.Mutant;
import pagelife.specs.mutants.MutantSurvey;

/** What is said to hold for any number of tasks is not broken by some number, whoever made a mistake in what step. */
class ProofsTest {
    /** So many tasks more than are in sight are tried. */
    private static final int MORE = 3;

    private static final Options EACH = Options.DEFAULT.withThreads(1).withLimits(Limits.NONE.withStates(30_000));
    private static final int MOST_CONFIGURATIONS = 20_000;
    private static final int LARGE = 300_000;
    private static final int MOST_AUDITED = 20_000;

    /** All their variants are asked in each build. */
    private static final Seq<String> QUICK = Vector.of("entrylock");

    /** What is asked of a variant: a family, a variant of it, a sort and bounds. */
    private record Asked(String family, String variant, String sort, String bounds) {
        FamilySpecs<?> specs() {
            return Catalogue.families()
                    .find(one -> one.family().name().equals(family))
                    .get();
        }

        Subject subject() {
            Variant found = specs().family().variant(variant).get();
            return Subject.of(specs(), found).with(Settings.NONE, Settings.parse(bounds));
        }

        AnyNumber number(Function<Subject, Inquiry<?>> made, int most) {
            return new AnyNumber(
                    subject(),
                    made,
                    Sort.named(specs().family(), sort).get(),
                    Vector.empty(),
                    EACH,
                    most,
                    Long.MAX_VALUE);
        }

        Seq<Mutant> mutants() {
            Sort any = Sort.named(specs().family(), sort).get();
            return MutantSurvey.mutants(any.with(subject(), 1).inquiry().model());
        }

        @Override
        public String toString() {
            return family + "/" + variant + " " + sort + " " + bounds;
        }
    }

    /** What came of mutants: how many were asked, how many broke a claim, how many claims are proved of some. */
    private record Tally(AtomicInteger asked, AtomicInteger breaking, AtomicInteger proofs) {
        static Tally none() {
            return new Tally(new AtomicInteger(), new AtomicInteger(), new AtomicInteger());
        }

        void add(int proved, boolean broken) {
            asked.incrementAndGet();
            breaking.addAndGet(broken ? 1 : 0);
            proofs.addAndGet(proved);
        }

        @Override
        public String toString() {
            return asked + " mutants, " + breaking + " break a claim, " + proofs + " proofs";
        }
    }

    @ParameterizedTest
    @CsvSource({
        "devdax, 7.2, gup, removals=0, '33 mutants, 24 break a claim, 95 proofs'",
        "waitwake, right, new-pin, '', '18 mutants, 12 break a claim, 21 proofs'",
    })
    void noProofOfAMutantIsWrong(String family, String variant, String sort, String bounds, String came) {
        Asked asked = new Asked(family, variant, sort, bounds);
        Tally tally = Tally.none();
        asked.mutants().forEach(mutant -> requireRight(asked, mutant, tally));
        assertEquals(came, tally.toString());
    }

    /** Each mutant of each shipped variant, asked for each of its sorts. */
    @TestFactory
    @Tag("soak")
    Stream<DynamicTest> noProofOfAnyMutantIsWrong() {
        return shipped()
                .toJavaStream()
                .map(asked -> DynamicTest.dynamicTest(asked.toString(), () -> {
                    Tally tally = Tally.none();
                    asked.mutants().forEach(mutant -> requireRight(asked, mutant, tally));
                }));
    }

    @TestFactory
    Stream<DynamicTest> noProofOfAShippedVariantIsWrong() {
        return shipped()
                .filter(asked -> QUICK.contains(asked.family()))
                .map(ProofsTest::smaller)
                .append(new Asked("devdax", "7.2", "gup", ""))
                .append(new Asked("waitwake", "m4", "new-pin", ""))
                .append(new Asked("waitwake", "right", "waiter", ""))
                .append(new Asked("waitwake", "right", "waiter", "newPins=1 signals=1"))
                .append(new Asked("waitwake", "m1", "waiter", ""))
                .append(new Asked("waitwake", "m9", "waiter", ""))
                .append(new Asked("fsdax", "7.2-ext4", "munmap", "removals=0"))
                .toJavaStream()
                .map(asked -> DynamicTest.dynamicTest(asked.toString(), () -> requireRight(asked)));
    }

    /** Who is no member and waits can stand in the queue in many ways: there are few such. */
    private static Asked smaller(Asked asked) {
        String bounds = switch (asked.sort()) {
            case "fault" -> "invalidations=1 scans=0";
            case "invalidation" -> "faults=1 scans=0";
            default -> "faults=1 invalidations=0";
        };
        return new Asked(asked.family(), asked.variant(), asked.sort(), bounds);
    }

    @TestFactory
    @Tag("soak")
    Stream<DynamicTest> noProofOfAnyShippedVariantIsWrong() {
        return shipped()
                .toJavaStream()
                .map(asked -> DynamicTest.dynamicTest(asked.toString(), () -> requireRight(asked)));
    }

    /** Each sort of each variant; with a removal of the device and without. */
    private static Seq<Asked> shipped() {
        return Catalogue.families()
                .flatMap(specs -> specs.family()
                        .variants()
                        .flatMap(variant -> Sort.of(specs.family())
                                .flatMap(sort -> bounds(specs)
                                        .map(bounds -> new Asked(
                                                specs.family().name(), variant.name(), sort.name(), bounds)))));
    }

    private static Seq<String> bounds(FamilySpecs<?> specs) {
        return specs.family().name().equals("fsdax") ? Vector.of("removals=0", "") : Vector.of("");
    }

    /** What is proved is not broken with some tasks more, and each view of what these reach is known. */
    private static void requireRight(Asked asked) {
        AnyNumber number = asked.number(Subject::inquiry, LARGE);
        Reach reach = number.run();
        requireRight(asked.toString(), number, reach);
        if (reach.outlook().closed()) {
            Views.Coverage coverage = number.views(
                            Vector.empty(), reach.outlook().members(), LARGE)
                    .audit(reach.outlook().members(), MORE, MOST_AUDITED);
            assertEquals(0, coverage.missing(), asked + " " + coverage);
            assertTrue(coverage.states() > 1, asked + " " + coverage);
        }
    }

    private static void requireRight(String what, AnyNumber number, Reach reach) {
        Seq<String> proved = proved(reach);
        for (int more = 1; more <= MORE && !proved.isEmpty(); more++) {
            int tasks = reach.outlook().members() + more;
            number.check(tasks, proved)
                    .findings()
                    .filterKeys(proved::contains)
                    .forEach((name, finding) -> assertTrue(
                            finding.verdict() != Verdict.VIOLATED, what + ": " + name + " is broken with " + tasks));
        }
    }

    private static Seq<String> proved(Reach reach) {
        return reach.claims()
                .filter(told -> told.word() == Told.Word.ANY)
                .map(told -> told.claim().name());
    }

    private static void requireRight(Asked asked, Mutant mutant, Tally tally) {
        try {
            AnyNumber number =
                    asked.number(subject -> MutantSurvey.protocol(mutant, subject::inquiry), MOST_CONFIGURATIONS);
            Reach reach = number.run();
            tally.add(proved(reach).size(), reach.claims().exists(told -> told.word() == Told.Word.BROKEN));
            requireRight(asked + ", " + mutant, number, reach);
        } catch (ModelException e) {
            // it breaks a promise of models: there is no such protocol
        }
    }
}
