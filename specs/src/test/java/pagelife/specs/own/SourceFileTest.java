package pagelife.specs.own;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pagelife.checker.model.ModelException;
import pagelife.checker.result.Finding;
import pagelife.checker.result.Result;
import pagelife.checker.result.Verdict;
import pagelife.checker.search.Options;
import pagelife.models.Settings;
import pagelife.models.Variant;
import pagelife.specs.FamilySpecs;
import pagelife.specs.Inquiry;
import pagelife.specs.Spec;

class SourceFileTest {
    @TempDir
    private Path folder;

    private FamilySpecs<?> load(String name, String text) {
        return new SourceFile(Studies.write(folder, name + ".java", text)).load();
    }

    private String refused(String name, String text) {
        Path file = Studies.write(folder, name + ".java", text);
        LoadException refused = assertThrows(LoadException.class, () -> new SourceFile(file).load());
        return refused.getMessage().replace(file.toString(), "FILE");
    }

    /** A study whose draft is this code. */
    private static String study(String code) {
        return "import io.vavr.collection.*;\nimport pagelife.checker.model.*;\nimport pagelife.specs.own.*;\n"
                + "public class X implements Study {\n  public void draft(Draft d) {\n    " + code + "\n  }\n}\n";
    }

    private String mistake(String code) {
        FamilySpecs<?> specs = load("X", study(code));
        return assertThrows(
                        ModelException.class,
                        () -> Inquiry.about(Vector.of(specs), "X", Settings.NONE, Settings.NONE)
                                .all())
                .getMessage();
    }

    private static Result check(FamilySpecs<?> specs, String variant) {
        Inquiry<?> inquiry = Inquiry.about(Vector.of(specs), variant, Settings.NONE, Settings.NONE);
        return inquiry.check(inquiry.all(), Options.DEFAULT);
    }

    @Test
    void aFileIsAModelAndItsClaims() {
        Seq<Finding> findings =
                check(load("LostUpdate", Studies.LOST_UPDATE), "LostUpdate").findings();
        assertEquals(
                Vector.of("both count", "no deadlock"),
                findings.map(finding -> finding.property().name()));
        assertEquals(Vector.of(Verdict.VIOLATED, Verdict.HOLDS), findings.map(Finding::verdict));
        assertEquals(4, findings.head().trace().get().steps().size());
    }

    @Test
    void rulesBoundsVariantsAndExpectationsAreAskedAsOfAnyFamily() {
        FamilySpecs<?> specs = load("Kref", Studies.KREF);
        assertEquals(
                Vector.of("Kref/right", "Kref/plain"), specs.family().variants().map(Variant::fullName));
        assertEquals(Vector.of("Kref/right", "Kref/plain"), specs.specs().map(Spec::id));
        assertEquals(
                Vector.of("HOLDS", "HOLDS", "HOLDS", "HOLDS"),
                check(specs, "Kref/right")
                        .findings()
                        .map(finding -> finding.verdict().name()));
        Result plain = check(specs, "Kref/plain");
        Finding broken =
                plain.findings().find(one -> one.verdict() == Verdict.VIOLATED).get();
        assertEquals("INV-1 FreedOnce", broken.property().name());
        assertEquals(3, broken.trace().get().steps().size());
    }

    @Test
    void anErrorOfTheCompilerHasPlaceLineCaretAndAWayOut() {
        String text = """
                import pagelife.specs.own.*;
                public class X implements Study {
                    public void draft(Draft d) {
                        Cell<Integer> c = d.cell("c", 0);
                    }
                }
                """;
        assertEquals(
                "FILE does not compile: one error\n"
                        + "FILE:4:9: cannot find symbol; symbol:   class Cell; location: class X\n"
                        + "          Cell<Integer> c = d.cell(\"c\", 0);\n"
                        + "          ^\n"
                        + "  add: import pagelife.checker.model.Cell;",
                refused("X", text));
    }

