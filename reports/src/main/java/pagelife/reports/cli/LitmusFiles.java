package pagelife.reports.cli;

import com.google.common.base.Splitter;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import pagelife.checker.ltl.SyntaxError;
import pagelife.checker.model.TextException;
import pagelife.specs.litmus.Litmus;
import pagelife.specs.litmus.Posed;

/** Finds the files with litmus tests, and reads them. Whatever is there, the answer is a text or one line. */
final class LitmusFiles {
    /* A litmus test is a page of text. */
    private static final int MOST_BYTES = 1 << 20;
    private static final int DEEPEST = 32;

    private LitmusFiles() {}

    /** Whether a word of the command line names litmus tests: a file that is called so, or a folder. */
    static boolean areNamedBy(String word) {
        return word.endsWith(Litmus.EXTENSION) || isFolder(word);
    }

    /** Whether a word of the command line names a folder. */
    static boolean isFolder(String word) {
        return word.indexOf('\0') < 0 && Files.isDirectory(Request.path("FILE", word));
    }

    /** Whether a word that names no litmus test names another file. */
    static boolean isOther(String word) {
        return Files.exists(Request.path("FILE", word));
    }

    /**
     * The files that a word stands for: itself, or all tests in a folder and in those below it, in the order of their
     * names.
     */
    static Seq<Path> named(String word) {
        Path path = Request.path("FILE", word);
        if (!Files.isDirectory(path)) {
            return Vector.of(path);
        }
        try (Stream<Path> below = Files.walk(path, DEEPEST, new FileVisitOption[0])) {
            Vector<Path> files = Vector.ofAll(below.filter(LitmusFiles::isTest).sorted());
            if (files.isEmpty()) {
                throw new UsageException(
                        "folder " + word + " has no litmus test: their names end in " + Litmus.EXTENSION);
            }
            return files;
        } catch (IOException | UncheckedIOException e) {
            throw new UsageException("folder " + word + " cannot be read: " + e.getMessage());
        }
    }

    private static boolean isTest(Path path) {
        return path.toString().endsWith(Litmus.EXTENSION) && !Files.isDirectory(path);
    }

    /** The text of a file. */
    static String read(Path file) {
        if (!Files.exists(file)) {
            throw new UsageException("there is no file " + file + ": name a litmus test, or a folder of them");
        }
        if (!Files.isRegularFile(file)) {
            throw new UsageException(file + " is not a regular file: a litmus test is a page of text");
        }
        byte[] bytes = bytes(file);
        if (bytes.length > MOST_BYTES) {
            throw new UsageException(file + " has more than " + MOST_BYTES + " bytes: a litmus test is a page of text");
        }
        return text(file, bytes);
    }

    /** The test in a file, put to its family. */
    static Posed posed(Path file, Shelf shelf) {
        String text = read(file);
        try {
            Neighbours.Placed placed = placed(file, text, shelf);
            return Posed.of(placed.test(), placed.families());
        } catch (TextException e) {
            throw new UsageException(mistake(file, text, e));
        }
    }

    /** The test that this text is, and the families that it may speak of. */
    static Neighbours.Placed placed(Path file, String text, Shelf shelf) {
        return shelf.neighbours().place(file, Litmus.parse(text), shelf.families());
    }

    /** Where the mistake is, what it is, the line, and a caret. */
    static String mistake(Path file, String text, TextException mistake) {
        int at = Math.min(mistake.at(), text.length());
        int from = text.lastIndexOf('\n', at - 1) + 1;
        int line =
                (int) text.substring(0, at).chars().filter(sign -> sign == '\n').count();
        String content = Splitter.on('\n').splitToList(text).get(line).replaceAll("[\\t\\r]", " ");
        SyntaxError shown = new SyntaxError(content, at - from, "", "");
        return file + ":" + (line + 1) + ":" + (at - from + 1) + ": " + mistake.getMessage() + "\n  " + shown.excerpt()
                + "\n  " + shown.caret();
    }

    private static byte[] bytes(Path file) {
        try (InputStream stream = Files.newInputStream(file)) {
            return stream.readNBytes(MOST_BYTES + 1);
        } catch (IOException e) {
            throw new UsageException(file + " cannot be read: " + e.getMessage());
        }
    }

    private static String text(Path file, byte[] bytes) {
        ByteBuffer read = ByteBuffer.wrap(bytes);
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(read).toString();
            if (text.indexOf('\0') >= 0) {
                throw new UsageException(
                        file + " is not text: byte " + text.indexOf('\0') + " is 0; name a litmus test");
            }
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new UsageException(
                    file + " is not UTF-8 text: byte " + read.position() + " belongs to no character; write it anew");
        }
    }
}
