package pagelife.specs.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.HashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Random;
import org.junit.jupiter.api.Test;
import pagelife.checker.Checker;
import pagelife.checker.property.Property;
import pagelife.checker.result.Verdict;
import pagelife.checker.search.Options;
import pagelife.checker.simulate.Run;
import pagelife.checker.simulate.Strategy;
import pagelife.checker.simulate.Walk;
import pagelife.checker.simulate.Watched;
import pagelife.models.Settings;
import pagelife.models.Workload;
import pagelife.specs.FamilySpecs;
import pagelife.specs.Inquiry;
import pagelife.specs.Subject;
import pagelife.specs.arbitrary.Programs;
import pagelife.specs.catalogue.Catalogue;
import pagelife.specs.kept.KeptTest;
import pagelife.specs.litmus.AsLitmus;
import pagelife.specs.litmus.Litmus;
import pagelife.specs.workloads.Selection;

class FuzzerTest {
    private static final FamilySpecs<?> FSDAX = family("fsdax");

    private static FamilySpecs<?> family(String name) {
        return Catalogue.families()
                .find(specs -> specs.family().name().equals(name))
                .get();
    }

    private static Subject fsdax(String kernel) {
        return Subject.of(FSDAX, FSDAX.family().variant("fsdax/" + kernel).get());
    }

    private static Fuzzed fuzzed(Plan plan, int threads) {
        return new Fuzzer(fsdax("5.10"), plan, Options.DEFAULT.withThreads(threads))
                .run((trials, broken, covered) -> {});
    }

    /* The smallest of all workloads that break it, and the length, are those of docs/workloads.md. */
    @Test
    void whatARandomWorkloadBreaksIsMadeTheSmallestWithItsShortestRun() {
        Fuzzed fuzzed = fuzzed(Plan.of(1, 64), 2);
        Found found =
                fuzzed.found().find(one -> one.claim().id().equals("INV-7")).get();
        assertEquals("touch mm0 0 | invalidate f 0", found.programs());
        assertEquals(8, found.finding().trace().get().length());
        assertTrue(found.isShortest());
        assertTrue(found.met().length() > found.programs().length(), found.met());
    }

    @Test
    void whatIsKeptReproduces() {
        Fuzzed fuzzed = fuzzed(Plan.of(1, 32), 2);
        assertTrue(fuzzed.found().size() >= 5, fuzzed.found().map(Found::claim).toString());
        for (Found found : fuzzed.found()) {
            String text = new AsLitmus(found.subject(), Option.none())
                    .keeping("found", Vector.of(found.finding()))
                    .toString();
            Seq<KeptTest.Done> done = new KeptTest(Litmus.parse(text), Vector.of(FSDAX)).own();
            assertEquals(1, done.size());
            assertTrue(done.head().retraced().shown(), text);
        }
    }

    @Test
    void nothingCanBeLeftOutOfTheSmallest() {
        for (Found found : fuzzed(Plan.of(3, 32), 2).found()) {
            Workload least = found.subject().workload().get();
            least.tasks().keySet().filter(name -> least.tasks().size() > 1).forEach(name -> {
                Workload without = new Workload(least.tasks().remove(name), least.setup());
                assertTrue(
                        !isBroken(found.subject().with(without), found.claim()),
                        () -> found.claim().name() + " needs no " + name + " in " + found.programs());
            });
        }
    }

    private static boolean isBroken(Subject subject, Property claim) {
        Inquiry<?> inquiry = subject.inquiry();
        return Fuzzer.claims(inquiry)
                .find(one -> one.id().equals(claim.id()))
                .exists(one -> Checker.check(inquiry.model(), Vector.of(one), Options.DEFAULT)
                        .findings()
                        .exists(finding -> finding.property().equals(one) && finding.verdict() == Verdict.VIOLATED));
    }

    @Test
    void theSamePlanFindsTheSameWithAnyNumberOfThreads() {
        Fuzzed alone = fuzzed(Plan.of(7, 64), 1);
        Fuzzed together = fuzzed(Plan.of(7, 64), 3);
        assertEquals(alone.covered(), together.covered());
        assertEquals(alone.steps(), together.steps());
        assertEquals(alone.found().map(FuzzerTest::told), together.found().map(FuzzerTest::told));
        assertEquals(alone.kept(), together.kept());
    }

    private static String told(Found found) {
        return found.claim().id() + " in " + found.trial() + " by " + found.strategy() + ": " + found.met() + " -> "
                + found.programs();
    }

