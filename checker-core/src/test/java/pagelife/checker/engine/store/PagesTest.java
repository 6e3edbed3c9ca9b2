package pagelife.checker.engine.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Records in a file that is read in any order. */
class PagesTest {
    private static final RunFile.Medium MEDIUM = new RunFile.Medium(Disk.REAL, 7);

    @TempDir
    private Path folder;

    private static long[] record(long number, int words) {
        return new Random(number).longs(words).toArray();
    }

    private static long[] read(Pages pages, long record, int words) {
        int offset = pages.offsetOf(record);
        return Arrays.copyOfRange(pages.arrayOf(record), offset, offset + words);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 8", "2, 1", "3, 4", "7, 2", "600, 2"})
    void anyRecordIsReadAsItWasWrittenAlsoBeforeAllAre(int words, int frames) {
        Path file = folder.resolve("states-0.run");
        Random random = new Random(1);
        try (Pages pages = new Pages(MEDIUM, file, words, frames)) {
            for (int number = 0; number < 3_000; number++) {
                pages.add(record(number, words), 0);
                long any = random.nextInt(number + 1);
                assertArrayEquals(record(any, words), read(pages, any, words));
            }
            assertEquals(3_000, pages.records());
            assertTrue(pages.bytes() > 0 && Files.exists(file));
        }
        assertFalse(Files.exists(file), "it is removed at the end");
    }

    @Test
    void aDamagedPageIsAnErrorThatNamesTheFile() throws IOException {
        Path file = folder.resolve("states-0.run");
        try (Pages pages = new Pages(MEDIUM, file, 1, 1)) {
            for (int number = 0; number < 2_000; number++) {
                pages.add(record(number, 1), 0);
            }
            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length / 2] ^= 1;
            Files.write(file, bytes);
            UncheckedIOException error = assertThrows(UncheckedIOException.class, () -> {
                for (int number = 0; number < 2_000; number++) {
                    read(pages, number, 1);
                }
            });
            assertTrue(error.getCause().getMessage().contains("states-0.run"), error.getMessage());
        }
    }

    @Test
    void aPageDoesNotPassForAnother() throws IOException {
        Path file = folder.resolve("states-0.run");
        try (Pages pages = new Pages(MEDIUM, file, 1, 1)) {
            for (int number = 0; number < 2_000; number++) {
                pages.add(record(number, 1), 0);
            }
            byte[] bytes = Files.readAllBytes(file);
            int page = 513 * Long.BYTES;
            System.arraycopy(bytes, RunFile.HEADER_BYTES, bytes, RunFile.HEADER_BYTES + page, page);
            Files.write(file, bytes);
            assertThrows(UncheckedIOException.class, () -> read(pages, 600, 1));
        }
    }

    @Test
    void theFileIsKnownAsOneOfTheSearch() throws IOException {
        Path file = folder.resolve("states-0.run");
        try (Pages pages = new Pages(MEDIUM, file, 3, 1)) {
            pages.add(record(0, 3), 0);
            assertEquals(7L, RunFile.writer(Disk.REAL, file).get());
        }
    }
}
