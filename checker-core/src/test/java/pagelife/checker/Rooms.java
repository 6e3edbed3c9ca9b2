package pagelife.checker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The packages of a module, as far as they stand one above the other.
 *
 * @param root the package that all the others are in, such as {@code pagelife.models}
 * @param floors the packages from the ground up, each without the root's name; the root is the empty word. Packages of
 *     one floor use each other not at all
 */
public record Rooms(String root, Seq<Seq<String>> floors) {

    /** The same with each floor as a text: packages with spaces between them; the root is {@code .} there. */
    public static Rooms of(String root, String... floors) {
        return new Rooms(
                root,
                Vector.of(floors).map(floor -> Vector.of(floor.split(" ")).map(room -> room.equals(".") ? "" : room)));
    }

    /**
     * Every package uses only packages below it.
     *
     * @param least so many arrows there must be, lest none are seen and nothing is tested
     */
    public void assertEveryArrowPointsDown(int least) throws IOException {
        TreeSet<Arrow> arrows = arrows();
        assertTrue(arrows.size() >= least, arrows.toString());
        assertEquals(TreeSet.empty(), arrows.reject(arrow -> floor(arrow.used()) < floor(arrow.user())));
    }

    private TreeSet<Arrow> arrows() throws IOException {
        Path sources = Path.of("src/main/java", root.split("\\."));
        Pattern imported = Pattern.compile("import (?:static )?" + Pattern.quote(root) + "((?:\\.[a-z]+)*)\\.[A-Z]");
        TreeSet<Arrow> arrows = TreeSet.empty();
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                String user = sources.relativize(file.getParent()).toString().replace('/', '.');
                arrows = arrows.addAll(Vector.ofAll(
                                imported.matcher(Files.readString(file)).results())
                        .map(used -> new Arrow(user, used.group(1).replaceFirst("\\.", ""))));
            }
        }
        return arrows.reject(arrow -> arrow.user().equals(arrow.used()));
    }

    private int floor(String room) {
        int floor = floors.indexWhere(each -> each.contains(room));
        assertTrue(floor >= 0, "package " + root + " " + room + " has no floor: give it one");
        return floor;
    }

    private record Arrow(String user, String used) implements Comparable<Arrow> {
        @Override
        public int compareTo(Arrow other) {
            return toString().compareTo(other.toString());
        }

        @Override
        public String toString() {
            return user + " -> " + used;
        }
    }
}
