package pagelife.checker.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.Closeable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pagelife.checker.engine.store.Disk;
import pagelife.checker.search.Options;

/** Whatever a search opens it closes: a process that asks a thousand questions would come to the limit of files. */
final class OpenFilesTest {
    @TempDir
    private Path root;

    private final Set<Object> open = Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));
    private int opened;

    static Stream<Named<Function<Path, Options>>> ways() {
        return Stream.of(
                Named.of("checkpoints", Spiral::checkpoints),
                Named.of("through disk", Spiral::scratch),
                Named.of("both", Spiral::allOnDisk));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void whatWasOpenedIsClosed(Function<Path, Options> way) {
        Spiral.of(3).run(counting(Disk.REAL), way.apply(root.resolve("run")));
        assertTrue(opened > 0, "no file was opened");
        assertEquals(0, open.size(), () -> open.size() + " of " + opened + " files are still open");
    }

    @Test
    void whatWasOpenedIsClosedWhereTheSearchGoesOnFromIt() {
        Options options = Spiral.allOnDisk(root.resolve("run"));
        Spiral.of(3).run(Disk.REAL, options);
        Spiral.of(3)
                .run(counting(Disk.REAL), options.withStorage(options.storage().resuming()));
        assertEquals(0, open.size(), () -> open.size() + " of " + opened + " files are still open");
    }

    private Disk counting(Disk disk) {
        return wrapped(Disk.class, disk, result -> result instanceof Closeable file ? noted(file) : result);
    }

    private Object noted(Closeable file) {
        Class<?> type = file instanceof Disk.Input ? Disk.Input.class : Disk.Output.class;
        opened++;
        open.add(file);
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            if (method.getName().equals("close")) {
                open.remove(file);
            }
            return called(file, method, arguments);
        });
    }

    private static <T> T wrapped(Class<T> type, T inner, Function<Object, Object> change) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> change.apply(called(inner, method, arguments))));
    }

    private static Object called(Object on, java.lang.reflect.Method method, Object[] arguments) throws Throwable {
        try {
            method.setAccessible(true);
            return method.invoke(on, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
