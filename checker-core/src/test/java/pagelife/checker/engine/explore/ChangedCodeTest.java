package pagelife.checker.engine.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pagelife.checker.Checker;
import pagelife.checker.model.Model;
import pagelife.checker.property.Property;
import pagelife.checker.result.Verdict;
import pagelife.checker.search.CheckpointException;
import pagelife.checker.search.Limits;
import pagelife.checker.search.Options;
import pagelife.checker.search.Storage;

/**
 * A model or a claim whose code is edited between a checkpoint and its resume: compiled twice, with the same names and
 * texts.
 */
class ChangedCodeTest {
    private static final String SOURCE = """
            package toy;

            import pagelife.checker.model.Cell;
            import pagelife.checker.model.Model;
            import pagelife.checker.model.ModelBuilder;
            import pagelife.checker.property.Invariant;

            public final class Counting {
                private final ModelBuilder builder = Model.builder("counting");
                private final Cell<Integer> count = builder.cell("count", 0);

                public Model model() {
                    builder.task("counter").forever().step("c1 up", now -> {
                        now.await(now.read(count) < 20);
                        now.change(count, n -> n + STEP);
                    });
                    return builder.build();
                }

                public Invariant claim() {
                    return Invariant.always("low", "the count is low", view -> CLAIM);
                }
            }
            """;

    @TempDir
    private Path folder;

    private record Protocol(Model model, Seq<Property> claims) {}

    /** The protocol with this step and this claim, from class files in the one folder that there is for them. */
    private Protocol compiled(String step, String claim) throws IOException, ReflectiveOperationException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        assumeTrue(compiler != null, "needs a JDK");
        Path source = folder.resolve("Counting.java");
        Files.writeString(source, SOURCE.replace("STEP", step).replace("CLAIM", claim));
        Path classes = Files.createDirectories(folder.resolve("classes"));
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        assertEquals(
                0,
                compiler.run(null, null, null, "-cp", path, "-d", classes.toString(), source.toString()),
                "compiles");
        URLClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()});
        Object counting = loader.loadClass("toy.Counting").getConstructor().newInstance();
        Class<?> type = counting.getClass();
        return new Protocol((Model) type.getMethod("model").invoke(counting), Vector.of((Property)
                type.getMethod("claim").invoke(counting)));
    }

    private Storage storage() {
        return Storage.NONE.withCheckpoint(folder.resolve("checkpoint"), 1);
    }

    private void leaveCheckpoint(Protocol protocol) {
        Checker.check(
                protocol.model(),
                protocol.claims(),
                Options.DEFAULT.withLimits(Limits.NONE.withDepth(5)).withStorage(storage()));
    }

    private Verdict resumed(Protocol protocol) {
        return Checker.check(
                        protocol.model(),
                        protocol.claims(),
                        Options.DEFAULT.withStorage(storage().resuming()))
                .findings()
                .head()
                .verdict();
    }

    private void requireRefused(Protocol protocol) {
        String said =
                assertThrows(CheckpointException.class, () -> resumed(protocol)).getMessage();
        assertTrue(said.contains("cannot be resumed: the code has changed since: toy.Counting"), said);
    }

    @Test
    void anEditedStepIsNotResumed() throws IOException, ReflectiveOperationException {
        leaveCheckpoint(compiled("1", "view.read(count) < 15"));
        requireRefused(compiled("2", "view.read(count) < 15"));
    }

    /*
     * The claim as it was first written holds of all that the checkpoint knows, and would never be asked there again.
     */
    @Test
    void anEditedClaimIsNotResumed() throws IOException, ReflectiveOperationException {
        leaveCheckpoint(compiled("1", "true"));
        requireRefused(compiled("1", "view.read(count) < 3"));
    }

    @Test
    void whatIsNotEditedIsResumed() throws IOException, ReflectiveOperationException {
        leaveCheckpoint(compiled("1", "view.read(count) < 15"));
        assertEquals(Verdict.VIOLATED, resumed(compiled("1", "view.read(count) < 15")));
    }
}
