package pagelife.reports.cli;

import io.vavr.collection.Seq;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import pagelife.checker.model.TextException;
import pagelife.reports.outcome.Shell;
import pagelife.reports.page.Page;
import pagelife.reports.reproduce.Reproduction;
import pagelife.specs.litmus.Litmus;
import picocli.CommandLine.ParseResult;

/** {@code check reproduce}: a litmus test as a program in C for a kernel, with a script that records it. */
record ReproduceRun(Console console, Shelf shelf, ParseResult parsed) {
    Exit run() {
        String word = parsed.matchedPositionalValue(0, "");
        if (!word.endsWith(Litmus.EXTENSION)) {
            throw new UsageException(word + " is not a litmus test: name a file that ends in " + Litmus.EXTENSION
                    + "; ./check VARIANT --as-litmus writes one");
        }
        Path folder = Request.path("--output", parsed.matchedOptionValue("--output", ""));
        requireEmpty(folder);
        Reproduction reproduction = reproduction(Request.path("FILE", word));
        Folder.at("--output", folder);
        Folder.write(folder.resolve(Reproduction.PROGRAM), reproduction.program());
        Folder.write(folder.resolve(Reproduction.SCRIPT), Reproduction.script());
        tell(reproduction, word, folder);
        return Exit.AS_CLAIMED;
    }

    private Reproduction reproduction(Path file) {
        try {
            return Reproduction.of(LitmusFiles.posed(file, shelf));
        } catch (TextException e) {
            throw new UsageException(LitmusFiles.mistake(file, LitmusFiles.read(file), e));
        }
    }

    private static void requireEmpty(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            throw new UsageException("--output (" + folder + ") is not a folder: name one, which may be new");
        }
        try (Stream<Path> files = Files.list(folder)) {
            files.sorted().findFirst().ifPresent(file -> {
                throw new UsageException("--output (" + folder + ") has files, such as " + file.getFileName()
                        + ", and nothing is overwritten: name another folder");
            });
        } catch (IOException | UncheckedIOException e) {
            throw new UsageException("--output (" + folder + ") cannot be read: " + e.getMessage());
        }
    }

    private void tell(Reproduction reproduction, String word, Path folder) {
        Page page = console.page();
        page.line(Reproduction.PROGRAM + " and " + Reproduction.SCRIPT + " in " + folder + ", of " + word);
        listed(page, "The operations are", reproduction.does());
        listed(page, "User space cannot do", reproduction.cannot());
        String in = "cd " + Shell.word(folder.toString()) + "; ";
        page.line("");
        page.line("compile  " + in + "gcc -O2 -Wall -Wextra -pthread -o reproduce reproduce.c");
        page.line("run      " + in + "./reproduce -n 1000 FOLDER, on the file system to try; ./reproduce -h says more");
        page.line("record   " + in + "sh record.sh OUT.txt ./reproduce -t @T@ FOLDER, as root; see docs/record.md");
    }

    private static void listed(Page page, String title, Seq<String> lines) {
        page.line("");
        page.line(title);
        lines.forEach(line -> page.line("  " + line));
    }
}
