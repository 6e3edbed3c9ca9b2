package pagelife.checker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rooms of this module stand one above the other: a package uses those below it, and none above. */
class RoomsTest {
    private static final Path SOURCES = Path.of("src/main/java/pagelife/checker");
    private static final Pattern IMPORT =
            Pattern.compile("import (?:static )?pagelife\\.checker((?:\\.[a-z]+)*)\\.[A-Z]");

    /** From the ground up. Packages of one floor use each other not at all. */
    private static final List<List<String>> FLOORS = List.of(
            List.of("value"),
            List.of("model"),
            List.of("ltl"),
            List.of("property"),
            List.of("result", "automaton"),
            List.of("search", "graph"),
            List.of("liveness"),
            List.of("engine.pack"),
            List.of("engine.code"),
            List.of("engine.store"),
            List.of("engine.walk"),
            List.of("engine.explore"),
            List.of("engine.runs"),
            List.of("engine"),
            List.of(""));

    private static int floor(String room) {
        for (int floor = 0; floor < FLOORS.size(); floor++) {
            if (FLOORS.get(floor).contains(room)) {
                return floor;
            }
        }
        throw new AssertionError("package " + room + " has no floor: give it one");
    }

    @Test
    void everyArrowPointsDown() throws IOException {
        TreeSet<String> wrong = new TreeSet<>();
        TreeSet<String> arrows = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                String own = SOURCES.relativize(file.getParent()).toString().replace('/', '.');
                Matcher matcher = IMPORT.matcher(Files.readString(file));
                while (matcher.find()) {
                    String used =
                            matcher.group(1).isEmpty() ? "" : matcher.group(1).substring(1);
                    if (!used.equals(own)) {
                        arrows.add(own + " -> " + used);
                    }
                    if (!used.equals(own) && floor(used) >= floor(own)) {
                        wrong.add(own + " -> " + used + " (" + file.getFileName() + ")");
                    }
                }
            }
        }
        assertTrue(arrows.size() > 30, arrows.toString());
        assertEquals(new TreeSet<>(), wrong);
    }
}
