package pagelife.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Output compared with a file that a person has read. {@code mvn -pl reports -am test -Dupdate.golden} writes the files
 * anew; read the difference before you commit it.
 */
public final class Golden {
    private static final Path FOLDER = Path.of("src/test/resources/golden");

    private Golden() {}

    /** Expects {@code actual} to be what {@code file} says. */
    public static void expect(String file, String actual) {
        Path path = FOLDER.resolve(file);
        try {
            if (System.getProperty("update.golden") != null) {
                Files.createDirectories(path.getParent());
                Files.writeString(path, actual);
            }
            assertTrue(Files.exists(path), () -> path + " is missing: make it with -Dupdate.golden");
            assertEquals(Files.readString(path), actual, () -> path + " differs: if that is meant, -Dupdate.golden");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
