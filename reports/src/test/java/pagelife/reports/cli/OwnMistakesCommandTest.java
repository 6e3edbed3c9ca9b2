package pagelife.reports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.base.Ticker;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pagelife.reports.Captured;

/** What a beginner does wrong in a model of his own costs him no more than what is wrong. */
class OwnMistakesCommandTest {
    /** Of its four variants one throws, one is refused when it is drafted, and one when a step is taken. */
    private static final String SOME_BAD = """
            import pagelife.checker.model.*;
            import pagelife.models.Rule;
            import pagelife.specs.own.*;

            public final class SomeBad implements Study {
                enum Kind { GOOD, THROWS, REFUSED, STRAYS }

                private static final Rule<Kind> KIND = Rule.of("kind", "what is wrong", Kind.GOOD);

                public void outline(Outline outline) {
                    outline.rule(KIND);
                    for (Kind kind : Kind.values()) {
                        outline.variant(kind.name().toLowerCase(), "", KIND.is(kind));
                    }
                }

                public void draft(Draft d) {
                    Cell<Integer> refs = d.cell("refs", 1);
                    Kind kind = d.rule(KIND);
                    if (kind == Kind.THROWS) {
                        throw new IllegalStateException("oh");
                    }
                    if (kind == Kind.REFUSED) {
                        d.cell("refs", 1);
                    }
                    d.task("user").step("u1 put", now -> {
                        now.write(refs, 0);
                        if (kind == Kind.STRAYS) {
                            now.go("u2");
                        }
                    });
                    d.always("INV-1", "it is counted", s -> s.read(refs) >= 0);
                }
            }
            """;

    @TempDir
    private Path folder;

    private Captured out = new Captured();
    private Captured errors = new Captured();

    private Exit run(String name, String source, String... arguments) throws IOException {
        String file = Files.writeString(folder.resolve(name + ".java"), source).toString();
        out = new Captured();
        errors = new Captured();
        Console console = new Console(out.page(300), errors.stream(), -1, Ticker.systemTicker(), () -> false);
        return new CheckCommand(console, Shelf.shipped())
                .run(Vector.of(arguments)
                        .map(word -> word.replace("FILE", file))
                        .toJavaArray(String[]::new));
    }

    private void says(String text) {
        assertTrue(out.text().contains(text), out.text());
    }

    private void complains(String text) {
        assertTrue(errors.text().contains(text), errors.text());
    }

    @Test
    void aVariantThatCannotBeBuiltIsNamedAndTheOthersAreChecked() throws IOException {
        assertEquals(Exit.USAGE, run("SomeBad", SOME_BAD, "FILE"));
        says("OK         SomeBad/good     2 hold");
        says("FAULT      SomeBad/throws   SomeBad.java:21: java.lang.IllegalStateException: oh");
        says("FAULT      SomeBad/refused  SomeBad.java:24: cell refs is declared twice");
        says("FAULT      SomeBad/strays   actor user, step u1 put: it goes to u2");
        says("1 spec as expected, 3 not in ");
        assertEquals(Exit.AS_CLAIMED, run("SomeBad", SOME_BAD, "FILE/good"));
    }

    @Test
    void aVariantThatCannotBeBuiltIsListedWithTheOthers() throws IOException {
        assertEquals(Exit.USAGE, run("SomeBad", SOME_BAD, "list", "FILE"));
        says("INV-1 ");
        says("cannot be built, and nothing below is about it\n");
        says("SomeBad.java/throws   SomeBad.java:21: java.lang.IllegalStateException: oh\n");
        assertEquals(Exit.USAGE, run("SomeBad", SOME_BAD, "list", "FILE", "--json"));
        says("\"fault\": \"SomeBad.java:21: java.lang.IllegalStateException: oh\"");
        assertEquals(Exit.AS_CLAIMED, run("SomeBad", SOME_BAD, "list", "FILE/good"));
    }

