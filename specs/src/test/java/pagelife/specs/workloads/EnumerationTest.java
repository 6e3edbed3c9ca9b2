package pagelife.specs.workloads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;
import pagelife.checker.result.Trace;
import pagelife.checker.result.Verdict;
import pagelife.checker.search.Limits;
import pagelife.checker.search.Options;
import pagelife.models.Protocol;
import pagelife.models.Settings;
import pagelife.models.Workload;
import pagelife.specs.FamilySpecs;
import pagelife.specs.Inquiry;
import pagelife.specs.catalogue.Catalogue;
import pagelife.specs.devdax.DevdaxSpecs;
import pagelife.specs.fsdax.FsdaxSpecs;
import pagelife.specs.litmus.Answer;
import pagelife.specs.litmus.Litmus;
import pagelife.specs.litmus.Posed;
import pagelife.specs.share.ShareSpecs;

/** Small enumerations, with counts that are pinned and smallest workloads that are looked at one by one. */
class EnumerationTest {
    private static <P extends Protocol> Enumerated enumerated(
            FamilySpecs<P> specs, String variant, String bounds, int operations, int workers, Options options) {
        return new Enumeration<>(
                        specs,
                        specs.family().variant(variant).get(),
                        Enumeration.Scope.of(Settings.NONE, Settings.parse(bounds)),
                        new Enumeration.Limits(operations, 3, workers),
                        options)
                .run((size, done, all) -> {});
    }

    private static Enumerated fsdax(int workers) {
        return enumerated(FsdaxSpecs.table(), "fsdax/7.2-ext4", "", 2, workers, Options.DEFAULT);
    }

    private static Broken claim(Enumerated found, String id) {
        return found.claims().find(one -> one.property().id().equals(id)).get();
    }

    private static Seq<String> told(Broken claim) {
        return claim.smallest()
                .map(one -> one.programs() + " in "
                        + one.finding().trace().map(Trace::length).get());
    }

    @Test
    void sizesOfFsdaxArePinned() {
        Enumerated found = fsdax(2);
        assertEquals(8, found.calls().size());
        assertEquals(
                Vector.of(
                        new Size(1, 7, 7, 7, 0, 0, 0, 33, 26, 11, true),
                        new Size(2, 100, 79, 79, 0, 0, 0, 1011, 1217, 95, true)),
                found.sizes());
        assertTrue(found.isWhole());
        assertEquals(2, found.finished());
    }

    @Test
    void theSmallestThatBreakAClaimAreTold() {
        Enumerated found = fsdax(2);
        assertEquals(Vector.of("touch mm0 0; remove in 16", "touch mm0 0 | remove in 13"), told(claim(found, "INV-2")));
        assertEquals(
                Vector.of("touch mm0 0; invalidate f 0 in 11", "touch mm0 0 | invalidate f 0 in 10"),
                told(claim(found, "INV-7")));
        assertEquals(0, claim(found, "INV-1").broken());
    }

    @Test
    void theNumberOfWorkersChangesNothing() {
        Enumerated one = fsdax(1);
        Enumerated two = fsdax(2);
        assertEquals(one.sizes(), two.sizes());
        assertEquals(
                one.claims().map(claim -> claim.property().id() + claim.asked() + told(claim)),
                two.claims().map(claim -> claim.property().id() + claim.asked() + told(claim)));
    }

    @Test
    void eachSmallestIsALitmusTestThatComesOutAsItSays() {
        for (Smallest smallest : fsdax(2).claims().flatMap(Broken::smallest)) {
            Litmus read = Litmus.parse(smallest.test().toString());
            Answer answer = Posed.of(read, Catalogue.families()).answer(Options.DEFAULT);
            Answer.Line line = answer.lines().single();
            assertEquals(
                    Verdict.VIOLATED, line.finding().verdict(), smallest.test().toString());
            assertEquals(
                    line.asked().condition().expectation().length(),
                    line.finding().trace().map(Trace::length),
                    smallest.test().toString());
        }
    }

    /** What is left when any one call is left out breaks the claim no more, or by another step. */
    @Test
    void nothingCanBeLeftOutOfASmallest() {
        Enumerated found = enumerated(FsdaxSpecs.table(), "fsdax/6.1", "", 3, 2, Options.DEFAULT);
        int tried = 0;
        for (Smallest smallest : found.claims().flatMap(Broken::smallest)) {
            Seq<String> programs = Vector.of(smallest.programs().split(" \\| "));
            for (int task = 0; task < programs.size(); task++) {
                Seq<String> calls = Vector.of(programs.get(task).split("; "));
                for (int call = 0; call < calls.size(); call++) {
                    String left = calls.removeAt(call).mkString("; ");
                    Seq<String> fewer = left.isEmpty() ? programs.removeAt(task) : programs.update(task, left);
                    if (!fewer.isEmpty() && fewer.forAll(EnumerationTest::unpinsWhatItPinned)) {
                        assertFalse(breaks(smallest, fewer), smallest.programs() + " without " + calls.get(call));
                        tried++;
                    }
                }
            }
        }
        assertTrue(tried > 50, "tried " + tried);
    }

