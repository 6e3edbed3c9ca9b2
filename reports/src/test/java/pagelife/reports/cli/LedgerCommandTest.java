package pagelife.reports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.base.Ticker;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import pagelife.reports.Captured;
import pagelife.specs.catalogue.Catalogue;

/** A counterexample of each family ends with a ledger, whoever holds what there, or with the cause of a wait. */
class LedgerCommandTest {
    /** What to check, the claim, and how its ledger or its cause begins. */
    private static final Seq<String> COUNTEREXAMPLES = Vector.of(
            "fsdax/6.1 | INV-3 | references of P0",
            "devdax/5.14-rc1 | INV-5 | references of P0",
            "layouts/4.17 | INV-4 | references of P0",
            "migrate/devmap | LTL-4' | references of P1",
            "gup/overflow-5.0 | INV-6u | references of P0",
            "gup/longterm-4.14 | LTL-3' | references of P0",
            "pagefree/late-pgmap | INV-9 | references of pagemap",
            "teardown/5.12-gup | INV-9 | references of pagemap",
            "teardown/p2p-leak | INV-9 | references of pagemap",
            "tails/gigantic-5.13 | INV-5 | references of P1",
            "share/6.2+owner-forgotten | the share count equals the entries | references of sharers of P0",
            "examples/04-kref-teardown | EX-4 | dev->ref: leak: driver",
            "field/nv-remove | FB-1 | references of usage_count",
            "waitwake/m6 | LTL-1' | waiter is stuck in waiters(P0)",
            "entrylock/5.2 | LTL-5' | invalidate is stuck in entryWaiters");

    /** Families in which nothing is held or waited for that has books: what breaks there stands in the cells. */
    private static final Seq<String> NOTHING_IS_HELD = Vector.of("stride", "dax", "philosophers");

    @ParameterizedTest
    @FieldSource("COUNTEREXAMPLES")
    void saysWhoHeldWhat(String line) {
        String[] words = line.split(" \\| ");
        Captured out = new Captured();
        Console console = new Console(out.page(100), out.stream(), -1, Ticker.systemTicker(), () -> false);
        Exit exit = new CheckCommand(console, Shelf.shipped()).run(words[0], "--property", words[1]);
        assertEquals(Exit.BROKEN, exit, out.text());
        assertTrue(out.text().contains("\n  " + words[2]) || out.text().contains("also: " + words[2]), out.text());
    }

    @Test
    void everyFamilyIsAsked() {
        assertEquals(
                Catalogue.families().map(table -> table.family().name()).toSet(),
                COUNTEREXAMPLES
                        .map(line -> line.substring(0, line.indexOf('/')))
                        .appendAll(NOTHING_IS_HELD)
                        .toSet());
    }

    /** A reference that the books know by the put alone, one of a task that lets go, and one that nobody ever puts. */
    private static final String COUNTED = """
            import pagelife.checker.model.*;
            import pagelife.models.Rule;
            import pagelife.models.kernel.*;
            import pagelife.models.page.*;
            import pagelife.specs.own.*;

            public final class Counted implements Study {
                private static final Rule<Boolean> WORKS = Rule.flag("works", "work gets one", true);

                public void outline(Outline outline) {
                    outline.rule(WORKS).variant("work", "").variant("tree", "", WORKS.is(false));
                }

                public void draft(Draft d) {
                    var ref = Refcount.declare(d.model(), "ref", d.rule(WORKS) ? 1 : 2);
                    d.books(ref::in);
                    Owner user = Owner.task("user");
                    Owner other = Owner.of(d.rule(WORKS) ? "work" : "tree");
                    d.task("user")
                            .step("u1 use", now -> {
                                if (d.rule(WORKS)) {
                                    ref.inc(now, other);
                                } else {
                                    ref.decAndTest(now, other);
                                }
                            }).has(ref.heldBy(user))
                            .step("u2 put", now -> ref.decAndTest(now, user)).has(ref.heldBy(user));
                    d.everyRun("LTL-1", "it is freed in the end", d.rule(WORKS) ? "<> gone" : "[] !gone");
                    d.word("gone", s -> s.read(ref.cell()) == 0);
                }
            }
            """;

    private static String told(Path folder, String variant, String... options) throws IOException {
        String file = Files.writeString(folder.resolve("Counted.java"), COUNTED).toString();
        Captured out = new Captured();
        Console console = new Console(out.page(100), out.stream(), -1, Ticker.systemTicker(), () -> false);
        new CheckCommand(console, Shelf.shipped())
                .run(Vector.of(file + "/" + variant)
                        .appendAll(Vector.of(options))
                        .toJavaArray(String[]::new));
        return out.text();
    }

    @Test
    void whoHoldsAtTheStartIsInTheLedgerThoughHeLetsGo(@TempDir Path folder) throws IOException {
        String text = told(folder, "tree");
        assertTrue(
                text.contains("references of ref: 2 at the start, 0 at the end\n"
                        + "    tree: 1 from the start, none from step 1\n"
                        + "    user: 1 from the start, none from step 2\n"),
                text);
    }

    @Test
    void whoHasTakenAReferenceIsSaidToHoldIt(@TempDir Path folder) throws IOException {
        String text = told(folder, "work");
        assertTrue(text.contains("The ref has 1 reference: work 1."), text);
        assertTrue(text.contains("    user: 1 from the start, none from step 2\n    work: 1 from step 1\n"), text);
    }
}
