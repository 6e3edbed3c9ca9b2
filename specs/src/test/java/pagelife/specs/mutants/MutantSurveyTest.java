package pagelife.specs.mutants;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pagelife.checker.search.Options;
import pagelife.models.Settings;
import pagelife.specs.FamilySpecs;
import pagelife.specs.Inquiry;
import pagelife.specs.catalogue.Catalogue;
import pagelife.specs.own.SourceFile;

/** Fates of the mutants of shipped protocols, pinned. */
class MutantSurveyTest {
    private static Scene scene(String variant, Settings bounds) {
        return new Scene(variant + bounds, () -> Inquiry.about(Catalogue.families(), variant, Settings.NONE, bounds));
    }

    private static MutantSurvey survey(String variant) {
        return new MutantSurvey(Vector.of(scene(variant, Settings.NONE)), Options.DEFAULT, 2);
    }

    private static Mutated run(String variant) {
        return survey(variant).run((done, all) -> {});
    }

    private static Fate fate(Mutated found, String mutant) {
        return found.mutants()
                .find(one -> one.mutant().toString().equals(mutant))
                .get()
                .fate();
    }

    @Test
    void fatesOfDeviceDaxArePinned() {
        Mutated found = run("devdax/7.2");
        assertEquals(0, found.missing());
        assertEquals(Vector.of(48, 0, 0, 11, 1, 0), Vector.of(Fate.values()).map(found::count));
        assertEquals(Fate.KILLED, fate(found, "unpin s3: leaves out its write of page"));
        assertEquals(Fate.KILLED, fate(found, "remove r1: does not wait"));
        assertEquals(Fate.ALIKE, fate(found, "touch v5: lets others in before its first write"));
    }

    @Test
    void whoSurvivesIsTriedAmongOtherTasks() {
        Seq<Scene> scenes = Vector.of(
                scene("waitwake/right", Settings.NONE), scene("waitwake/right", Settings.NONE.with("waiters", "2")));
        Mutated found = new MutantSurvey(scenes, Options.DEFAULT, 2).run((done, all) -> {});
        assertEquals(
                Vector.of(
                        "wait w1: lets others in before its first write",
                        "wait w2: lets others in before its first write"),
                found.mutants()
                        .filter(one -> one.scene().equals(scenes.get(1).name()))
                        .map(one -> one.mutant().toString()));
    }

    @Test
    void aMutantWithoutEndIsGivenUp() {
        Mutated found = run("waitwake/right");
        assertEquals(Fate.UNDECIDED, fate(found, "wait w4: does not wait"));
        assertTrue(found.score() < 1);
    }

    @Test
    void whoIsKilledIsKilledByClaimsThatHoldOfTheOriginal() {
        Mutated found = run("devdax/7.2");
        for (Judged one : found.mutants()) {
            assertEquals(one.fate() == Fate.KILLED, !one.killers().isEmpty(), one.toString());
            assertTrue(found.claims().containsAll(one.killers()), one.toString());
        }
        assertEquals(
                found.count(Fate.KILLED),
                found.mutants()
                        .count(one ->
                                one.fate() == Fate.KILLED && !one.killers().isEmpty()));
    }

    /** As in every check: whether it is a BUG or an rcu_read_unlock of who does not read, it breaks a claim. */
    @Test
    void whoHasAStepThatFailsIsKilledByThat() {
        Judged found = run("teardown/5.19")
                .mutants()
                .find(one -> one.mutant().toString().equals("lookup x1: leaves out its write of rcu"))
                .get();
        assertEquals(Fate.KILLED, found.fate());
        assertEquals(Vector.of("no step fails"), found.killers());
    }

    /* Most of its mutants fail as the original does: what is broken anyway tells the two apart no more. */
    @Test
    void aStepThatFailsInTheOriginalKillsNobody(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("Fails.java"), """
                import pagelife.checker.model.Cell;
                import pagelife.specs.own.*;

                public final class Fails implements Study {
                    @Override
                    public void draft(Draft d) {
                        Cell<Integer> refs = d.cell("refs", 1);
                        Cell<Integer> uses = d.cell("uses", 0);
                        for (String task : new String[] {"a", "b"}) {
                            d.task(task)
                                    .step("u use", now -> now.change(uses, n -> n + 1))
                                    .step("p put", now -> now.bugOn(now.change(refs, n -> n - 1) < 0, "underflow"));
                        }
                        d.never("few", "two use it", s -> s.read(uses) > 2);
                    }
                }
                """);
        FamilySpecs<?> fails = new SourceFile(folder.resolve("Fails.java")).load();
        Scene scene = new Scene("Fails", () -> Inquiry.about(Vector.of(fails), "Fails", Settings.NONE, Settings.NONE));
        Mutated found = new MutantSurvey(Vector.of(scene), Options.DEFAULT, 2).run((done, all) -> {});
        assertFalse(found.mutants().isEmpty());
        assertFalse(found.claims().contains("no step fails"), found.toString());
        assertTrue(found.claims().contains("few"), found.toString());
    }

    /* What is said of a broken variant: what survives there survives nowhere in the one that repairs it. */
    @ParameterizedTest
    @ValueSource(
            strings = {"tails/gigantic-5.13", "tails/head-5.12", "tails/order-6.15-rc", "teardown/5.1", "teardown/5.19"
            })
    void whatSurvivesInABrokenVariantDoesNotInTheRepaired(String broken) {
        Seq<String> here = survivors(broken);
        assertFalse(here.isEmpty());
        Seq<String> there = survivors(Survivors.REPAIRED.get(broken).get());
        assertEquals(Vector.empty(), here.filter(there::contains).remove("removal r6: changes places with r6e"));
    }

    private static Seq<String> survivors(String variant) {
        return run(variant)
                .mutants()
                .filter(one -> one.fate() == Fate.SURVIVED)
                .map(one -> one.mutant().toString());
    }

    @Test
    void mutantsAreTheSameEachTime() {
        Seq<Mutant> once = survey("devdax/7.2").mutants();
        assertEquals(once, survey("devdax/7.2").mutants());
    }
}