    @Test
    void whoTriesAllCombinationsIsToldWhichOneIsWrong() throws IOException {
        assertEquals(Exit.USAGE, run("SomeBad", SOME_BAD, "matrix", "FILE"));
        complains("with kind=throws: SomeBad.java:21: java.lang.IllegalStateException: oh");
        assertEquals(Exit.USAGE, run("SomeBad", SOME_BAD, "twins", "FILE"));
        complains("SomeBad/throws cannot be built: SomeBad.java:21: java.lang.IllegalStateException: oh");
    }

    /** Of its variants one leaks, and one cannot be built. */
    private static final String SIBLING = """
            import pagelife.checker.model.*;
            import pagelife.models.Rule;
            import pagelife.specs.own.*;

            public final class Sibling implements Study {
                private static final Rule<Boolean> PUTS = Rule.flag("puts", "it is put", true);
                private static final Rule<Boolean> BUILDS = Rule.flag("builds", "it can be built", true);

                public void outline(Outline outline) {
                    outline.rule(PUTS).rule(BUILDS)
                            .variant("bad", "cannot be built", BUILDS.is(false))
                            .variant("fixed", "puts")
                            .variant("leak", "does not put", PUTS.is(false))
                            .expect("leak", row -> row.violated("INV-1", 2));
                }

                public void draft(Draft d) {
                    Cell<Integer> refs = d.cell("refs", 0);
                    Cell<Integer> ends = d.cell("ends", 0);
                    if (!d.rule(BUILDS)) {
                        throw new IllegalStateException("oh");
                    }
                    d.operations(Operation.of("use", "get and put", t -> new Script()
                            .step("u1 get", now -> now.write(refs, 1))
                            .step("u2 put", now -> {
                                if (d.rule(PUTS)) {
                                    now.write(refs, 0);
                                }
                                now.write(ends, 1);
                            })));
                    d.task("user", "use");
                    d.always("INV-1", "nothing is left", s -> s.read(refs) == 0 || s.read(ends) == 0);
                }
            }
            """;

    @Test
    void aVariantIsAnsweredThoughAnotherCannotBeBuilt() throws IOException {
        assertEquals(Exit.BROKEN, run("Sibling", SIBLING, "workloads", "FILE/leak", "--operations", "1"));
        says("INV-1");
        assertEquals(Exit.BROKEN, run("Sibling", SIBLING, "fuzz", "FILE/leak", "--seed", "1", "--count", "2"));
        says("INV-1");
        assertEquals("", errors.text());
        run("Sibling", SIBLING, "mutate", "FILE/fixed");
        says("killed");
        assertEquals("", errors.text());
        assertEquals(Exit.BROKEN, run("Sibling", SIBLING, "FILE/leak", "--format", "html"));
        assertEquals("", errors.text());
    }

    @Test
    void whatATwinBreaksIsToldThoughAnotherCannotBeBuilt() throws IOException {
        assertEquals(Exit.USAGE, run("Sibling", SIBLING, "twins", "FILE"));
        says("puts=off");
        complains("Sibling/bad cannot be built: Sibling.java:21: java.lang.IllegalStateException: oh");
    }

    @Test
    void manyValuesOfARuleLeaveRoomForItsSummary() throws IOException {
        String many = SOME_BAD.replace("STRAYS }", "STRAYS, NEVER_GETS_IT, NEVER_PUTS_IT, PUTS_IT_TWICE }");
        run("SomeBad", many, "list", "FILE", "--width", "72");
        says("    kind  good|throws|refused|strays|neverGetsIt|neverPutsIt|\n"
                + "          putsItTwice\n"
                + "          what is wrong\n");
        run("SomeBad", many, "list", "FILE", "--width", "120");
        says("    kind  good|throws|refused|strays|neverGetsIt|neverPutsIt|putsItTwice\n          what is wrong\n");
        run("SomeBad", many, "list", "FILE", "--width", "200");
        says("    kind  good|throws|refused|strays|neverGetsIt|neverPutsIt|putsItTwice  what is wrong\n");
    }

    @Test
    void whoMistypesAFormatIsOfferedThoseOfTheCommand() throws IOException {
        assertEquals(Exit.USAGE, run("SomeBad", SOME_BAD, "list", "FILE", "--format", "jsno"));
        complains("unknown format jsno: nearest is json; ./check list writes text, json\n");
        assertEquals(Exit.USAGE, run("SomeBad", SOME_BAD, "FILE/good", "--format", "jsno"));
        complains("unknown format jsno: nearest is json; ./check writes text, json, commit, html, ");
        assertFalse(errors.text().contains("litmus"), errors.text());
    }

