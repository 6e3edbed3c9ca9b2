package pagelife.specs.own;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import pagelife.specs.FamilySpecs;

/**
 * A study in one Java source file. The file has a public class of its own name that implements {@link Study} (or
 * {@link FamilySpecs}, for who wants all of it), with a public constructor without parameters; it is compiled in
 * memory, and may use what is exported of Pagelife and the libraries that come with it.
 *
 * @param path the file
 */
public record SourceFile(Path path) {
    /** How the names of such files end. */
    public static final String EXTENSION = ".java";

    /* A protocol is some pages of text. */
    private static final long MOST_BYTES = 1 << 20;

    /**
     * The study in it, compiled and loaded.
     *
     * @param address the words by which a command names the file
     * @throws LoadException where there is none: with file, line, column and what to do
     */
    public FamilySpecs<?> load(Seq<String> address) {
        return load(address, address);
    }

    /** The same, for a litmus test that says itself where it is. */
    public FamilySpecs<?> loadForTest() {
        return load(Vector.of(path.toString()), Vector.empty());
    }

    private FamilySpecs<?> load(Seq<String> address, Seq<String> before) {
        Compilation compiled = Compilation.of(path, text());
        Class<?> found = compiled.classes()
                .find(type -> type.getSimpleName().equals(className()))
                .getOrElseThrow(() -> new LoadException(path + " has no class " + className()
                        + ": the class of the study is public and has the name of its file; rename one of the two"));
        return Loaded.of(found, path.toString(), address, before);
    }

    /** The same, named by its path. */
    public FamilySpecs<?> load() {
        return load(Vector.of(path.toString()));
    }

    private String className() {
        String file = path.getFileName().toString();
        return file.substring(0, file.length() - EXTENSION.length());
    }

    private String text() {
        if (!path.toString().endsWith(EXTENSION)) {
            throw new LoadException(path + " is not a Java source file: their names end in " + EXTENSION);
        }
        if (!Files.exists(path)) {
            throw new LoadException("there is no file " + path + ": check the path");
        }
        try {
            if (!Files.isRegularFile(path)) {
                throw new LoadException(path + " is not a file: name the source file of a study");
            }
            if (Files.size(path) > MOST_BYTES) {
                throw new LoadException(path + " has " + Files.size(path) + " bytes: a study has at most " + MOST_BYTES
                        + "; split it, and use --path");
            }
            return Files.readString(path);
        } catch (CharacterCodingException e) {
            throw new LoadException(path + " is not written in UTF-8: save it as UTF-8");
        } catch (IOException e) {
            throw new LoadException(path + " cannot be read (" + e.getMessage() + ")");
        }
    }
}
