package pagelife.reports.cli;

import io.vavr.collection.Seq;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;
import pagelife.reports.page.Ink;
import pagelife.reports.page.Page;

/**
 * The folder that {@code --out} names.
 *
 * @param path where it is
 */
record Folder(Path path) {
    /** File systems take names of 255 bytes; what comes before an ending has room enough with this. */
    private static final int LONGEST_WORD = 80;

    /** A trace of a thousand steps has a few megabytes. */
    private static final long MOST_BYTES = 64L << 20;

    /** The folder of this path, made if need be. */
    static Folder at(Path path) {
        return at("--out", path);
    }

    /** The folder that an option names, made if need be. */
    static Folder at(String option, Path path) {
        try {
            Files.createDirectories(path);
        } catch (IOException e) {
            throw new UsageException(
                    option + " (" + path + ") cannot be made a folder: " + reason(e) + "; name another");
        }
        if (!Files.isWritable(path)) {
            throw new UsageException(option + " (" + path + ") cannot be written to: name a folder that can");
        }
        return new Folder(path);
    }

    /** {@code text} as a part of a file's name: letters, digits and {@code + . _ -}, all else as a dash. */
    static String word(String text) {
        String word = text.replaceAll("[^A-Za-z0-9+._-]+", "-").replaceFirst("^[.-]+", "");
        return word.length() <= LONGEST_WORD ? word : word.substring(0, LONGEST_WORD);
    }

    /**
     * Writes a file, whole or not at all, over one that is there.
     *
     * @param taken the names that this report has used: a number tells one more of the same name from them
     * @param width how wide its lines should be
     * @return its name in full
     */
    String write(Seq<String> taken, String name, String ending, Consumer<Page> body, int width) {
        Path file = path.resolve(name + ending);
        for (int number = 2; taken.contains(file.toString()); number++) {
            file = path.resolve(name + "-" + number + ending);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8)) {
            body.accept(new Page(out, width, Ink.PLAIN));
        }
        try {
            replace(file, bytes.toByteArray());
        } catch (IOException e) {
            throw new UsageException("--out: " + file + " cannot be written: " + reason(e));
        }
        return file.toString();
    }

    /** Writes a text to a file, whole or not at all. */
    static void write(Path file, String text) {
        try {
            replace(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UsageException(file + " cannot be written: " + reason(e));
        }
    }

    /** The text of a file that an option names. */
    static String read(String option, String name) {
        Path file = Request.path(option, name);
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new UsageException(option + " (" + name + ") has more than " + MOST_BYTES + " bytes");
            }
            return Files.readString(file);
        } catch (MalformedInputException e) {
            throw new UsageException(option + " (" + name + ") is not UTF-8 text");
        } catch (IOException e) {
            throw new UsageException(option + " (" + name + ") cannot be read: " + reason(e));
        }
    }

    private static void replace(Path file, byte[] bytes) throws IOException {
        Path begun = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.write(begun, bytes);
            Files.move(begun, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(begun);
        }
    }

    /** Exceptions of files often have no more to say than their path. */
    private static String reason(IOException e) {
        return e.getClass().getSimpleName().replace("Exception", "") + ": " + e.getMessage();
    }
}
