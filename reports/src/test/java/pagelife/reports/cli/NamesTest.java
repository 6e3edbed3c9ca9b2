package pagelife.reports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.base.Ticker;
import io.vavr.collection.LinkedHashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pagelife.reports.Captured;
import pagelife.reports.json.JsonFormatTest;
import pagelife.specs.FamilySpecs;
import pagelife.specs.catalogue.Catalogue;

/** Every name that a command prints, every command takes. */
final class NamesTest {
    private static final Pattern NAME =
            Pattern.compile("(?m)^(?: +|OK +|UNDECIDED +|DIFFERS +)?([\\w.+-]+/[\\w.+-]+)  ");
    private static final Pattern COMMAND = Pattern.compile("\\./check ([\\w.+-]+/[\\w.+-]+)");
    private static final Pattern ENTRY = Pattern.compile("(?m)^(\\w+)  ");
    private static final Pattern BUG = Pattern.compile("(?m)^    ([A-Za-z]+-?\\w*(?:-\\w+)*) +[a-zA-Z]");

    private static final Shelf SHELF = Shelf.shipped();

    private final Captured errors = new Captured();

    @Test
    void everyNameThatIsPrintedIsTakenByEveryCommand() {
        Set<String> names = printed();
        assertEquals(Vector.empty(), SHELF.names().removeAll(names), "list shows every name");
        assertTrue(names.size() > 250, names.size() + " names");
        for (String name : names) {
            assertEquals(Exit.AS_CLAIMED, run("list", name), () -> name + ": " + errors.text());
        }
        for (String name : names) {
            Exit exit = run(name, "--max-states", "1");
            assertTrue(exit == Exit.UNDECIDED || exit == Exit.BROKEN, () -> name + ": " + exit + errors.text());
        }
    }

    @Test
    void everyNameOfOneProtocolIsTakenByEveryCommandThatTakesOne() {
        for (String name : printed()) {
            Named named = SHELF.named(name);
            Exit exit = run("graph", name, "--max-states", "1");
            assertEquals(named.members().size() == 1 ? Exit.UNDECIDED : Exit.USAGE, exit, () -> name + errors.text());
            if (exit == Exit.USAGE) {
                assertTrue(errors.text().contains(name + " is a "), errors.text());
                assertTrue(errors.text().contains(named.members().head()), errors.text());
            }
        }
    }

    @Test
    void everyNameIsTakenByStepsAndReplay() {
        for (String name : printed()) {
            Exit steps = run("steps", name, "--max-states", "1000");
            assertTrue(steps == Exit.AS_CLAIMED || steps == Exit.UNDECIDED, () -> name + ": " + steps + errors.text());
            run("replay", "../specs/corpus/a-mid.litmus", "--against", name);
            assertFalse(errors.text().contains("unknown name"), () -> name + ": " + errors.text());
        }
    }

    @Test
    void whatIsListedOfEachFamilyAndOfEachKindOfNameFitsItsSchema() throws IOException {
        Seq<String> families = Catalogue.families().map(specs -> specs.family().name());
        for (String name : families.appendAll(Vector.of("fsdax/6.1", "G-a", "G-a/6.1"))) {
            Captured out = new Captured();
            assertEquals(Exit.AS_CLAIMED, run(out, "list", name, "--json"), errors.text());
            JsonFormatTest.assertFits("pagelife-list-1", out.text());
        }
        Captured all = new Captured();
        run(all, "list", "--json");
        JsonFormatTest.assertFits("pagelife-list-1", all.text());
    }

    @Test
    void everyNameIsCompleted() {
        Captured out = new Captured();
        run(out, "completion");
        SHELF.names().forEach(name -> assertTrue(out.text().contains(name), name));
    }

    /** A code without words would be a riddle, and words without a row a promise. */
    @Test
    void everyRowOfAnotherNameThanItsFamilyIsOfABugInWords() {
        for (FamilySpecs<?> specs : Catalogue.families()) {
            Seq<String> others =
                    specs.ids().reject(id -> id.startsWith(specs.family().name() + "/"));
            assertEquals(
                    specs.bugs().keySet(),
                    others.flatMap(id -> Shelf.code(specs, id)).toSet());
            assertEquals(others, others.filter(id -> Shelf.code(specs, id).isDefined()));
        }
    }

