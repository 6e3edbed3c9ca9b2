package pagelife.specs.own;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pagelife.specs.FamilySpecs;

class BinariesTest {
    @TempDir
    private Path sources;

    @TempDir
    private Path classes;

    @BeforeEach
    void compile() {
        String[] arguments = {
            "-cp",
            System.getProperty("java.class.path"),
            "-proc:none",
            "-d",
            classes.toString(),
            Studies.write(sources, "LostUpdate.java", Studies.LOST_UPDATE).toString(),
            Studies.write(sources, "Kref.java", Studies.KREF).toString()
        };
        assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments));
    }

    private void service(String text) throws IOException {
        Path services = Files.createDirectories(classes.resolve("META-INF/services"));
        Files.writeString(services.resolve("pagelife.specs.own.Study"), text);
    }

    @Test
    void servicesAreFound() throws IOException {
        service("Kref\nLostUpdate\n");
        assertEquals(
                Vector.of("Kref", "LostUpdate"),
                Binaries.in(classes.toString())
                        .services()
                        .map(specs -> specs.family().name()));
    }

    @Test
    void othersAreFoundByTheNamesOfTheirClasses() {
        Binaries binaries = Binaries.in(classes.toString());
        assertTrue(binaries.services().isEmpty());
        FamilySpecs<?> found = binaries.named("Kref").get();
        assertEquals(
                Vector.of("--path", classes.toString(), "Kref/plain"),
                found.family().address("Kref/plain"));
        assertTrue(binaries.named("Krf").isEmpty());
        assertTrue(binaries.named("java.lang.String").isEmpty());
    }

    @Test
    void aServiceThatIsNoneIsRefused() throws IOException {
        service("Nothing\n");
        LoadException refused = assertThrows(
                LoadException.class, () -> Binaries.in(classes.toString()).services());
        assertTrue(
                refused.getMessage().contains("Provider Nothing not found; fix what is in META-INF/services"),
                refused.getMessage());
    }

    @Test
    void aPlaceThatIsNoneIsRefused() {
        assertEquals(
                "--path (nowhere) is not there: name a folder of classes, or a jar",
                assertThrows(LoadException.class, () -> Binaries.in("nowhere")).getMessage());
        String file = sources.resolve("Kref.java").toString();
        assertEquals(
                "--path (" + file + ") is neither a folder nor a jar: name one; a source file is named without --path",
                assertThrows(LoadException.class, () -> Binaries.in(file)).getMessage());
    }
}
