package pagelife.reports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.base.Ticker;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pagelife.reports.Captured;

/** Models of one's own are taken as those that come with Pagelife. */
class OwnModelsCommandTest {
    private static final String KREF = """
            import pagelife.checker.model.*;
            import pagelife.models.Rule;
            import pagelife.specs.own.*;

            public final class Kref implements Study {
                static final Rule<Boolean> CHECKS = Rule.flag("checks", "a get looks whether the count is 0", true);

                public void outline(Outline outline) {
                    outline.rule(CHECKS)
                            .variant("right", "kref_get_unless_zero")
                            .variant("plain", "kref_get", CHECKS.is(false))
                            .expect("plain", row -> row.violated("INV-1 Live", 2));
                }

                public void draft(Draft d) {
                    Cell<Integer> refs = d.cell("refs", 1);
                    Cell<Boolean> used = d.cell("used", false);
                    d.operations(
                            Operation.of("get", "takes a reference", task -> new Script().step("g get", now -> {
                                if (!d.rule(CHECKS) || now.read(refs) > 0) {
                                    now.write(used, now.read(refs) == 0);
                                    now.change(refs, n -> n + 1);
                                }
                            })),
                            Operation.of("put", "drops one", task -> new Script().step("p put", now ->
                                now.change(refs, n -> n - 1))));
                    d.task("owner", "put").task("user", "get");
                    d.always("INV-1 Live", "nobody gets what is freed", s -> !s.read(used));
                }
            }
            """;

    /** Somebody goes to sleep on an answer of before, beside a clock that ticks forever: nobody is ever stuck. */
    private static final String SLEEPER = """
            import pagelife.checker.model.*;
            import pagelife.models.kernel.WaitQueueHead;
            import pagelife.models.page.TaskId;
            import pagelife.specs.own.*;

            public final class Sleeper implements Study {
                public void outline(Outline outline) {
                    outline.variant("early", "tests before it queues");
                }

                public void draft(Draft d) {
                    WaitQueueHead queue = WaitQueueHead.declare(d.model(), "queue");
                    Cell<Boolean> ready = d.cell("ready", false);
                    Cell<Boolean> tick = d.cell("tick", false);
                    d.operations(
                            Operation.of("wait", "sleeps until it is ready", task -> new Script()
                                    .step("w1 test", now -> {
                                        if (now.read(ready)) {
                                            now.end();
                                        }
                                    })
                                    .step("w2 queue", now -> queue.prepareToWait(now, TaskId.of(task)))
                                    .step("w3 sleep", now -> queue.sleep(now, TaskId.of(task)))
                                    .has(queue.asleep())),
                            Operation.of("wake", "makes it ready", task -> new Script()
                                    .step("k1 make ready", now -> now.write(ready, true))
                                    .step("k2 wake up", queue::wakeUp)));
                    d.task("waiter", "wait").task("waker", "wake");
                    d.task("clock").step("c1 tick", now -> {
                        now.change(tick, on -> !on);
                        now.go("c1");
                    });
                }
            }
            """;

    @TempDir
    private Path folder;