    @Test
    void aLocalThatChangesIsACell() {
        String said = refused("X", study("int n = 0; d.task(\"a\").step(\"s go\", now -> { n++; });"));
        assertTrue(said.contains("\n  what changes from step to step is a cell: declare one with d.cell"), said);
        assertTrue(said.contains("FILE:6:"), said);
    }

    @Test
    void theClassHasTheNameOfTheFile() {
        String said = refused("Y", study(""));
        assertTrue(said.contains("\n  give the file the name of its public class"), said);
    }

    @Test
    void theClassIsAStudy() {
        assertEquals(
                "class X in FILE is not a study: let it implement pagelife.specs.own.Study",
                refused("X", "public class X {}"));
        assertEquals(
                "FILE has no class X: the class of the study is public and has the name of its file; rename one of the two",
                refused("X", "class Z {}"));
        assertEquals(
                "class X in FILE cannot be instantiated: declare it public, and not abstract",
                refused(
                        "X",
                        "class X implements pagelife.specs.own.Study { public void draft(pagelife.specs.own.Draft d) {} }"));
        assertEquals(
                "class X in FILE has no public constructor without parameters: give it one, and say what varies in outline",
                refused("X", study("").replace("public void draft", "public X(int n) {}\n  public void draft")));
    }

    @Test
    void aMistakeInTheOutlineIsToldWithItsLine() {
        assertEquals(
                "FILE cannot be loaded: X.java:5: java.lang.IllegalStateException: no; fix it there",
                refused("X", outlined("throw new IllegalStateException(\"no\");")));
        assertEquals(
                "FILE cannot be loaded: something is expected of variant \"silent\", which is not declared: no variant is"
                        + " declared; name none; fix it there",
                refused("X", outlined("o.expect(\"silent\", row -> row);")));
        assertEquals(
                "FILE cannot be loaded: X.java:5: a variant sets wakes, which is neither a rule nor a bound: declare it"
                        + " before the variant, with rule or bound; fix it there",
                refused("X", outlined("o.variant(\"silent\", \"\", pagelife.models.Settings.parse(\"wakes=no\"));")));
    }

    private static String outlined(String code) {
        return study("")
                .replace(
                        "  public void draft",
                        "  public void outline(Outline o) { " + code + " }\n  public void draft");
    }

    @Test
    void aMistakeInTheDraftIsToldWithItsLine() {
        assertEquals(
                "X.java:6: cell a is declared twice in model X: names must be unique; rename one",
                mistake("d.cell(\"a\", 1); d.cell(\"a\", 2);"));
        assertEquals("X.java:6: java.lang.NullPointerException", mistake("throw new NullPointerException();"));
        assertEquals(
                "X.java:6: the draft asks for rule fast, which its outline does not declare: say outline.rule(...) there",
                mistake("d.rule(pagelife.models.Rule.flag(\"fast\", \"fast\", true));"));
        assertEquals(
                "actor a has no step z: it has s; ask for one of these",
                mistake("d.task(\"a\").step(\"s go\", now -> {}); d.never(\"n\", \"c\", d.at(\"a\", \"z\"));"));
        assertEquals(
                "two claims about X are called n: names are unique; rename one",
                mistake(
                        "d.task(\"a\").step(\"s go\", now -> {}); d.never(\"n\", \"c\", s -> false); d.never(\"n\", \"c\", s -> false);"));
        assertEquals(
                "claim f, at 4: expected a formula, found the end\n  [](\n     ^",
                mistake("d.task(\"a\").step(\"s go\", now -> {}); d.everyRun(\"f\", \"c\", \"[](\");"));
    }

    @Test
    void whatIsNoSuchFileIsRefused() {
        assertEquals(
                "there is no file nowhere.java: check the path",
                assertThrows(LoadException.class, () -> new SourceFile(Path.of("nowhere.java")).load())
                        .getMessage());
        assertEquals(
                "x.txt is not a Java source file: their names end in .java",
                assertThrows(LoadException.class, () -> new SourceFile(Path.of("x.txt")).load())
                        .getMessage());
    }
}
