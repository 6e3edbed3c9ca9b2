package pagelife.specs.own;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Arrays;

/** Where a class that is loaded already comes from, in the words by which a command finds it again. */
final class Origin {
    private Origin() {}

    /**
     * The words, such as {@code --path target/test-classes my.Kref}; none where a command would not find the class, or
     * could not make one.
     */
    static Seq<String> address(Class<?> type) {
        Path place = place(type);
        return isMade(type) && place != null ? Vector.of("--path", shortest(place), type.getName()) : Vector.empty();
    }

    /** The folder or jar of a class; null if it was made or fetched elsewhere. */
    private static Path place(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        if (source == null
                || source.getLocation() == null
                || !source.getLocation().getProtocol().equals("file")) {
            return null;
        }
        try {
            Path path = Path.of(source.getLocation().toURI());
            return Files.exists(path) ? path : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static String shortest(Path place) {
        Path here = Path.of("").toAbsolutePath();
        return (place.startsWith(here) ? here.relativize(place) : place).toString();
    }

    /** As {@link Loaded} makes it. */
    private static boolean isMade(Class<?> type) {
        return Modifier.isPublic(type.getModifiers())
                && Arrays.stream(type.getConstructors()).anyMatch(constructor -> constructor.getParameterCount() == 0);
    }
}