    private Path file;
    private Captured out = new Captured();
    private Captured errors = new Captured();

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("Kref.java"), KREF);
    }

    private Exit run(String... arguments) {
        out = new Captured();
        errors = new Captured();
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = arguments[i].replace("FILE", file.toString());
        }
        Console console = new Console(out.page(300), errors.stream(), -1, Ticker.systemTicker(), () -> false);
        return new CheckCommand(console, Shelf.shipped()).run(arguments);
    }

    @Test
    void whoSleepsForEverWhileOthersGoOnIsFoundByEveryWay() throws IOException {
        file = Files.writeString(folder.resolve("Sleeper.java"), SLEEPER);
        assertEquals(Exit.BROKEN, run("FILE", "--property", "every sleeper is woken"));
        assertTrue(out.text().contains("every sleeper is woken is broken in "), out.text());
        assertTrue(out.text().contains("waiter sleeps, and so forever."), out.text());
        assertEquals(Exit.BROKEN, run("simulate", "FILE", "--count", "100"));
        assertTrue(out.text().contains("VIOLATED   every sleeper is woken"), out.text());
        assertTrue(out.text().contains("UNDECIDED  no stuck waiter"), out.text());
        assertEquals(Exit.BROKEN, run("fuzz", "FILE", "--count", "32"));
        assertTrue(out.text().contains("NEW     every sleeper is woken"), out.text());
        assertEquals(Exit.BROKEN, run("workloads", "FILE", "--operations", "2"));
        assertTrue(out.text().contains("BROKEN  every sleeper is woken"), out.text());
    }

    @Test
    void aFileIsItsCatalogue() {
        assertEquals(Exit.AS_CLAIMED, run("FILE"));
        assertTrue(
                out.text()
                        .startsWith(
                                "OK         Kref/right  2 hold\nOK         Kref/plain  1 hold, 1 broken: INV-1 in 2\n"),
                out.text());
    }

    @Test
    void aReportSaysWhatIsOtherwiseThanTheOutlineExpects() throws IOException {
        assertEquals(Exit.BROKEN, run("FILE/plain"));
        assertEquals("", errors.text());
        Files.writeString(file, KREF.replace("row.violated(\"INV-1 Live\", 2)", "row.violated(\"INV-1 Live\", 3)"));
        assertEquals(Exit.BROKEN, run("FILE/plain"));
        assertEquals(
                "check: not as expected: INV-1 Live: expected VIOLATED in 3, found VIOLATED in 2\n", errors.text());
        assertEquals(Exit.AS_CLAIMED, run("FILE/plain", "--rule", "checks=on"));
        assertEquals("", errors.text());
    }

    @Test
    void aVariantIsReportedAndItsCommandRepeatsIt() {
        assertEquals(Exit.BROKEN, run("FILE/plain"));
        assertTrue(out.text().contains("INV-1 Live is broken in 2 steps"), out.text());
        assertTrue(out.text().contains("repeat       ./check " + file + "/plain\n"), out.text());
        assertEquals(Exit.AS_CLAIMED, run("FILE/plain", "--rule", "checks=on"));
    }

    @Test
    void everyCommandTakesIt() {
        assertEquals(Exit.AS_CLAIMED, run("list", "FILE"));
        assertTrue(out.text().contains(file + "/plain  kref_get\n"), out.text());
        assertEquals(Exit.AS_CLAIMED, run("list", "FILE/plain"));
        assertEquals(Exit.AS_CLAIMED, run("graph", "FILE/plain"));
        assertTrue(out.text().startsWith("digraph"), out.text());
        assertEquals(Exit.AS_CLAIMED, run("FILE/plain", "--as-litmus"));
        assertTrue(out.text().startsWith("Pagelife Kref/plain"), out.text());
        assertEquals(Exit.BROKEN, run("FILE/plain", "--invariant", "refs < 2", "--ltl", "<>finished(user)", "--json"));
        assertTrue(out.text().contains("\"pagelife-check/2\""), out.text());
    }

    @Test
    void aLitmusTestIsPutToIt() throws IOException {
        Path test = Files.writeString(folder.resolve("t.litmus"), """
                Pagelife Kref/plain twice
                "Two gets"

                 a   | b   ;
                 get | get ;

                exists refs = 3
                expect happens in 2
                """);
        assertEquals(Exit.AS_CLAIMED, run("FILE", test.toString()), errors.text());
        assertTrue(out.text().contains("repeat       ./check " + file + " " + test), out.text());
        assertEquals(Exit.AS_CLAIMED, run(test.toString()), errors.text());
        assertTrue(out.text().contains("repeat       ./check " + test), out.text());
    }

    @Test
    void aMistakeInItIsUsage() throws IOException {
        Files.writeString(file, KREF.replace("Cell<Integer>", "Cell<Integr>"));
        assertEquals(Exit.USAGE, run("FILE"));
        // newer compilers report what follows from it, too; the mistake itself stays first
        Pattern first = Pattern.compile("check: " + Pattern.quote(file.toString())
                + " does not compile: (one error|\\d+ errors)\n" + Pattern.quote(file.toString()) + ":16:\\d+: .*");
        assertTrue(first.matcher(errors.text()).lookingAt(), errors.text());
        Files.writeString(file, KREF.replace("\"used\"", "\"refs\""));
        assertEquals(Exit.USAGE, run("FILE/plain"));
        assertTrue(errors.text().contains("Kref.java:17: cell refs is declared twice"), errors.text());
        assertEquals(Exit.USAGE, run("FILE/none"));
        assertEquals(Exit.USAGE, run(folder + "/None.java"));
    }

    private static String study(String name, String body) {
        return """
                import pagelife.checker.model.*;
                import pagelife.specs.own.*;

                public final class NAME implements Study {
                    public void draft(Draft d) {
                        BODY
                    }
                }
                """.replace("NAME", name).replace("BODY", body);
    }

    private Exit check(String name, String body, String... options) throws IOException {
        Path study = Files.writeString(folder.resolve(name + ".java"), study(name, body));
        return run(Vector.of(options).prepend(study.toString()).toJavaArray(String[]::new));
    }

    @Test
    void aStepThatFailsIsTheLastOfATrace() throws IOException {
        String puts = """
                Cell<Integer> refs = d.cell("refs", 1);
                for (String who : new String[] {"a", "b"}) {
                    d.task(who).step("p put", now -> {
                        now.bugOn(now.read(refs) == 0, "put of a count that is 0");
                        now.change(refs, n -> n - 1);
                    });
                }
                """;
        assertEquals(Exit.BROKEN, check("Puts", puts), errors.text());
        assertTrue(out.text().contains("no step fails is broken in 2 steps"), out.text());
        assertTrue(out.text().contains("FAILS: put of a count that is 0 (Puts.java:9)"), out.text());
        assertTrue(out.text().contains("every reachable state was seen"), out.text());
    }

    @Test
    void aRunThatEndsWithAFailureSaysSoWhereverItIsTold() throws IOException {
        String puts = """
                Cell<Integer> refs = d.cell("refs", 0);
                Cell<Boolean> used = d.cell("used", false);
                d.task("a").step("p put", now -> {
                    now.bugOn(now.read(refs) == 0, "put of a count\\nthat is 0");
                    now.write(used, true);
                });
                d.word("used", x -> x.read(used));
                d.everyRun("P-1 Used", "it is used in the end", "<> used");
                """;
        assertEquals(Exit.BROKEN, check("Puts", puts), errors.text());
        assertTrue(out.text().contains("P-1 Used is broken in 1 step, the last of which fails"), out.text());
        assertTrue(out.text().contains("a fails: put of a count that is 0."), out.text());
        assertTrue(out.text().contains("-- nothing comes after a step that fails"), out.text());
        Path kept = folder.resolve("puts.litmus");
        run("save", folder.resolve("Puts.java").toString(), "-o", kept.toString());
        String text = Files.readString(kept);
        assertTrue(text.contains("a: p   # put: FAILS: put of a count that is 0\n  loop\n"), text);
        assertEquals(Exit.AS_CLAIMED, run("replay", kept.toString()), errors.text());
    }

    @Test
    void aStepThatFailsIsAsExpectedOnlyWhereItIsExpected() throws IOException {
        String bugs = KREF.replace(
                        "now.write(used, now.read(refs) == 0);", "now.bugOn(now.read(refs) == 0, \"freed\");")
                .replace(".expect(\"plain\", row -> row.violated(\"INV-1 Live\", 2))", "");
        Files.writeString(file, bugs);
        assertEquals(Exit.BROKEN, run("FILE"));
        assertTrue(out.text().contains("no step fails: expected HOLDS, found VIOLATED in 2"), out.text());
        assertEquals(Exit.AS_CLAIMED, run("matrix", "FILE"));
        assertTrue(out.text().contains("safe: 1 of 2"), out.text());
        assertEquals(Exit.AS_CLAIMED, run("twins", "FILE"));
        assertTrue(out.text().contains("breaks no step fails in 2"), out.text());
        assertEquals(Exit.AS_CLAIMED, run("diff", "FILE/plain", "FILE/right"));
        assertTrue(out.text().contains("no step fails  broken in 2 -> holds"), out.text());

        String expected = ".variant(\"plain\", \"kref_get\", CHECKS.is(false))";
        Files.writeString(
                file,
                bugs.replace(expected, expected + ".expect(\"plain\", row -> row.violated(\"no step fails\", 2))"));
        assertEquals(Exit.AS_CLAIMED, run("FILE"), errors.text());
        assertTrue(out.text().contains("Kref/plain  2 hold, 1 broken: no step fails in 2"), out.text());
        assertEquals(Exit.BROKEN, run("FILE/plain", "--property", "no step fails"));
        assertEquals("", errors.text());
    }

    @Test
    void claimsThatNameTasksSayNothingWhereOthersRun() throws IOException {
        String claims = """
                    d.never("INV-2 Owned", "who owned it is done", s -> d.finished("owner").test(s) && s.read(refs) > 2);
                    d.always("INV-3 Written", "the same in text", "finished(owner) -> refs <= 2");
                    d.sometimes("it ends", "the user ends", d.finished("user"));
                    d.everyRun("LTL-1 Ends", "the owner ends", "<> finished(owner)");
                    d.word("owned", d.finished("owner"));
                """;
        Files.writeString(file, KREF.replace("d.always(\"INV-1 Live\"", claims + "d.always(\"INV-1 Live\""));
        assertEquals(Exit.AS_CLAIMED, run("FILE"), out.text());
        assertEquals(Exit.UNDECIDED, run("workloads", "FILE/right", "--operations", "3"), errors.text());
        assertTrue(out.text().contains("holds        INV-1 Live (29)"), out.text());
        assertTrue(out.text().contains("undecided    INV-2 Owned (29), INV-3 Written (29)"), out.text());
        assertTrue(
                out.text().contains("not asked    INV-2 Owned: it asks about task owner, which is not among put1"),
                out.text());
        assertTrue(out.text().contains("INV-3 Written: it asks about task owner"), out.text());
        assertEquals(Exit.AS_CLAIMED, run("mutate", "FILE/right"), errors.text());
        assertEquals(Exit.UNDECIDED, run("fuzz", "FILE/right", "--count", "50"), errors.text());
        assertTrue(out.text().contains("not asked    INV-2 Owned: it asks about task owner"), out.text());
        assertFalse(out.text().contains("not broken   INV-2"), out.text());
        Path test = Files.writeString(folder.resolve("others.litmus"), """
                Pagelife Kref/right others

                 a   | b   ;
                 get | put ;

                INV-2
                expect holds
                INV-3
                INV-1
                expect holds
                forbid owned
                """);
        assertEquals(Exit.UNDECIDED, run(test.toString()), errors.text());
        assertTrue(
                out.text().contains("?   INV-2         undecided, where holds is expected; it asks about task owner"),
                out.text());
        assertTrue(out.text().contains("?   INV-3         undecided"), out.text());
        assertTrue(
                out.text().contains("forbid owned  undecided, where holds is expected; it asks about task owner"),
                out.text());
        assertTrue(out.text().contains("Ok  INV-1         holds"), out.text());
    }

    /** Some workloads lack what a claim about all tasks names. */
    @Test
    void aClaimAboutEachTaskIsAskedOfWhoeverIsThere() throws IOException {
        Files.writeString(
                file,
                KREF.replace(
                        "d.always(\"INV-1 Live\"",
                        "d.always(\"INV-2 None\", \"nobody gets\", \"forall t: tasks. !t@g\");\nd.always(\"INV-1 Live\""));
        assertEquals(Exit.BROKEN, run("workloads", "FILE/right", "--operations", "1"), errors.text());
        assertTrue(out.text().contains("BROKEN  INV-2 None  under 1 of 2 workloads"), out.text());
    }

    /** Why nobody wakes a sleeper is told by what it looked at, in whatever step that was. */
    @Test
    void whyASleeperIsNotWokenIsToldByWhatItLookedAt() throws IOException {
        String setUp = """
                var wq = pagelife.models.kernel.WaitQueueHead.declare(d.model(), "wq");
                var me = new pagelife.models.page.TaskId("sleeper");
                Cell<Boolean> flag = d.cell("flag", false);
                """;
        String unwoken = setUp + """
                d.task("sleeper").with(wq.waitEvent(me, "w", now -> now.read(flag)));
                d.task("setter").step("s1 set", now -> now.write(flag, true));
                """;
        assertEquals(Exit.BROKEN, check("Unwoken", unwoken), errors.text());
        assertTrue(out.text().contains("never woken: step "), out.text());
        assertTrue(out.text().contains("(setter) made the last change"), out.text());
        String early = setUp + """
                d.task("sleeper").step("w0 test", now -> { if (now.read(flag)) { now.end(); } })
                        .step("w1 queue", now -> wq.prepareToWait(now, me))
                        .step("w2 sleep", now -> wq.sleep(now, me)).has(wq.asleep());
                d.task("setter").step("s1 set", now -> now.write(flag, true)).step("s2 wake", wq::wakeUp);
                """;
        assertEquals(Exit.BROKEN, check("Early", early), errors.text());
        assertTrue(out.text().contains("woken before it slept: step "), out.text());
        String other = setUp + """
                Cell<Boolean> lock = d.cell("lock", true);
                d.task("sleeper").with(wq.var("flag").waitEvent(me, "w", now -> now.read(flag)));
                d.task("setter").step("u1 unlock", now -> { now.write(lock, false); wq.var("lock").wakeUp(now); })
                        .step("s1 set", now -> now.write(flag, true));
                """;
        assertEquals(Exit.BROKEN, check("Other", other), errors.text());
        assertTrue(out.text().contains("never woken: step "), out.text());
        assertFalse(out.text().contains("wrong key"), out.text());
    }

    @Test
    void aFileThatIsCalledLikeAFamilyIsNotTakenForIt() throws IOException {
        Path teardown =
                Files.writeString(folder.resolve("Teardown.java"), KREF.replace("class Kref", "class Teardown"));
        assertEquals(Exit.USAGE, run(teardown.toString()));
        assertTrue(errors.text().contains("Teardown is the name of a family that comes with Pagelife"), errors.text());
    }

    @Test
    void anAssertIsAClaimOfItsAuthor() throws IOException {
        String asserts = """
                Cell<Integer> refs = d.cell("refs", 0);
                d.task("user").step("u use", now -> { assert now.read(refs) > 0 : "none left"; });
                """;
        assertEquals(Exit.BROKEN, check("Asserts", asserts), errors.text());
        assertTrue(out.text().contains("none left"), out.text());
        assertEquals(Exit.BROKEN, check("Asserts", asserts, "--format", "commit"), errors.text());
    }

    /** What an author says must not happen kills; what a primitive refuses is invalid. */
    @Test
    void aMutantThatUsesWhatIsFreedIsKilled() throws IOException {
        String frees = """
                Cell<Life<Integer>> object = d.object("object", 7);
                Cell<Boolean> used = d.cell("used", false);
                d.task("a").step("u use", now -> now.use(object)).step("e end", now -> now.write(used, true));
                d.task("b").step("w wait", now -> now.await(now.read(used))).step("f free", now -> now.free(object));
                """;
        Path written = Files.writeString(folder.resolve("Frees.java"), study("Frees", frees));
        run("mutate", written.toString());
        assertTrue(out.text().matches("(?s).*\\d+  no step fails.*"), out.text());
    }

    @Test
    void whoeverExpectsThatAStepFailsMayAskForAllWorkloads() throws IOException {
        Files.writeString(
                file,
                KREF.replace("now.change(refs, n -> n - 1)", "{ now.bugOn(now.read(refs) == 0, \"underflow\"); }")
                        .replace("row.violated(\"INV-1 Live\", 2)", "row.violated(\"no step fails\", 1)"));
        run("workloads", "FILE/plain", "--operations", "2");
        assertFalse(errors.text().contains("internal error"), errors.text());
        run("fuzz", "FILE/plain", "--count", "20");
        assertFalse(errors.text().contains("internal error"), errors.text());
    }

    @Test
    void whoFreedWhatIsUsedIsShownThoughItRanBefore() throws IOException {
        String frees = """
                Cell<Life<Integer>> object = d.object("object", 7);
                Cell<Boolean> begun = d.cell("begun", false);
                d.task("a").step("l look", now -> now.saw("nothing")).step("f free", now -> now.free(object))
                        .step("e end", now -> now.write(begun, true));
                d.task("b").step("w wait", now -> now.await(now.read(begun))).step("u use", now -> now.use(object));
                """;
        assertEquals(Exit.BROKEN, check("Frees", frees, "--format", "commit"), errors.text());
        assertTrue(out.text().contains("free\n"), out.text());
        assertFalse(out.text().contains("has run"), out.text());
    }

    @Test
    void whatAStepDoesIsToldBesideTheCountOfAnother() throws IOException {
        String frees = """
                var refs = pagelife.models.kernel.Kref.declare(d.model(), "refs");
                var admin = pagelife.models.page.Owner.task("admin");
                Cell<Life<Integer>> pool = d.object("pool", 7);
                var user = pagelife.models.page.Owner.task("user");
                d.task("user").step("u1 get", now -> refs.get(now, user)).step("u2 use", now -> now.use(pool))
                        .has(refs.heldBy(user));
                d.task("admin").in("drivers/pool.c", "pool_destroy", "6.12")
                        .step("d1 put", now -> refs.put(now, admin, r -> {})).has(refs.heldBy(admin))
                        .step("d2 free", now -> now.free(pool));
                d.books(refs::in);
                """;
        assertEquals(Exit.BROKEN, check("Frees", frees, "--format", "commit"), errors.text());
        assertTrue(out.text().contains("// refs 1 -> 0, free\n"), out.text());
    }

    /** A study of as many users as a bound says. */
    private String users(String name, String before, String user, String behind) throws IOException {
        return Files.writeString(folder.resolve(name + ".java"), """
                        import pagelife.checker.model.Cell;
                        import pagelife.models.Rule;
                        import pagelife.models.kernel.FolioRef;
                        import pagelife.models.page.Owner;
                        import pagelife.specs.own.*;

                        public final class %s implements Study {
                            static final Rule<Integer> USERS = Rule.count("users", "tasks that use it", 1, 0, 2);

                            public void outline(Outline outline) {
                                outline.tasks(USERS);
                            }

                            public void draft(Draft d) {
                                %s
                                for (int i = 1; i <= d.bound(USERS); i++) {
                                    %s
                                }
                                %s
                            }
                        }
                        """.formatted(name, before, user, behind))
                .toString();
    }

    @Test
    void aNumberOfTasksMayBeAnyNumber() throws IOException {
        String many = users("Many", """
                FolioRef refs = FolioRef.declare(d.model(), "refs", 0);
                """, """
                Owner user = Owner.task("user" + i);
                d.task("user" + i)
                        .step("g get", now -> refs.addUnless(now, 1, -1, user))
                        .step("p put", now -> refs.putTestzero(now, user))
                        .has(refs.heldBy(user));
                """, """
                d.books(refs::in);
                d.always("INV-1 Counted", "nobody puts what is not counted", s -> refs.read(s) >= 0);
                """);
        Exit exit = run(many, "--any", "user");
        assertTrue(out.text().contains("HOLDS FOR ANY NUMBER  INV-1 Counted"), out.text() + errors.text());
        assertEquals(Exit.AS_CLAIMED, exit);
        assertTrue(out.text().contains("bounds       users any number"), out.text());
        assertFalse(out.text().contains("no step fails"), out.text());

        assertEquals(Exit.AS_CLAIMED, run(many, "--any", "user", "--property", "no step fails"), errors.text());
        assertTrue(out.text().contains("HOLDS FOR ANY NUMBER  no step fails"), out.text());
    }

    @Test
    void aStepThatFailsWithManyTasksIsNotPassedOverInSilence() throws IOException {
        String room = users("Room", """
                Cell<Integer> inside = d.cell("inside", 0);
                """, """
                d.task("user" + i)
                        .step("e enter", now -> {
                            now.bugOn(now.read(inside) == 2, "too many inside");
                            now.change(inside, n -> n + 1);
                        })
                        .step("l leave", now -> now.change(inside, n -> n - 1));
                """, """
                d.always("INV-1 Counted", "nobody leaves who is not inside", s -> s.read(inside) >= 0);
                """);
        assertEquals(Exit.BROKEN, run(room, "--any", "user", "--time", "2s"), errors.text());
        assertTrue(out.text().contains("VIOLATED WITH 3  no step fails  in 3 steps"), out.text());
        assertEquals(Exit.BROKEN, run(room, "--bound", "users=3", "--property", "no step fails"), errors.text());
        assertTrue(out.text().contains("FAILS: too many inside"), out.text());
    }

    @Test
    void whoeverHeldAReferenceAtTheStartIsNotAccused() throws IOException {
        String puts = """
                pagelife.models.kernel.Kref refs = pagelife.models.kernel.Kref.declare(d.model(), "refs");
                pagelife.models.page.Owner initial = pagelife.models.page.Owner.of("initial");
                d.task("driver")
                        .step("p put", now -> refs.put(now, initial, r -> {}))
                        .step("q put again", now -> now.bugOn(refs.read(now) == 0, "gone"));
                d.books(refs::in);
                """;
        assertEquals(Exit.BROKEN, check("Puts", puts), errors.text());
        assertTrue(out.text().contains("no step fails is broken in 2 steps"), out.text());
        assertFalse(out.text().contains("non-owner"), out.text());
    }

    @Test
    void whatIsFreedMustNotBeTouched() throws IOException {
        String frees = """
                Cell<Life<Integer>> object = d.object("object", 7);
                d.task("a").step("f free", now -> now.free(object));
                d.task("b").step("u use", now -> now.use(object));
                """;
        assertEquals(Exit.BROKEN, check("Frees", frees), errors.text());
        assertTrue(out.text().contains("FAILS: object is used after it was freed"), out.text());
    }

    @Test
    void aWakeUpThatATimeoutRepairsIsStillLost() throws IOException {
        String sleeps = """
                Cell<Boolean> woken = d.cell("woken", false);
                d.task("sleeper")
                        .step("s sleep", now -> now.await(now.read(woken)))
                        .timeout("t timeout", now -> now.end());
                d.task("waker").step("w wakes nobody", now -> {});
                """;
        assertEquals(Exit.BROKEN, check("Sleeps", sleeps), errors.text());
        assertTrue(out.text().contains("no timeout is needed is broken in 1 step"), out.text());
        assertEquals(Exit.AS_CLAIMED, check("Sleeps", sleeps + "d.mayNeedTimeouts();"), errors.text());
    }

    @Test
    void aStepThatDoesNotReturnIsNamedWhenTheTimeIsUp() throws IOException {
        String loops = """
                Cell<Integer> refs = d.cell("refs", 1);
                d.task("a").step("q spin", now -> {
                    while (now.read(refs) == 1) {}
                });
                """;
        assertEquals(Exit.UNDECIDED, check("Loops", loops, "--timeout=1s"), errors.text());
        assertTrue(out.text().contains("actor a, step q spin has not returned"), out.text());
    }

    @Test
    void randomWalksNameAStepThatDoesNotReturnToo() throws IOException {
        String loops = """
                Cell<Integer> refs = d.cell("refs", 1);
                d.operations(Operation.of("spin", "never ends", task -> new Script().step("q spin", now -> {
                    while (!Thread.currentThread().isInterrupted()) {}
                    now.end();
                })));
                d.task("a", "spin");
                """;
        Path written = Files.writeString(
                folder.resolve("Spins.java"),
                KREF.replace("Kref", "Spins")
                        .replaceFirst("(?s)(public void draft\\(Draft d\\) \\{).*", "$1\n" + loops + "}}")
                        .replace(".expect(\"plain\", row -> row.violated(\"INV-1 Live\", 2))", ""));
        String said = "actor a, step q spin has not returned for ";
        assertEquals(Exit.UNDECIDED, run("simulate", written + "/right", "--time", "1s"), errors.text());
        assertTrue(errors.text().contains(said), errors.text());
        assertEquals(Exit.UNDECIDED, run("fuzz", written + "/right", "--time", "1s"), errors.text());
        assertTrue(errors.text().contains("q spin has not returned for "), errors.text());
    }

    @Test
    void classesAreFoundByPath() {
        String[] compile = {
            "-cp", System.getProperty("java.class.path"), "-proc:none", "-d", folder.toString(), file.toString()
        };
        assertEquals(0, javax.tools.ToolProvider.getSystemJavaCompiler().run(null, null, null, compile));
        assertEquals(Exit.BROKEN, run("--path", folder.toString(), "Kref/plain"));
        assertTrue(out.text().contains("repeat       ./check --path " + folder + " Kref/plain\n"), out.text());
        assertEquals(Exit.AS_CLAIMED, run("list", "--path=" + folder, "Kref"));
    }

    @Test
    void aClaimThatCannotBeReadIsNeverLeftOut() throws IOException {
        String claim = "d.always(\"INV-1 Live\"";
        Path mistyped = Files.writeString(
                folder.resolve("Mistyped.java"),
                KREF.replace("Kref", "Mistyped")
                        .replace(
                                claim,
                                "d.always(\"INV-2 Counted\", \"the count is no debt\", \"refz >= 0\");\n" + claim));
        Path test = Files.writeString(folder.resolve("others.litmus"), """
                Pagelife Mistyped/right others
                "Somebody else"

                 one | two ;
                 get | put ;

                INV-1
                expect holds
                forbid owned
                """);
        assertEquals(Exit.USAGE, run(mistyped.toString(), test.toString()), out.text());
        assertTrue(errors.text().contains("refz"), errors.text());
    }

    @Test
    void whatIsBrokenWithoutAStepIsNoSuccessInAnyFormat() {
        String[] nobodyMoves = {
            "../specs/own/Buffer.java/fixed", "--property=BUF-3", "--fairness=none", "--format=commit"
        };
        assertEquals(Exit.BROKEN, run(nobodyMoves));
        assertEquals("Broken: the buffer is eventually freed, from the start. 0 steps.\n", out.text());
    }

    @Test
    void theLockOfPetersonForThreeHasTheCountsThatAreKnown() {
        assertEquals(Exit.AS_CLAIMED, run("../specs/own/Peterson.java/right"));
        assertTrue(out.text().contains("705 states, 1,725 transitions, 22 levels"), out.text());
    }
}
