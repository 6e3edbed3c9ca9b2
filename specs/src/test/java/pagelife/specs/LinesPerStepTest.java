package pagelife.specs;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.LinkedHashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Try;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pagelife.checker.model.Step;
import pagelife.models.Family;
import pagelife.models.Protocol;
import pagelife.models.Settings;
import pagelife.models.Variant;
import pagelife.models.Workload;
import pagelife.specs.catalogue.Catalogue;
import pagelife.specs.workloads.Alphabet;
import pagelife.specs.workloads.Selection;

/**
 * How many lines of the models a step costs: all lines of the families of the kernel and of the parts that they share,
 * comments and imports among them, by the steps that their variants have. What a task does in the usual workloads counts
 * once for each kind of task; what only other workloads do counts once.
 */
class LinesPerStepTest {
    private static final Path MODELS = Path.of("../models/src/main/java/pagelife/models");

    private static final Seq<FamilySpecs<?>> FAMILIES = Catalogue.families()
            .filter(family -> Files.isDirectory(MODELS.resolve(family.family().name())));

    /** It was 44.2 when each step was a class and a method, and no step said what it saw or which statement it is. */
    private static final double MOST = 45;

    @Test
    void aStepCostsFewerThan45Lines() {
        long lines = lines("parts")
                + FAMILIES.map(family -> lines(family.family().name())).sum().longValue();
        int steps = FAMILIES.map(family -> steps(family.family())).sum().intValue();
        double each = (double) lines / steps;
        assertTrue(each < MOST, lines + " lines / " + steps + " steps = " + each);
    }

    private static <P extends Protocol> int steps(Family<P> family) {
        Seq<Step> usual =
                family.variants().flatMap(variant -> steps(family.build(variant, Settings.NONE, Settings.NONE)));
        Set<String> labels = LinkedHashSet.ofAll(usual.map(Step::label));
        Set<String> others = LinkedHashSet.ofAll(
                family.variants().flatMap(variant -> called(family, variant)).map(Step::label));
        return usual.map(Step::toString).distinct().size()
                + others.removeAll(labels).size();
    }

    private static Seq<Step> steps(Protocol protocol) {
        return protocol.model().actors().flatMap(actor -> actor.steps());
    }

    /** The steps of every operation, each called by a task of its own; some mean nothing under the rules of a variant. */
    private static <P extends Protocol> Seq<Step> called(Family<P> family, Variant variant) {
        var operations = family.build(variant, Settings.NONE, Settings.NONE).operations();
        Seq<String> narrower = operations
                .all()
                .map(operation -> operation.name())
                .distinct()
                .removeAll(Alphabet.of(operations)
                        .calls()
                        .map(call -> call.operation().name()));
        return Alphabet.of(operations, new Selection(Vector.empty(), narrower))
                .calls()
                .map(call -> Workload.NONE.task("task", call.toString()))
                .flatMap(workload -> Try.of(() -> steps(family.build(variant, Settings.NONE, Settings.NONE, workload)))
                        .getOrElse(Vector.empty()));
    }

    private static long lines(String room) {
        try (Stream<Path> files = Files.list(MODELS.resolve(room))) {
            return Vector.ofAll(files.toList())
                    .map(LinesPerStepTest::linesOf)
                    .sum()
                    .longValue();
        } catch (IOException e) {
            throw new AssertionError(room, e);
        }
    }

    private static long linesOf(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new AssertionError(file.toString(), e);
        }
    }
}
