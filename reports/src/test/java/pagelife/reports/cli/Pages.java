package pagelife.reports.cli;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The pages that a user reads, and the commands on them, as tests see them. */
final class Pages {
    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");

    private Pages() {}

    /** The README and each page of docs. */
    static List<Path> all() throws IOException {
        try (Stream<Path> docs = Files.list(Path.of("../docs"))) {
            return Stream.concat(Stream.of(Path.of("../README.md")), docs.sorted())
                    .filter(page -> page.toString().endsWith(".md"))
                    .toList();
        }
    }

    /** The words of a command as a shell takes them apart, some of them in quotes. */
    static Seq<String> words(String command) {
        return Vector.ofAll(WORD.matcher(command)
                .results()
                .map(word -> Option.of(word.group(1))
                        .orElse(Option.of(word.group(2)))
                        .getOrElse(word.group(3))));
    }
}
