package pagelife.reports.cli;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.reports.bench.Bench;
import pagelife.reports.bench.Subject;
import pagelife.reports.bench.Wishes;
import pagelife.reports.format.ReportFormat;
import pagelife.reports.outcome.Unknown;
import picocli.CommandLine.ParseResult;

/** {@code check bench}: reads its options and runs it. */
record BenchRun(Console console, Shelf shelf, ReportFormat format) {

    /** @param variant the variant to measure; empty for the larger models */
    Exit run(ParseResult parsed, String variant) {
        Seq<String> only = Vector.of(parsed.matchedOptionValue("--only", new String[0]));
        for (String word : only.reject(word -> Bench.subjects().exists(name -> name.contains(word)))) {
            throw Unknown.name("subject", word, Bench.subjects(), "./check bench --help");
        }
        Seq<Integer> threads = Vector.of(text(parsed, "--threads", "1").split(",", -1))
                .map(number -> Amount.small("--threads", number))
                .distinct();
        int repeat = Amount.small("--repeat", text(parsed, "--repeat", "1"));
        Wishes wishes = new Wishes(threads, only, repeat, own(parsed, variant));
        return switch (new Bench(console.page(), format, wishes, console.interrupted()).run()) {
            case AGREED -> Exit.AS_CLAIMED;
            case CONTRADICTED -> Exit.FAULT;
            case STOPPED -> Exit.UNDECIDED;
        };
    }

    private Option<Subject> own(ParseResult parsed, String name) {
        Vector<String> settings = Vector.of("--rule", "--bound");
        if (name.isEmpty()) {
            settings.find(parsed::hasMatchedOption).forEach(option -> {
                throw new UsageException(
                        option + " needs a VARIANT to apply to: name one, such as ./check bench fsdax/6.1");
            });
            return Option.none();
        }
        if (parsed.hasMatchedOption("--only")) {
            throw new UsageException("--only does not go with a VARIANT (" + name + "): leave one of the two out");
        }
        pagelife.specs.Subject named = shelf.subject(name);
        Seq<String> options = settings.flatMap(option ->
                Vector.of(parsed.matchedOptionValue(option, new String[0])).flatMap(value -> Vector.of(option, value)));
        BenchedVariant benched = BenchedVariant.of(named, options);
        return Option.some(Subject.of(named.name(), named.variant().summary(), benched::work, benched.process()));
    }

    private static String text(ParseResult parsed, String option, String otherwise) {
        return parsed.matchedOptionValue(option, otherwise);
    }
}