    private static boolean unpinsWhatItPinned(String program) {
        int unpin = program.indexOf("unpin");
        return unpin < 0 || program.substring(0, unpin).contains("pin ");
    }

    private static boolean breaks(Smallest smallest, Seq<String> programs) {
        Workload workload =
                programs.zipWithIndex().foldLeft(Workload.NONE, (all, task) -> all.task("t" + task._2(), task._1()));
        var specs = FsdaxSpecs.table();
        var inquiry = Inquiry.about(specs, specs.family().variant("6.1").get(), Settings.NONE, Settings.NONE, workload);
        return inquiry.check(
                        inquiry.all()
                                .filter(one -> one.id()
                                        .equals(smallest.finding().property().id())),
                        Options.DEFAULT)
                .findings()
                .exists(one -> one.verdict() == Verdict.VIOLATED
                        && Reason.of(one).toString().equals(smallest.reason()));
    }

    @Test
    void placesThatAreAlikeAreRenamedAndOthersAreNot() {
        Enumerated found = enumerated(FsdaxSpecs.table(), "fsdax/6.1", "mms=2 files=2", 2, 2, Options.DEFAULT);
        assertEquals(Vector.of("mms", "files"), found.apart(), "a file has pages, the other holes");
        Enumerated same = enumerated(FsdaxSpecs.table(), "fsdax/6.1", "mms=2", 3, 2, Options.DEFAULT);
        assertEquals(Vector.of("mms"), same.renamed());
        Size three = same.sizes().last();
        assertTrue(three.explored() < three.mixes() && three.audited() > 0, three.toString());
    }

    @Test
    void aLimitSaysHowFarItCame() {
        Enumerated found = enumerated(
                FsdaxSpecs.table(), "fsdax/6.1", "", 3, 1, Options.DEFAULT.withLimits(Limits.NONE.withNanos(1)));
        assertFalse(found.isWhole());
        assertEquals(0, found.finished());
    }

    @Test
    void aLimitOnStatesLeavesClaimsOpen() {
        Enumerated found = enumerated(
                FsdaxSpecs.table(), "fsdax/6.1", "", 2, 1, Options.DEFAULT.withLimits(Limits.NONE.withStates(20)));
        assertFalse(found.isWhole());
        assertTrue(claim(found, "INV-L").undecided() > 0);
        assertTrue(found.sizes().last().undecided() > 0);
    }

    @Test
    void whatIsDoneBeforeIsPartOfEachWorkloadAndWhatIsLeftOutOfNone() {
        var specs = DevdaxSpecs.table();
        Enumeration.Scope scope = new Enumeration.Scope(
                Settings.NONE, Settings.NONE, Workload.NONE.after("probe"), without("probe", "touch"));
        Enumerated found = new Enumeration<>(
                        specs,
                        specs.family().variant("7.2").get(),
                        scope,
                        new Enumeration.Limits(2, 2, 1),
                        Options.DEFAULT)
                .run((size, done, all) -> {});
        assertFalse(found.calls().contains("probe"));
        assertTrue(found.claims().forAll(claim -> claim.broken() == 0), "once the device is set up it can be removed");
        assertTrue(found.leftOut().get("probe").contains("it was asked not to be tried"));
    }

    private static Selection without(String... names) {
        return new Selection(Vector.of(names), Vector.empty());
    }

    @Test
    void anOperationThatThereIsNotCannotBeLeftOut() {
        Enumeration.Scope scope = new Enumeration.Scope(Settings.NONE, Settings.NONE, Workload.NONE, without("prob"));
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> new Enumeration<>(
                        DevdaxSpecs.table(),
                        DevdaxSpecs.table().family().variant("7.2").get(),
                        scope,
                        new Enumeration.Limits(1, 1, 1),
                        Options.DEFAULT));
        assertTrue(refused.getMessage().startsWith("there is no operation \"prob\" to leave out: there are probe, "));
    }

    @Test
    void aFamilyWithoutOperationsIsRefused() {
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> enumerated(
                        ShareSpecs.table(),
                        ShareSpecs.table().family().variants().head().fullName(),
                        "",
                        1,
                        1,
                        Options.DEFAULT));
        assertTrue(refused.getMessage().contains("has no operations"), refused.getMessage());
    }
}
