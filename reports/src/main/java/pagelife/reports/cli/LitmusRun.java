package pagelife.reports.cli;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.nio.file.Path;
import pagelife.checker.result.Verdict;
import pagelife.checker.search.Options;
import pagelife.models.Family;
import pagelife.reports.Line;
import pagelife.reports.LitmusReport;
import pagelife.reports.ToldTest;
import pagelife.reports.format.Growing;
import pagelife.reports.format.ReportFormat;
import pagelife.reports.outcome.LitmusOutcome;
import pagelife.reports.outcome.Misasked;
import pagelife.reports.outcome.Shell;
import pagelife.specs.litmus.Answer;
import pagelife.specs.litmus.Posed;

/** Runs litmus tests: one with its whole report, several with a line each. */
final class LitmusRun {
    private final Console console;
    private final Shelf shelf;
    private final Request request;
    private final ReportFormat format;

    LitmusRun(Console console, Shelf shelf, Request request) {
        this.console = console;
        this.shelf = shelf;
        this.request = request;
        this.format = request.format(LitmusReport.KIND, console);
    }

    /** Runs the tests that these words of the command line stand for. */
    Exit run(Seq<String> words) {
        refuse();
        Seq<Path> files = words.flatMap(LitmusFiles::named).distinct();
        if (files.size() > 1 && request.options().storage().checkpoint().isDefined()) {
            throw new UsageException("a folder of checkpoints is for one search: name one litmus test");
        }
        if (files.size() > 1 && request.evidence().isDefined()) {
            throw new UsageException(EvidenceFile.OPTION + " is about one search: name one litmus test");
        }
        long start = console.ticker().read();
        return files.size() == 1 ? one(files.head(), start) : all(files, start);
    }

    /** Runs a test and keeps the runs that show what came out. */
    Exit save(String word, SaveRun save) {
        refuseSettings();
        Answer answer = answer(Request.path("FILE", word));
        int kept = save.write(Shell.word(word), answer);
        Family<?> family = answer.posed().inquiry().specs().family();
        return save.end(console, kept, answer.result(), family);
    }

    /** Runs each test of a folder and keeps the runs of those in which something is broken. */
    Exit saveAll(SaveFolder folder) {
        refuseSettings();
        Vector<Integer> kept = Vector.empty();
        boolean decided = true;
        for (Path file : folder.tests()) {
            if (console.interrupted().getAsBoolean()) {
                break;
            }
            Answer answer = answer(file);
            kept = kept.append(folder.write(file, answer));
            decided &= !answer.result().findings().exists(finding -> finding.verdict() == Verdict.UNDECIDED);
        }
        boolean complete = decided && kept.size() == folder.tests().size();
        return told(folder, kept, complete ? Option.none() : Option.some(Exit.UNDECIDED));
    }

    private Exit told(SaveFolder folder, Seq<Integer> kept, Option<Exit> cutShort) {
        if (kept.forAll(runs -> runs == 0)) {
            console.error(folder.told(kept));
            return cutShort.getOrElse(Exit.USAGE);
        }
        console.page().line(folder.told(kept));
        return cutShort.getOrElse(Exit.AS_CLAIMED);
    }

    private Answer answer(Path file) {
        return LitmusFiles.posed(file, shelf)
                .answer(request.options().withTicker(console.ticker()).withInterrupted(console.interrupted()));
    }

    private void refuse() {
        refuseSettings();
        if (request.save().isDefined()) {
            throw new UsageException("--save does not go with a litmus test: write ./check save FILE -o OTHER instead");
        }
        if (request.asLitmus()) {
            throw new UsageException("--as-litmus needs a VARIANT to write a test of; ./check list shows all");
        }
    }

    private void refuseSettings() {
        Vector.of(
                        request.properties(),
                        request.rules(),
                        request.bounds(),
                        request.formulas(),
                        request.invariants(),
                        request.fairness())
                .zip(Vector.of("--property", "--rule", "--bound", "--ltl", "--invariant", "--fairness"))
                .find(option -> !option._1().isEmpty())
                .forEach(option -> {
                    throw new UsageException(option._2()
                            + " does not go with a litmus test, which says it itself: write it into the file");
                });
    }

    private Exit one(Path file, long start) {
        LitmusOutcome outcome = outcome(file);
        long nanos = console.ticker().read() - start;
        format.write(LitmusReport.of(outcome, nanos), console.page());
        Exit exit = exit(Vector.of(outcome), 0);
        return request.evidence()
                .map(to -> to.write(Evidence.of(outcome, to), console, exit))
                .getOrElse(exit);
    }

    private Exit all(Seq<Path> files, long start) {
        Growing<Line> report = format.lines("test", files.map(Path::toString), console.page());
        Vector<LitmusOutcome> outcomes = Vector.empty();
        boolean mistaken = false;
        for (Path file : files) {
            if (console.interrupted().getAsBoolean()) {
                break;
            }
            try {
                LitmusOutcome outcome = outcome(file);
                outcomes = outcomes.append(outcome);
                report.add(ToldTest.of(outcome));
            } catch (Misasked e) {
                console.error(e.getMessage());
                mistaken = true;
            }
        }
        int missing = files.size() - outcomes.size();
        long nanos = console.ticker().read() - start;
        report.end(LitmusReport.of(outcomes, missing, nanos));
        return mistaken ? Exit.USAGE : exit(outcomes, missing);
    }

    private LitmusOutcome outcome(Path file) {
        Posed posed = LitmusFiles.posed(file, shelf);
        Options options = request.options()
                .withStorage(request.options().storage().withSubject(file.toString()))
                .withTicker(console.ticker())
                .withInterrupted(console.interrupted());
        try (ProgressLine line = console.progress(request.progress(), file + ": ")) {
            Answer answer = posed.answer(options.withReporting(console.reporting(line)));
            return LitmusOutcome.of(file.toString(), answer, options.order());
        }
    }

    private static Exit exit(Seq<LitmusOutcome> outcomes, int missing) {
        if (outcomes.exists(
                outcome -> !outcome.spec().asExpected() && !outcome.spec().undecided())) {
            return Exit.BROKEN;
        }
        return missing > 0 || outcomes.exists(outcome -> outcome.spec().undecided()) ? Exit.UNDECIDED : Exit.AS_CLAIMED;
    }
}
