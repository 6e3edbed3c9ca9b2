package pagelife.reports.cli;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.nio.file.Path;
import pagelife.checker.model.TextException;
import pagelife.models.Family;
import pagelife.models.Settings;
import pagelife.reports.CatalogueReport;
import pagelife.reports.ReplayReport;
import pagelife.reports.ReplayReport.Told;
import pagelife.reports.ReplayReport.Wanted;
import pagelife.reports.format.ReportFormat;
import pagelife.reports.outcome.Misasked;
import pagelife.reports.outcome.SettingTexts;
import pagelife.reports.outcome.Shell;
import pagelife.specs.Subject;
import pagelife.specs.kept.KeptTest;
import pagelife.specs.kept.Retraced;
import pagelife.specs.litmus.Litmus;
import picocli.CommandLine.ParseResult;

/** {@code check replay}: executes runs that were kept, by the code of the models. */
record ReplayRun(Console console, Shelf shelf, OwnModels own, ReportFormat format) {

    Exit run(ParseResult parsed) {
        Seq<Path> files = Vector.of(parsed.matchedPositionalValue(0, new String[0]))
                .reject(own::hasNamed)
                .flatMap(ReplayRun::files)
                .distinct();
        Option<Subject> against = Option.when(
                parsed.hasMatchedOption("--against"), () -> shelf.subject(parsed.matchedOptionValue("--against", "")));
        Seq<String> rules = Vector.of(parsed.matchedOptionValue("--rule", new String[0]));
        if (against.isEmpty() && !rules.isEmpty()) {
            throw new UsageException(
                    "--rule needs --against VARIANT to apply to: the file has the rules of its own run");
        }
        long start = console.ticker().read();
        Vector<Told> runs = Vector.empty();
        boolean mistaken = false;
        for (Path file : files) {
            if (console.interrupted().getAsBoolean()) {
                break;
            }
            try {
                runs = runs.appendAll(runs(file, against, rules));
            } catch (Misasked e) {
                if (files.size() == 1) {
                    throw e;
                }
                console.error(e.getMessage());
                mistaken = true;
            }
        }
        ReplayReport report = new ReplayReport(
                against.map(Subject::name),
                runs.count(Told::asExpected),
                runs,
                new CatalogueReport.Taken(console.ticker().read() - start));
        if (!runs.isEmpty()) {
            format.write(report, console.page());
        }
        return mistaken ? Exit.USAGE : exit(runs, against.isDefined());
    }

    private static Seq<Path> files(String word) {
        if (!LitmusFiles.areNamedBy(word)) {
            throw new UsageException(word + " is not a file of kept runs: their names end in " + Litmus.EXTENSION
                    + "; ./check save writes them");
        }
        return LitmusFiles.named(word);
    }

    private Seq<Told> runs(Path file, Option<Subject> against, Seq<String> rules) {
        String text = LitmusFiles.read(file);
        try {
            Neighbours.Placed placed = LitmusFiles.placed(file, text, shelf);
            KeptTest test = new KeptTest(placed.test(), placed.families());
            if (test.kept().isEmpty()) {
                throw new UsageException(
                        file + " keeps no run: it has no run and no schedule below a condition; ./check"
                                + " save writes one that has");
            }
            if (against.isEmpty()) {
                return test.own()
                        .map(done -> told(file, done, Wanted.REPRODUCES))
                        .appendAll(test.fixed().map(done -> told(file, done, Wanted.REFUSED)));
            }
            return against(test, against.get(), rules)
                    .map(done -> Told.of(file.toString(), done, Wanted.ASKED, against(file, against.get())));
        } catch (TextException e) {
            throw new UsageException(LitmusFiles.mistake(file, text, e));
        }
    }

    private static Told told(Path file, KeptTest.Done done, Wanted wanted) {
        Family<?> family = done.posed().inquiry().specs().family();
        return Told.of(file.toString(), done, wanted, Shell.check(Syntax.REPLAY, family.address(file.toString())));
    }

    /** A protocol that comes from elsewhere is said in words before its name. */
    private static String against(Path file, Subject subject) {
        Seq<String> words = subject.address();
        Seq<String> before = words.init().append(file.toString());
        return Shell.check(Syntax.REPLAY, before.append("--against").append(words.last()));
    }

    private static Seq<KeptTest.Done> against(KeptTest test, Subject subject, Seq<String> rules) {
        Family<?> family = subject.family();
        Settings set = subject.rules().and(SettingTexts.read("rule", rules, family.rules(), family));
        return test.against(subject.variant().fullName(), set);
    }

    /** A run that was kept must reproduce; one that is tried elsewhere should not. */
    private Exit exit(Seq<Told> runs, boolean asked) {
        if (console.interrupted().getAsBoolean()) {
            return Exit.UNDECIDED;
        }
        if (!asked) {
            return runs.forAll(Told::asExpected) ? Exit.AS_CLAIMED : Exit.BROKEN;
        }
        if (runs.exists(
                run -> run.outcome() == Retraced.Outcome.REPRODUCES || run.outcome() == Retraced.Outcome.DIVERGES)) {
            return Exit.BROKEN;
        }
        return runs.exists(run -> run.outcome() == Retraced.Outcome.UNKNOWN) ? Exit.UNDECIDED : Exit.AS_CLAIMED;
    }
}
