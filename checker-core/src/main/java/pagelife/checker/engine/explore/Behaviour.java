package pagelife.checker.engine.explore;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import com.google.common.io.MoreFiles;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pagelife.checker.model.Model;
import pagelife.checker.model.Step;

/**
 * What the code does that a search runs: a digest of every class file that may be loaded, those of the model and its
 * claims, of all that they may reach, and of the checker itself. Which of them matter cannot be told from outside (a
 * step may call anything), so all count: the class path, the module path, where the classes of the steps come from, and
 * what those jars name in their manifests.
 *
 * @param parts the digest of each class file, by {@code jar!class}, for the places that hold classes of those who wrote
 *     the steps, or the checker; of all other places one digest each
 */
record Behaviour(SortedMap<String, String> parts) {
    private static final String CLASS = ".class";
    private static final String SOURCE = ".java";

    /** That of the code that is running now. */
    static Behaviour of(Model model) {
        Set<Class<?>> types =
                new LinkedHashSet<>(model.steps().map(Step::definedIn).toJavaList());
        types.add(Behaviour.class);
        Set<Path> code = new LinkedHashSet<>();
        types.forEach(type -> source(type).forEach(code::add));
        Set<String> families = types.stream().map(Behaviour::family).collect(Collectors.toSet());
        SortedMap<String, String> parts = new TreeMap<>();
        for (Path place : places(code)) {
            SortedMap<String, String> classes = classes(place);
            String name = Objects.toString(place.getFileName());
            if (classes.keySet().stream().anyMatch(type -> families.stream().anyMatch(type::startsWith))) {
                classes.forEach((type, digest) -> add(parts, name + "!" + type, digest));
            } else if (!classes.isEmpty()) {
                add(parts, name, digest(classes));
            }
        }
        return new Behaviour(parts);
    }

    /** How the names of class files begin that one author wrote: {@code pagelife/}, {@code com/acme/}. */
    private static String family(Class<?> type) {
        String[] packages = type.getPackageName().split("\\.");
        boolean shared =
                packages.length > 1 && Set.of("com", "org", "net", "io").contains(packages[0]);
        return shared ? packages[0] + "/" + packages[1] + "/" : packages[0] + "/";
    }

    /** Places of one name are told apart by what is in them. */
    private static void add(SortedMap<String, String> parts, String name, String digest) {
        parts.merge(name, digest, (one, other) -> one.compareTo(other) < 0 ? one + other : other + one);
    }

    private static Option<Path> source(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return Option.none();
        }
        try {
            return Option.some(Path.of(source.getLocation().toURI()).toRealPath());
        } catch (URISyntaxException | IllegalArgumentException | IOException e) {
            return Option.none(); // no file: nothing that can be edited
        }
    }

    private static Set<Path> places(Set<Path> code) {
        Deque<Path> ahead = new ArrayDeque<>(code);
        for (String property : List.of("java.class.path", "jdk.module.path")) {
            for (String element : System.getProperty(property, "").split(File.pathSeparator)) {
                path(element).forEach(ahead::add);
            }
        }
        Set<Path> met = new LinkedHashSet<>();
        while (!ahead.isEmpty()) {
            Path place = ahead.poll();
            if (met.add(place) && Files.isRegularFile(place)) {
                ahead.addAll(namedBy(place));
            }
        }
        return met;
    }

    private static Option<Path> path(String text) {
        try {
            return text.isEmpty() ? Option.none() : Option.some(Path.of(text).toRealPath());
        } catch (InvalidPathException | IOException e) {
            return Option.none(); // it is not there: nothing comes from it
        }
    }

    private static List<Path> namedBy(Path jar) {
        List<Path> found = new ArrayList<>();
        try (JarFile file = new JarFile(jar.toFile())) {
            String named = file.getManifest() == null
                    ? null
                    : file.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            for (String each : named == null ? new String[0] : named.trim().split("\\s+")) {
                path(Path.of(jar.toUri().resolve(URI.create(each))).toString()).forEach(found::add);
            }
        } catch (IOException | IllegalArgumentException e) {
            return found; // no jar: no class comes from it
        }
        return found;
    }

    private static SortedMap<String, String> classes(Path place) {
        try {
            if (place.toString().endsWith(SOURCE)) { // compiled in memory: what is in it is what runs
                return new TreeMap<>(Map.of(SOURCE, digest(place)));
            }
            return Files.isDirectory(place) ? inFolder(place) : inJar(place);
        } catch (IOException e) {
            return new TreeMap<>(Map.of("", "unreadable"));
        }
    }

    private static SortedMap<String, String> inFolder(Path folder) throws IOException {
        SortedMap<String, String> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(CLASS)).toList()) {
                found.put(folder.relativize(file).toString(), digest(file));
            }
        }
        return found;
    }

    private static String digest(Path file) throws IOException {
        return MoreFiles.asByteSource(file).hash(Hashing.sha256()).toString().substring(0, 16);
    }

    /** A jar keeps a checksum and the size of each file. */
    private static SortedMap<String, String> inJar(Path jar) throws IOException {
        SortedMap<String, String> found = new TreeMap<>();
        try (JarFile file = new JarFile(jar.toFile())) {
            for (var entry : Collections.list(file.entries())) {
                if (entry.getName().endsWith(CLASS)) {
                    found.put(entry.getName(), Long.toHexString(entry.getCrc()) + "-" + entry.getSize());
                }
            }
        }
        return found;
    }

    private static String digest(SortedMap<String, String> classes) {
        Hasher hasher = Hashing.sha256().newHasher();
        classes.forEach((type, digest) -> hasher.putString(type + "=" + digest + "\n", StandardCharsets.UTF_8));
        return hasher.hash().toString();
    }

    /** What is not as it was, the first in the order of names; empty when all is. */
    Option<String> changed(Behaviour now) {
        Set<String> names = new LinkedHashSet<>(parts.keySet());
        names.addAll(now.parts.keySet());
        return Vector.ofAll(names)
                .filter(name -> !Objects.equals(parts.get(name), now.parts.get(name)))
                .sorted()
                .headOption()
                .map(name -> name.replaceFirst(".*!", "")
                        .replaceFirst("\\.class$", "")
                        .replace('/', '.'));
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(parts.size());
        for (Map.Entry<String, String> part : parts.entrySet()) {
            out.writeUTF(part.getKey());
            out.writeUTF(part.getValue());
        }
    }

    static Behaviour read(DataInput in) throws IOException {
        SortedMap<String, String> parts = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            parts.put(in.readUTF(), in.readUTF());
        }
        return new Behaviour(parts);
    }
}
