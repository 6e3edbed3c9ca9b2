package pagelife.reports.cli;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.reports.bench.Bench;
import pagelife.reports.bench.Wishes;
import pagelife.reports.format.ReportFormat;
import picocli.CommandLine.ParseResult;

/** {@code check bench}: reads its options and runs it. */
record BenchRun(Console console, ReportFormat format) {

    Exit run(ParseResult parsed) {
        Seq<String> only = Vector.of(parsed.matchedOptionValue("--only", new String[0]));
        for (String word : only.reject(word -> Bench.subjects().exists(name -> name.contains(word)))) {
            throw Unknown.name("subject", word, Bench.subjects(), "./check bench --help");
        }
        Seq<Integer> threads = Vector.of(text(parsed, "--threads", "1").split(",", -1))
                .map(number -> Amount.small("--threads", number))
                .distinct();
        int repeat = Amount.small("--repeat", text(parsed, "--repeat", "1"));
        Wishes wishes = new Wishes(threads, only, repeat);
        return switch (new Bench(console.page(), format, wishes, console.interrupted()).run()) {
            case AGREED -> Exit.AS_CLAIMED;
            case CONTRADICTED -> Exit.FAULT;
            case STOPPED -> Exit.UNDECIDED;
        };
    }

    private static String text(ParseResult parsed, String option, String otherwise) {
        return parsed.matchedOptionValue(option, otherwise);
    }
}
