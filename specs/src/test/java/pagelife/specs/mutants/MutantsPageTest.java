package pagelife.specs.mutants;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vavr.Tuple;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pagelife.checker.search.Options;
import pagelife.models.Workload;
import pagelife.specs.FamilySpecs;
import pagelife.specs.Subject;
import pagelife.specs.catalogue.Catalogue;
import pagelife.specs.workloads.Selection;

/** The table of docs/mutants.md says what comes out: of some protocols that take a second each, and its sums. */
class MutantsPageTest {
    private static final Pattern ROW =
            Pattern.compile("\\| (\\S+) \\|" + " (\\d[\\d,]*) \\|".repeat(6) + " (\\d+) % \\|");

    private static Map<String, Seq<Integer>> table = LinkedHashMap.empty();

    @BeforeAll
    static void read() throws IOException {
        String page = Files.readString(Path.of("../docs/mutants.md"));
        table = LinkedHashMap.ofEntries(Vector.ofAll(ROW.matcher(page).results().toList())
                .map(row -> Tuple.of(
                        row.group(1),
                        Vector.rangeClosed(2, 8)
                                .map(i -> Integer.parseInt(row.group(i).replace(",", ""))))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gup/longterm-7.2", "migrate/private", "pagefree/7.2", "stride/wanted", "share/6.2"})
    void aRowIsWhatComesOut(String variant) {
        Mutated found = new MutantSurvey(
                        Scenes.around(subject(variant), 2, 3, Workload.NONE, Selection.USUAL), Options.DEFAULT, 2)
                .run((done, all) -> {});
        assertEquals(
                Vector.of(
                        found.mutants().size(),
                        found.count(Fate.KILLED),
                        found.count(Fate.SURVIVED),
                        found.count(Fate.ALIKE) + found.count(Fate.EQUIVALENT),
                        found.count(Fate.INVALID),
                        found.count(Fate.UNDECIDED),
                        (int) Math.round(found.score() * 100)),
                table.get(variant).get());
    }

    private static Subject subject(String variant) {
        FamilySpecs<?> specs = Catalogue.families()
                .find(known -> variant.startsWith(known.family().name() + "/"))
                .get();
        return Subject.of(specs, specs.family().variant(variant).get());
    }

    @Test
    void itSumsUp() {
        Seq<Integer> all = table.get("all").get();
        Seq<Seq<Integer>> rows = table.remove("all").values().toVector();
        for (int column = 0; column < 6; column++) {
            int at = column;
            assertEquals(rows.map(row -> row.get(at)).sum().intValue(), all.get(at), "column " + column);
        }
        assertEquals(
                Math.round(100.0 * all.get(1) / (all.get(1) + all.get(2))),
                all.get(6).longValue());
    }
}
