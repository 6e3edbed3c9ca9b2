package pagelife.reports.cli;

import io.vavr.collection.Seq;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import pagelife.reports.page.Amounts;

/**
 * The file that {@code --evidence} names: a zip archive, which must not be there yet.
 *
 * <p>The same entries give the same bytes: they stand in the order given, all of the same time, and are not compressed,
 * since compressors differ between versions of Java.
 *
 * @param path where
 */
record EvidenceFile(Path path) {
    /** The option that asks for it. */
    static final String OPTION = "--evidence";

    private static final String ENDING = ".zip";

    /** The first time that an archive can say: no clock is asked. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    /**
     * A file of an archive.
     *
     * @param name its name
     * @param text what it says
     */
    record Entry(String name, String text) {}

    /** The file of this name: before a search is begun, it is known that it can be written. */
    static EvidenceFile named(String name) {
        Path path = Request.path(OPTION, name);
        if (!name.endsWith(ENDING)) {
            throw new UsageException(OPTION + " (" + name + ") must end in " + ENDING + ": it is an archive of files");
        }
        if (Files.exists(path)) {
            throw new UsageException(
                    OPTION + " (" + name + ") exists already, and evidence is not overwritten: name another file");
        }
        Path folder = path.toAbsolutePath().normalize().getParent();
        if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw new UsageException(OPTION + " (" + name + ") cannot be written: " + folder
                    + " is not a folder that can be written to; name another");
        }
        return new EvidenceFile(path);
    }

    /**
     * Writes the file, and says where.
     *
     * @param otherwise how the check ended
     * @return that, or that we made a mistake if the naive search found something else
     */
    Exit write(Evidence evidence, Console console, Exit otherwise) {
        Seq<Entry> entries = evidence.entries();
        try {
            Files.write(path, bytes(entries), StandardOpenOption.CREATE_NEW);
        } catch (IOException e) {
            throw new UsageException(OPTION + " (" + path + ") cannot be written: " + e);
        }
        console.warn("evidence in " + path + ": " + Amounts.counted(entries.size(), "file") + ", "
                + Amounts.counted(evidence.kept().runs(), "run") + "; the naive search "
                + evidence.second().words());
        return evidence.second().disagrees() ? Exit.FAULT : otherwise;
    }

    private static byte[] bytes(Seq<Entry> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Entry entry : entries) {
                byte[] content = entry.text().getBytes(StandardCharsets.UTF_8);
                zip.putNextEntry(header(entry.name(), content));
                zip.write(content);
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("an array can be written to", e);
        }
        return bytes.toByteArray();
    }

    private static ZipEntry header(String name, byte[] content) {
        CRC32 sum = new CRC32();
        sum.update(content);
        ZipEntry header = new ZipEntry(name);
        header.setTimeLocal(NO_TIME);
        header.setMethod(ZipEntry.STORED);
        header.setSize(content.length);
        header.setCrc(sum.getValue());
        return header;
    }
}