    /** A name that is a variant's and a row's means the same either way. */
    @Test
    void aRowThatIsCalledLikeAVariantIsTheVariantAsItIs() {
        for (FamilySpecs<?> specs : Catalogue.families()) {
            specs.family()
                    .variants()
                    .flatMap(variant -> specs.spec(variant.fullName()))
                    .forEach(row -> {
                        assertEquals(row.id(), row.variant());
                        assertTrue(
                                row.rules().isEmpty()
                                        && row.bounds().isEmpty()
                                        && row.fairness().isEmpty(),
                                row.id());
                    });
        }
    }

    @Test
    void aNameMeansOneThing() {
        Seq<String> names = SHELF.names();
        assertEquals(
                names.size(),
                names.map(name -> name.toLowerCase(java.util.Locale.ROOT))
                        .distinct()
                        .size());
    }

    @Test
    void aRowIsCheckedAsItSays() {
        Captured out = new Captured();
        assertEquals(Exit.BROKEN, run(out, "g-a/6.1"));
        assertTrue(out.text().contains("VIOLATED  LTL-1' StuckWaiter"), out.text());
        assertTrue(out.text().contains("unpinWakes=off (overrides of the variant)"), out.text());
        assertTrue(out.text().endsWith("repeat       ./check G-a/6.1\n"), out.text());
    }

    @Test
    void aFamilyAndABugAreALineForEachOfTheirs() {
        Captured family = new Captured();
        assertEquals(Exit.AS_CLAIMED, run(family, "share"));
        assertTrue(family.text().contains("6 specs as expected"), family.text());
        Captured bug = new Captured();
        assertEquals(Exit.AS_CLAIMED, run(bug, "G-a"));
        assertTrue(bug.text().contains("2 specs as expected"), bug.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "graph"})
    void aLitmusTestIsANameToo(String command) {
        Exit exit = run(command, "../specs/litmus/bugs/i-08-mapped.litmus");
        assertEquals(Exit.AS_CLAIMED, exit, errors.text());
    }

    @Test
    void theListOfARowHasItsReason() {
        Captured out = new Captured();
        run(out, "list", "G-b/7.2");
        assertTrue(out.text().contains("leaves the page idle and wakes nobody"), out.text());
        assertTrue(out.text().contains("why      The same where the last put is at 0"), out.text());
        assertTrue(out.text().contains("source   f4f451a16dd1"), out.text());
        assertTrue(out.text().contains("variant  fsdax/7.2-ext4 with undoWakes=off removals=0"), out.text());
        assertTrue(out.text().contains("expects  ACT-2 broken in 13, LTL-1' broken in 20"), out.text());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fsdax/6.2     | unknown name fsdax/6.2: nearest is fsdax/6.1; ./check list shows all
            G-c           | unknown name G-c: nearest is G-a; ./check list shows all
            list tyo      | unknown name tyo: ./check list shows all
            graph G-a     | G-a is a bug, and one protocol is needed: name one of G-a/6.1, G-a/7.2
            no.litmus     | there is no file no.litmus: name a litmus test, or a folder of them
            list x.litmus | there is no file x.litmus: name a litmus test, or a folder of them
            """)
    void aNameThatIsNoneIsAnsweredWithTheNearest(String line, String message) {
        assertEquals(Exit.USAGE, run(line.split(" ")));
        assertEquals("check: " + message + "\n", errors.text());
    }

    private Set<String> printed() {
        Captured list = new Captured();
        run(list, "list");
        Captured catalogue = new Captured();
        run(catalogue, "--all", "--max-states", "1");
        Captured claims = new Captured();
        run(true, claims, "claims");
        return LinkedHashSet.ofAll(found(NAME, list)
                .appendAll(found(ENTRY, list))
                .appendAll(bugs(list.text()))
                .appendAll(found(NAME, catalogue))
                .appendAll(found(COMMAND, claims)));
    }

    private static Seq<String> bugs(String list) {
        return Vector.of(list.split("\n\n"))
                .filter(section -> section.startsWith("  bugs, "))
                .flatMap(section -> Vector.ofAll(BUG.matcher(section).results().map(found -> found.group(1))));
    }

    private static Seq<String> found(Pattern pattern, Captured text) {
        return Vector.ofAll(pattern.matcher(text.text()).results().map(found -> found.group(1)));
    }

    private Exit run(String... arguments) {
        return run(new Captured(), arguments);
    }

    private Exit run(Captured out, String... arguments) {
        return run(false, out, arguments);
    }

    private Exit run(boolean interrupted, Captured out, String... arguments) {
        errors.clear();
        Console console = new Console(out.page(100), errors.stream(), -1, Ticker.systemTicker(), () -> interrupted);
        return new CheckCommand(console, SHELF).run(arguments);
    }
}
