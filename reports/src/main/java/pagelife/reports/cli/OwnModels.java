package pagelife.reports.cli;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pagelife.specs.FamilySpecs;
import pagelife.specs.own.Binaries;
import pagelife.specs.own.LoadException;
import pagelife.specs.own.SourceFile;

/**
 * Models of one's own that a command line names: source files, and classes that {@code --path} finds. Once they are on
 * the shelf, what named them is put as the name of a family or a variant, so that every command takes them as it takes
 * those that come with Pagelife.
 */
final class OwnModels {
    static final String PATH = "--path";

    /** None. */
    static final OwnModels NONE = new OwnModels(Vector.empty());

    /** A file, and perhaps a variant of what is in it: {@code Kref.java/silent}. */
    private static final Pattern SOURCE = Pattern.compile("(.+\\.java)(/[^/]*)?");

    /** A class, and perhaps a variant. */
    private static final Pattern CLASS = Pattern.compile("([\\p{L}_$][\\w.$]*)(/[^/]*)?");

    private LinkedHashMap<String, FamilySpecs<?>> byFile = LinkedHashMap.empty();
    private Vector<FamilySpecs<?>> found = Vector.empty();
    private Vector<Binaries> places = Vector.empty();
    private final Seq<String> words;

    private OwnModels(Seq<String> words) {
        Seq<String> left = paths(words);
        this.words = Syntax.takesModels(left) ? read(left) : left;
    }

    /**
     * Reads the words of a command line.
     *
     * @throws UsageException where they name what is no model
     */
    static OwnModels of(String... words) {
        try {
            return new OwnModels(Vector.of(words));
        } catch (LoadException e) {
            throw new UsageException(e.getMessage());
        }
    }

    /** The words, with names of models where they came from is not said any more. */
    String[] words() {
        return words.toJavaArray(String[]::new);
    }

    /** Whether there are any. */
    boolean isEmpty() {
        return found.isEmpty() && places.isEmpty();
    }

    /** Those that are there. */
    Seq<FamilySpecs<?>> families() {
        return found;
    }

    /** Whether a word names one of them, or a variant or a row of one. */
    boolean hasNamed(String word) {
        return found.map(specs -> specs.family().name())
                .exists(name -> word.equals(name) || word.startsWith(name + "/") || word.startsWith(name + "+"));
    }

    /** This shelf with them on it. */
    Shelf on(Shelf shelf) {
        for (FamilySpecs<?> one : found) {
            String name = one.family().name();
            if (shelf.families().exists(known -> known.family().name().equalsIgnoreCase(name))) {
                throw new UsageException(
                        name + " is the name of a family that comes with Pagelife, upper and lower case"
                                + " being the same: rename the class");
            }
            if (found.exists(other -> other != one && other.family().name().equalsIgnoreCase(name))) {
                throw new UsageException("two models are called " + name + ": rename one, or check them one by one");
            }
        }
        return found.isEmpty() ? shelf : shelf.and(Source.of(found));
    }

    /** Takes each {@code --path} out, and looks what is there. */
    private Seq<String> paths(Seq<String> all) {
        Vector<String> left = Vector.empty();
        for (int i = 0; i < all.size(); i++) {
            String word = all.get(i);
            if (word.equals("--")) {
                return left.appendAll(all.drop(i));
            }
            if (word.equals(PATH) && i + 1 < all.size()) {
                search(all.get(++i));
            } else if (word.startsWith(PATH + "=")) {
                search(word.substring(PATH.length() + 1));
            } else {
                left = left.append(word);
            }
        }
        return left;
    }

    private void search(String place) {
        Binaries binaries = Binaries.in(place);
        places = places.append(binaries);
        found = found.appendAll(binaries.services());
    }

    private Seq<String> read(Seq<String> all) {
        int end = all.contains("--") ? all.indexOf("--") : all.size();
        return all.zipWithIndex().map(word -> word._2() < end ? read(word._1()) : word._1());
    }

    private String read(String word) {
        if (word.startsWith("-")) {
            return word;
        }
        Matcher source = SOURCE.matcher(word);
        if (source.matches()) {
            return named(ofFile(source.group(1)), source.group(2));
        }
        Matcher type = CLASS.matcher(word);
        return type.matches()
                ? ofClass(type.group(1)).map(one -> named(one, type.group(2))).getOrElse(word)
                : word;
    }

    private static String named(FamilySpecs<?> specs, String variant) {
        return specs.family().name() + (variant == null ? "" : variant);
    }

    private FamilySpecs<?> ofFile(String file) {
        return byFile.get(file).getOrElse(() -> {
            FamilySpecs<?> loaded = new SourceFile(Request.path("FILE", file)).load();
            byFile = byFile.put(file, loaded);
            found = found.append(loaded);
            return loaded;
        });
    }

    /** One that calls itself no service, or is named by its class and not by its family. */
    private Option<FamilySpecs<?>> ofClass(String name) {
        Option<FamilySpecs<?>> loaded =
                places.flatMap(place -> place.named(name)).headOption();
        return loaded.map(one -> found.find(
                        known -> known.family().name().equals(one.family().name()))
                .getOrElse(() -> {
                    found = found.append(one);
                    return one;
                }));
    }
}
