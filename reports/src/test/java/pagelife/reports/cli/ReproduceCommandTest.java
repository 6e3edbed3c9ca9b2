package pagelife.reports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.base.Ticker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pagelife.reports.Captured;
import pagelife.reports.reproduce.Reproduction;

/** Writes a program of a litmus test, and the script that records it. */
class ReproduceCommandTest {
    private static final String TEST = "../specs/litmus/tasks/direct-io-wakes-nobody.litmus";

    @TempDir
    private Path folder;

    private final Captured out = new Captured();
    private final Captured errors = new Captured();

    private Exit run(String... words) {
        Console console = new Console(out.page(200), errors.stream(), -1, Ticker.systemTicker(), () -> false);
        return new CheckCommand(console, Shelf.shipped()).run(words);
    }

    @Test
    void aTestBecomesAProgramAndAScript() throws IOException {
        Path to = folder.resolve("new");
        assertEquals(Exit.AS_CLAIMED, run("reproduce", TEST, "-o", to.toString()), errors::text);
        assertEquals("""
                reproduce.c and record.sh in DIR, of TEST

                The operations are
                  read: a load from the mapping
                  pin slow for direct-io: io_submit() writes the page with O_DIRECT (FOLL_GET on 6.1.192, FOLL_PIN on 7.2.13); io_getevents() waits for the end
                  unpin: the end of what keeps the pin
                  truncate: ftruncate() to nothing, or to so many pages

                User space cannot do
                  pin slow for direct-io: the pin ends when the device has written, not when the task says so, unless -z freezes the file system below a loop device
                  rules: the kernel has its own; this test is about 5.18 to 6.14 without I-8 and G-d, with directIoWakes=off
                  steps within a call: no schedule can be forced; tasks begin at a barrier, wait at random before each operation (-j), and do it all again (-n)

                compile  cd DIR; gcc -O2 -Wall -Wextra -pthread -o reproduce reproduce.c
                run      cd DIR; ./reproduce -n 1000 FOLDER, on the file system to try; ./reproduce -h says more
                record   cd DIR; sh record.sh OUT.txt ./reproduce -t @T@ FOLDER, as root; see docs/record.md
                """, out.text().replace(to.toString(), "DIR").replace(TEST, "TEST"));
        String program = Files.readString(to.resolve("reproduce.c"));
        assertTrue(program.contains("""
                static void run_0_writer(struct task *task)
                {
                \top_pin(task, DIRECT, 0, 0);\t/* pin slow mm0 0 */
                \top_unpin(task);\t/* unpin direct-io */
                }

                static void run_1_truncater(struct task *task)
                {
                \top_truncate(task, 0, 0);\t/* truncate f */
                }
                """), program);
        assertEquals(Reproduction.script(), Files.readString(to.resolve("record.sh")));
    }

    @Test
    void nothingIsOverwritten() throws IOException {
        Files.writeString(folder.resolve("mine"), "mine");
        refused("has files, such as mine, and nothing is overwritten: name another folder", TEST, folder);
        refused("mine) is not a folder: name one, which may be new", TEST, folder.resolve("mine"));
        assertFalse(Files.exists(folder.resolve("reproduce.c")));
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertEquals(Exit.AS_CLAIMED, run("reproduce", TEST, "-o", empty.toString()), errors::text);
        refused("has files, such as record.sh,", TEST, empty);
    }

    @Test
    void whatIsNoTestOfCallsIsALine() {
        Path to = folder.resolve("new");
        refused("fsdax/6.1 is not a litmus test: name a file that ends in .litmus", "fsdax/6.1", to);
        refused("none.litmus", folder.resolve("none.litmus").toString(), to);
        refused(
                "i-01.litmus:1:10: the operations of teardown are no calls of user space: tests of fsdax, devdax,"
                        + " layouts can be reproduced",
                "../specs/litmus/bugs/i-01.litmus",
                to);
        assertFalse(Files.exists(to));
        assertEquals(Exit.USAGE, run("reproduce", TEST));
        assertTrue(errors.text().contains("--output"), errors.text());
    }

    private void refused(String message, String test, Path to) {
        assertEquals(Exit.USAGE, run("reproduce", test, "-o", to.toString()));
        assertTrue(errors.text().contains(message), errors.text());
    }
}
