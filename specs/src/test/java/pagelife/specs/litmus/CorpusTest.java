package pagelife.specs.litmus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import pagelife.checker.result.Finding;
import pagelife.checker.result.Verdict;
import pagelife.checker.search.Options;
import pagelife.specs.Expectation;
import pagelife.specs.Spec;
import pagelife.specs.catalogue.Catalogue;

/** The litmus tests that come with Pagelife. */
class CorpusTest {
    private static final Path CORPUS = Path.of("litmus");

    /** A test that stands for a row of the catalogue says so in a remark. */
    private static final Pattern ROW = Pattern.compile("# The row (\\S+) of the catalogue");

    private static Seq<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(CORPUS)) {
            return Vector.ofAll(all.filter(Files::isRegularFile).sorted());
        }
    }

    private static Stream<DynamicTest> each(Claim claim) throws IOException {
        return files().map(file -> DynamicTest.dynamicTest(
                        CORPUS.relativize(file).toString(), () -> claim.check(file, Files.readString(file))))
                .toJavaStream();
    }

    @FunctionalInterface
    private interface Claim {
        void check(Path file, String text) throws Exception;
    }

    @TestFactory
    Stream<DynamicTest> everyTestComesOutAsItExpects() throws IOException {
        return each((file, text) -> {
            Answer answer =
                    Posed.of(Litmus.parse(text), Catalogue.families()).answer(Options.DEFAULT.withAuditEvery(1));
            assertEquals(
                    answer.posed().asked().map(asked -> text(asked.condition().expectation())),
                    answer.result()
                            .findings()
                            .zip(answer.posed().asked())
                            .map(pair -> found(pair._1(), pair._2().condition())));
        });
    }

    /** A length that the test does not name is no matter. */
    private static String found(Finding finding, Condition condition) {
        boolean matters = condition.expectation().length().isDefined();
        return condition.name() + ": "
                + Expected.text(
                        finding.verdict(),
                        finding.trace().map(trace -> trace.length()).filter(length -> matters));
    }

    private static String text(Expectation expectation) {
        return expectation.property() + ": " + Expected.text(expectation.verdict(), expectation.length());
    }

    @TestFactory
    Stream<DynamicTest> aTestThatStandsForARowOfTheCatalogueExpectsTheSame() throws IOException {
        Map<String, Spec> rows = Catalogue.specs().toMap(Spec::id, row -> row);
        return each((file, text) -> ROW.matcher(text)
                .results()
                .forEach(named -> compare(rows.get(named.group(1)).get(), Litmus.parse(text))));
    }

    /** A row names the verdicts that are news, and no length of what can be shown. */
    private static void compare(Spec row, Litmus test) {
        assertEquals(row.variant(), test.variant().text());
        for (Condition condition : test.conditions()) {
            Expectation known = row.expectations()
                    .find(one -> one.property().equals(condition.name()))
                    .get();
            Expectation own = condition.expectation();
            assertEquals(known.verdict(), own.verdict(), condition.name());
            assertEquals(
                    known.length(), own.length().filter(length -> known.length().isDefined()), condition.name());
        }
    }

    @TestFactory
    Stream<DynamicTest> aTestIsCalledAsItsFileAndSaysWhatItShows() throws IOException {
        return each((file, text) -> {
            Litmus test = Litmus.parse(text);
            assertEquals(file.getFileName().toString(), test.name() + Litmus.EXTENSION);
            assertTrue(test.about().endsWith("."), test.about());
        });
    }

    /** A broken protocol beside its right one: each verdict is expected of something. */
    @TestFactory
    Stream<DynamicTest> someTestExpectsEachVerdict() throws IOException {
        Seq<Verdict> expected = files().flatMap(file -> conditions(file))
                .map(condition -> condition.expectation().verdict())
                .distinct();
        return Vector.of(Verdict.HOLDS, Verdict.VIOLATED, Verdict.NEVER_HAPPENS)
                .map(verdict -> DynamicTest.dynamicTest(
                        verdict.name(), () -> assertTrue(expected.contains(verdict), expected.toString())))
                .toJavaStream();
    }

    private static Seq<Condition> conditions(Path file) {
        try {
            return Litmus.parse(Files.readString(file)).conditions();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