    private static String study(String body) {
        return """
                import pagelife.checker.model.*;
                import pagelife.specs.own.*;

                public final class Mistake implements Study {
                    public void draft(Draft d) {
                        BODY
                    }
                }
                """.replace("BODY", body);
    }

    @Test
    void aPremiseMayReadNoCellWhereTheConclusionDoes() throws IOException {
        String counter = study("""
                Cell<Integer> refs = d.cell("refs", 0);
                d.task("user").step("u1 get", now -> now.write(refs, 1));
                d.whenever("INV-1", "few are counted", s -> true, s -> s.read(refs) < 2);
                d.whenever("INV-2", "nothing is said", s -> true, s -> true);
                """);
        assertEquals(Exit.AS_CLAIMED, run("Mistake", counter, "FILE"));
        complains("claim INV-2 has read no cell");
        assertFalse(errors.text().contains("INV-1"), errors.text());
    }

    @Test
    void aCountWithoutADeclaredOwnerSaysSo() throws IOException {
        String kref = study("""
                var k = pagelife.models.kernel.Kref.declare(d.model(), "k");
                d.books(k::in);
                d.task("io")
                        .step("a1 get", now -> k.get(now, pagelife.models.page.Owner.task("io")))
                        .step("a2 use", now -> {});
                d.always("INV-1", "few are counted", s -> k.read(s) < 2);
                """);
        assertEquals(Exit.BROKEN, run("Mistake", kref, "FILE"));
        says("  references of k: 1 at the start, 2 at the end\n"
                + "    io: 1 from step 1\n"
                + "    no owner declared: 1 at the start, 1 at the end\n");
        says("Broken: few are counted. The k has 2 references. 1 step.\n");
    }

    @Test
    void whoWaitsForWhatIsToldOfARunThatEndsTooEarly() throws IOException {
        String locks = study("""
                var a = pagelife.models.kernel.Mutex.declare(d.model(), "a");
                var b = pagelife.models.kernel.Mutex.declare(d.model(), "b");
                var io = new pagelife.models.page.TaskId("io");
                var flush = new pagelife.models.page.TaskId("flush");
                Cell<Boolean> done = d.cell("done", false);
                d.task("io").step("i1 lock a", now -> a.lock(now, io)).step("i2 lock b", now -> {
                    b.lock(now, io);
                    b.unlock(now, io);
                    a.unlock(now, io);
                    now.write(done, true);
                });
                d.task("flush").step("f1 lock b", now -> b.lock(now, flush)).step("f2 lock a", now -> {
                    a.lock(now, flush);
                    a.unlock(now, flush);
                    b.unlock(now, flush);
                });
                d.mayDeadlock();
                d.word("done", s -> s.read(done));
                d.everyRun("LTL-1", "the io gets through", "<> done");
                """);
        assertEquals(Exit.BROKEN, run("Mistake", locks, "FILE"));
        says("io waits: i2 lock b cannot be taken while b = held by flush\n");
        says("flush waits: f2 lock a cannot be taken while a = held by io\n");
        assertEquals(Exit.BROKEN, run("Mistake", locks, "FILE", "--format", "commit"));
        assertTrue(
                out.text()
                        .replaceAll("\\s+", " ")
                        .contains("Broken: the io gets through. Nobody can go on: io waits while b = held by flush and"
                                + " flush waits while a = held by io. 2 steps."),
                out.text());
        Path kept = folder.resolve("kept.litmus");
        assertEquals(Exit.AS_CLAIMED, run("Mistake", locks, "save", "FILE", "-o", kept.toString()));
        assertTrue(
                Files.readString(kept).contains("#   io waits: i2 lock b cannot be taken while b = held by flush\n"),
                Files.readString(kept));
    }