    @Test
    void guidanceSeesMoreWithAsManyTrials() {
        int guided = 0;
        int unguided = 0;
        for (long seed = 1; seed <= 2; seed++) {
            guided += fuzzed(Plan.of(seed, 256), 2).covered().leaves();
            unguided += fuzzed(Plan.of(seed, 256).unguided(), 2).covered().leaves();
        }
        assertTrue(guided > unguided, guided + " leaves with guidance, " + unguided + " without");
    }

    @Test
    void itStopsWhenNothingNewIsSeenForLong() {
        Plan narrow = new Plan(1, Long.MAX_VALUE, 1, 1, true, Workload.NONE, Selection.USUAL, 100);
        Fuzzed fuzzed = fuzzed(narrow, 2);
        assertEquals(Fuzzed.Stop.NOTHING_NEW, fuzzed.stop());
        assertTrue(fuzzed.trials() - fuzzed.lastNew() >= 100 && fuzzed.trials() < 2000, fuzzed.trials() + " trials");
    }

    @Test
    void anOperationThatIsLeftOutIsNotCalled() {
        Selection selection = new Selection(Vector.of("invalidate", "remove", "truncate"), Vector.empty());
        Plan plan = new Plan(1, 64, 3, 6, true, Workload.NONE, selection, Plan.USUAL_DRY);
        assertEquals(
                HashSet.of("INV-1", "INV-1s"),
                fuzzed(plan, 2).found().map(found -> found.claim().id()).toSet());
    }

    @Test
    void anOperationThatIsTakenInIsCalled() {
        Selection selection = new Selection(Vector.of("touch"), Vector.of("write", "evict"));
        Plan plan = new Plan(1, 64, 2, 4, true, Workload.NONE, selection, Plan.USUAL_DRY);
        Found found = fuzzed(plan, 2)
                .found()
                .find(one -> one.claim().id().equals("INV-1"))
                .get();
        assertEquals("write mm0 0", found.programs());
    }

    @Test
    void whatIsDoneBeforeIsPartOfWhatIsKept() {
        Selection selection = new Selection(Vector.of("touch"), Vector.empty());
        Plan plan = new Plan(1, 64, 2, 4, true, Workload.NONE.after("touch mm0 0"), selection, Plan.USUAL_DRY);
        Found found = fuzzed(plan, 2)
                .found()
                .find(one -> one.claim().id().equals("INV-7"))
                .get();
        assertEquals("invalidate f 0", found.programs());
        String text = new AsLitmus(found.subject(), Option.none())
                .keeping("found", Vector.of(found.finding()))
                .toString();
        assertTrue(text.contains("touch mm0 0"), text);
    }

    @Test
    void aProtocolWithoutOperationsIsRefused() {
        FamilySpecs<?> share = family("share");
        Subject subject = Subject.of(share, share.family().variants().head());
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> new Fuzzer(subject, Plan.of(1, 1), Options.DEFAULT));
        assertTrue(refused.getMessage().contains("has no operations"), refused.getMessage());
    }

    @Test
    void everySampleKeepsToTheSizes() {
        Breeding breeding = new Breeding(8, 3, 7);
        Vector<Sample> parents = Vector.empty();
        for (int i = 0; i < 2000; i++) {
            Sample sample = breeding.next(parents, new Random(i));
            assertTrue(sample.size() >= 1 && sample.size() <= 7, sample.toString());
            assertTrue(sample.tasks().size() <= 3 && sample.tasks().forAll(task -> !task.isEmpty()), sample.toString());
            parents = parents.append(sample);
        }
    }

    @Test
    void tasksThatDifferByANumberDoTheSame() {
        Programs programs = Programs.of(fsdax("5.10"));
        Coverage coverage = new Coverage();
        Sample twice = new Sample(Vector.of(Vector.of(0), Vector.of(0)));
        assertTrue(coverage.add(only(programs, new Sample(Vector.of(Vector.of(0))))));
        Covered alone = coverage.covered();
        coverage.add(only(programs, twice));
        assertEquals(alone.steps(), coverage.covered().steps());
    }

    private static Run only(Programs programs, Sample sample) {
        Workload workload = sample.workload(programs, Workload.NONE);
        Inquiry<?> inquiry =
                fsdax("5.10").with(Settings.NONE, Settings.NONE).with(workload).inquiry();
        return new Walk(inquiry.model(), new Strategy.Delays(0), 60, 60)
                .take(new Random(1), new Watched(Vector.empty()));
    }
}
