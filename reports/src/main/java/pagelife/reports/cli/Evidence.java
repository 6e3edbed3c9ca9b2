package pagelife.reports.cli;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import pagelife.checker.explain.Explainer;
import pagelife.checker.result.Result;
import pagelife.checker.search.Options;
import pagelife.models.Settings;
import pagelife.reports.CheckReport;
import pagelife.reports.LitmusReport;
import pagelife.reports.Report;
import pagelife.reports.cli.EvidenceFile.Entry;
import pagelife.reports.commit.CommitText;
import pagelife.reports.json.JsonFormat;
import pagelife.reports.outcome.LitmusOutcome;
import pagelife.reports.outcome.Outcome;
import pagelife.reports.outcome.Question;
import pagelife.reports.outcome.Shell;
import pagelife.reports.page.Ink;
import pagelife.reports.page.Page;
import pagelife.reports.text.CommitFormat;
import pagelife.reports.told.ToldFinding;
import pagelife.specs.litmus.Posed;

/**
 * All that a reviewer needs to judge one check: nothing in it depends on the clock or the machine, but where a limit on
 * time or memory stopped the search.
 *
 * @param question what was checked, with its rules and bounds
 * @param command the command that repeats it
 * @param result what was found
 * @param findings the same in words
 * @param report the report, without what was measured
 * @param test the litmus test that was run; empty if it was none
 * @param kept the runs that show what was found
 * @param second what the naive search says
 */
record Evidence(
        Question question,
        String command,
        Result result,
        Seq<ToldFinding> findings,
        Report report,
        Option<String> test,
        SaveRun.Kept kept,
        SecondSearch second) {
    private static final String RUNS = "runs.litmus";

    /** The evidence of the check of a variant, or a row. */
    static Evidence of(Outcome outcome, EvidenceFile file) {
        CheckReport report = CheckReport.of(outcome).withoutMeasured();
        return new Evidence(
                outcome.question(),
                report.command(),
                outcome.result(),
                report.findings(),
                report,
                Option.none(),
                beside(file).kept(outcome),
                SecondSearch.of(outcome.result()));
    }

    /** The evidence of a litmus test. */
    static Evidence of(LitmusOutcome outcome, EvidenceFile file) {
        LitmusReport report = LitmusReport.of(outcome, 0).withoutMeasured();
        Posed posed = outcome.answer().posed();
        Result result = outcome.answer().result();
        return new Evidence(
                new Question(
                        posed.subject(outcome.file()), Settings.NONE, Settings.NONE, Vector.empty(), Options.DEFAULT),
                outcome.spec().command(),
                result,
                result.findings().map(finding -> ToldFinding.of(finding, posed.books(), new Explainer(posed.model()))),
                report,
                Option.some(posed.test().toString()),
                beside(file).kept(Shell.word(outcome.file()), outcome.answer()),
                SecondSearch.of(result));
    }

    /** Runs name a source file by the way from the archive. */
    private static SaveRun beside(EvidenceFile file) {
        return SaveRun.to(file.path().resolveSibling(RUNS));
    }

    /** The files, in their order. */
    Seq<Entry> entries() {
        Seq<Entry> shown = Vector.of(
                        new Entry("mail.txt", EvidenceText.mail(this).mkString("", "\n", "\n")),
                        new Entry("commit.txt", written(page -> new CommitFormat().write(findings, page))),
                        new Entry("report.json", written(page -> new JsonFormat().write(report, page))))
                .appendAll(test.map(text -> new Entry("test.litmus", text)))
                .appendAll(Option.when(kept.runs() > 0, () -> new Entry(RUNS, kept.text())));
        return shown.prepend(new Entry(
                "MANIFEST.txt", written(page -> EvidenceText.manifest(this, shown.map(Entry::name), page))));
    }

    private static String written(Consumer<Page> body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8)) {
            body.accept(new Page(out, CommitText.WIDTH, Ink.PLAIN));
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