    @Test
    void aNameIsNeverChanged() throws IOException {
        String names = study("""
                Cell<Integer> refs = d.cell("refs", 1);
                d.task("io").step("i1 put", now -> now.change(refs, n -> n - 1)).step("i2 use", now -> {});
                d.never("INV-1", "it is used without a reference", s -> s.read(refs) == 0 && d.at("io", "i2").test(s))
                        .told(run -> "io uses what it dropped");
                """);
        assertEquals(Exit.BROKEN, run("Mistake", names, "FILE", "--format", "commit"));
        says("io uses what it dropped. 1 step.\n");
    }

    @Test
    void aStepThatDoesNotExistIsRefusedWhereAClaimComesToAskForIt() throws IOException {
        String late = study("""
                Cell<Integer> refs = d.cell("refs", 1);
                d.task("io").step("i1 put", now -> now.change(refs, n -> n - 1)).step("i2 use", now -> {});
                d.never("INV-1", "it is used without a reference", s -> s.read(refs) == 0 && d.at("io", "i3").test(s));
                """);
        assertEquals(Exit.USAGE, run("Mistake", late, "FILE"));
        complains("actor io has no step i3: it has i1, i2; ask for one of these");
    }

    @Test
    void whoIsWokenAndSleepsAgainIsToldSo() throws IOException {
        String queue = study("""
                var q = pagelife.models.kernel.WaitQueueHead.declare(d.model(), "q");
                Cell<Boolean> ready = d.cell("ready", false);
                var first = new pagelife.models.page.TaskId("first");
                var second = new pagelife.models.page.TaskId("second");
                for (var me : new pagelife.models.page.TaskId[] {first, second}) {
                    d.task(me.name())
                            .step("g0 begin", now -> now.await(me == first || q.isAsleep(now, first)))
                            .step("g1 queue", now -> q.prepareToWaitExclusive(now, me))
                            .step("g2 look", now -> {
                                if (now.read(ready)) {
                                    q.finishWait(now, me);
                                    now.end();
                                }
                            })
                            .step("g3 sleep", now -> q.sleep(now, me)).has(q.asleep())
                            .step("g4 again", now -> now.go("g1"));
                }
                d.task("waker").step("p1 wake", now -> {
                    now.await(q.isAsleep(now, second));
                    q.wakeUp(now);
                });
                """);
        assertEquals(Exit.BROKEN, run("Mistake", queue, "FILE"));
        says("woke first instead; first went on in step ");
        says(" and woke nobody in q, where it sleeps again since step ");
    }

    @Test
    void nobodyIsSaidToHoldWhatIsNotHeld() throws IOException {
        String count = study("""
                var q = pagelife.models.kernel.WaitQueueHead.declare(d.model(), "q");
                Cell<Integer> n = d.cell("n", 0);
                d.task("waiter").with(q.waitEvent(new pagelife.models.page.TaskId("waiter"), "w", now -> now.read(n) == 7));
                d.task("setter").step("s1 set", now -> now.write(n, 1)).step("s2 wake", q::wakeUpAll);
                """);
        assertEquals(Exit.BROKEN, run("Mistake", count, "FILE"));
        says(
                "what it waits for no longer changes: step 1 (setter) changed it last, before it looked and went to sleep\n");
    }

    @Test
    void aStoryThatEndsWithAPutHasTheGet() throws IOException {
        String kref = study("""
                var k = pagelife.models.kernel.Kref.declare(d.model(), "k");
                d.books(k::in);
                Cell<Boolean> freed = d.cell("freed", false);
                var io = pagelife.models.page.Owner.task("io");
                d.task("io")
                        .step("i1 get", now -> k.get(now, io))
                        .step("i2 use", now -> {}).has(k.heldBy(io))
                        .step("i3 put", now -> k.put(now, io, last -> last.write(freed, true))).has(k.heldBy(io));
                d.word("freed", s -> s.read(freed));
                d.everyRun("LTL-1", "it is freed", "<> freed");
                """);
        assertEquals(Exit.BROKEN, run("Mistake", kref, "FILE", "--format", "commit"));
        assertTrue(out.text().matches("(?s).*\\bget\\b.*\\bput\\b.*"), out.text());
    }
}
