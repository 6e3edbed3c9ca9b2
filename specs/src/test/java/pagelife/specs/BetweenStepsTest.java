package pagelife.specs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.LinkedHashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import pagelife.checker.model.Model;
import pagelife.checker.model.State;
import pagelife.checker.model.Transition;
import pagelife.checker.naive.NaiveSearch;
import pagelife.models.Family;
import pagelife.specs.catalogue.Catalogue;

/** What fixes are about lies between two steps of the models, not inside of one: decision 0014 lists them. */
final class BetweenStepsTest {
    private static final Path DECISION = Path.of("../checker-core/decisions/0014-what-stays-there-twice.md");
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| [^|]+ \\| [^|]+ \\| `([^`]+)` \\| ([\\w-]+) (\\w+) (\\w+) \\|$");

    private static final Seq<Spec> SPECS = Catalogue.specs();

    /** Nobody else acts there that matters, as the decision says. */
    private static final Set<String> ALONE = LinkedHashSet.of("stride");

    @TestFactory
    Stream<DynamicTest> anotherTaskActsBetweenTheStepsOfEachRow() throws IOException {
        return rows().map(row -> DynamicTest.dynamicTest(
                        row.group(1) + " " + row.group(2) + " " + row.group(3) + " " + row.group(4),
                        () -> assertTrue(isFound(row.group(1), row.group(2), row.group(3), row.group(4)))))
                .toJavaStream();
    }

    @Test
    void stepsThatAreOneHaveNobodyBetweenThem() {
        assertTrue(!isFound("waitwake/right", "unpin", "k1", "k4"));
        assertTrue(!isFound("waitwake/right", "unpin", "k3", "k1"));
    }

    @Test
    void noFamilyOfTheKernelIsLeftOut() throws IOException {
        Seq<String> families = Catalogue.families()
                .map(FamilySpecs::family)
                .map(Family::name)
                .filter(name -> Files.isDirectory(Path.of("../models/src/main/java/pagelife/models", name)))
                .reject(name -> name.equals("bench") || ALONE.contains(name));
        assertEquals(
                Vector.empty(),
                families.removeAll(rows().map(row -> row.group(1).split("/")[0])));
    }

    private static Seq<MatchResult> rows() throws IOException {
        Seq<MatchResult> rows =
                Vector.ofAll(ROW.matcher(Files.readString(DECISION)).results());
        assertTrue(rows.size() > 30, rows.size() + " rows");
        return rows;
    }

    /** Breadth first, without the engine, until a run is found. */
    private static boolean isFound(String id, String task, String first, String second) {
        Spec spec = SPECS.find(row -> row.id().equals(id)).get();
        Model model = Inquiry.about(Catalogue.families(), spec.variant(), spec.rules(), spec.bounds())
                .model();
        assertTrue(model.actors().exists(actor -> actor.name().equals(task)), () -> task + " is no task of " + id);
        java.util.Set<State> seen = new HashSet<>();
        ArrayDeque<State> queue = new ArrayDeque<>();
        model.initialStates().forEach(queue::add);
        while (!queue.isEmpty()) {
            for (Transition transition : NaiveSearch.from(queue.remove())) {
                State after = NaiveSearch.after(transition);
                if (isStep(transition, task, first) && isLeftOpen(after, task, second)) {
                    return true;
                }
                if (seen.add(after)) {
                    queue.add(after);
                }
            }
        }
        return false;
    }

    private static boolean isLeftOpen(State between, String task, String second) {
        return Vector.ofAll(NaiveSearch.from(between))
                .reject(other -> other.actor().name().equals(task))
                .flatMap(other -> NaiveSearch.from(NaiveSearch.after(other)))
                .exists(next -> isStep(next, task, second));
    }

    private static boolean isStep(Transition transition, String task, String label) {
        return transition.actor().name().equals(task) && transition.step().id().equals(label);
    }
}
