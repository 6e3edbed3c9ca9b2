package pagelife.models.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vavr.collection.HashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Now;
import pagelife.checker.model.StepView;

/** The page of the primitives names each of them, and whatever a step can call of it. */
class PrimitivesPageTest {
    private static final Path PAGE = Path.of("../docs/primitives.md");
    private static final Path SOURCES = Path.of("src/main/java/pagelife/models/kernel");
    private static final Pattern CALL = Pattern.compile("`(?:\\w+\\.)?(?<type>[A-Z]\\w+)\\.(?<method>[a-z]\\w+)\\b");

    @Test
    void thePageNamesWhatStepsCanCallAndNothingElse() throws IOException {
        Seq<MatchResult> written =
                Vector.ofAll(CALL.matcher(Files.readString(PAGE)).results().toList());
        Set<String> named =
                written.map(call -> call.group(1) + "." + call.group(2)).toSet();
        Set<String> callable = types().flatMap(PrimitivesPageTest::calls).toSet();
        Set<String> known = types().flatMap(PrimitivesPageTest::methods).toSet();

        assertEquals(HashSet.empty(), callable.removeAll(named), "not on the page");
        assertEquals(
                HashSet.empty(),
                named.filter(call -> !call.startsWith("Owner.")).removeAll(known),
                "on the page, and no method");
    }

    private static Seq<Class<?>> types() throws IOException {
        try (Stream<Path> files = Files.list(SOURCES)) {
            return Vector.ofAll(files.map(file -> file.getFileName().toString().replace(".java", ""))
                            .filter(name -> !name.equals("package-info"))
                            .toList())
                    .map(PrimitivesPageTest::named)
                    .filter(type -> Modifier.isPublic(type.getModifiers()));
        }
    }

    private static Class<?> named(String simple) {
        try {
            return Class.forName("pagelife.models.kernel." + simple);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static Seq<String> methods(Class<?> type) {
        return publics(type).map(method -> type.getSimpleName() + "." + method.getName());
    }

    private static Seq<Method> publics(Class<?> type) {
        return Vector.of(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic());
    }

    /** What takes a step, gives a part of a script, or declares. */
    private static Seq<String> calls(Class<?> type) {
        return publics(type)
                .filter(method -> method.getReturnType() == Consumer.class
                        || Arrays.stream(method.getParameterTypes()).anyMatch(PrimitivesPageTest::isOfAStep))
                .map(method -> type.getSimpleName() + "." + method.getName());
    }

    private static boolean isOfAStep(Class<?> parameter) {
        return parameter == StepView.class || parameter == Now.class || parameter == ModelBuilder.class;
    }
}
