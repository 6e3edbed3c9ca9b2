package pagelife.reports.cli;

import io.vavr.collection.Seq;
import pagelife.checker.result.Result;
import pagelife.checker.result.Stop;
import pagelife.checker.result.Verdict;
import pagelife.checker.search.Options;
import pagelife.models.Family;
import pagelife.models.Settings;
import pagelife.reports.CheckReport;
import pagelife.reports.Line;
import pagelife.reports.format.Detail;
import pagelife.reports.format.ReportFormat;
import pagelife.reports.outcome.Asking;
import pagelife.reports.outcome.Formulae;
import pagelife.reports.outcome.Judgement;
import pagelife.reports.outcome.Outcome;
import pagelife.reports.outcome.Question;
import pagelife.reports.outcome.RunUp;
import pagelife.reports.outcome.SettingTexts;
import pagelife.specs.Subject;
import pagelife.specs.litmus.AsLitmus;

/** Checks one variant and reports it. */
final class VariantRun {
    private final Console console;
    private final Shelf shelf;

    VariantRun(Console console, Shelf shelf) {
        this.console = console;
        this.shelf = shelf;
    }

    Exit run(Subject subject, Request request) {
        Detail detail = request.detail();
        boolean witnesses = detail.witnesses() || !request.properties().isEmpty();
        ReportFormat format = request.formats().of(CheckReport.KIND, detail.withWitnesses(witnesses), console);
        if (request.asLitmus() && request.evidence().isDefined()) {
            throw new UsageException(EvidenceFile.OPTION
                    + " does not go with --as-litmus, which shows no report: leave one of them out");
        }
        Outcome outcome = outcome(subject, request);
        Question question = outcome.question();
        if (request.asLitmus()) {
            console.page()
                    .out()
                    .print(new AsLitmus(
                                    subject.with(question.rules(), question.bounds()),
                                    question.options().fairness())
                            .test(outcome.result().findings(), request.schedules()));
            return written(outcome.result());
        }
        format.write(CheckReport.of(outcome), console.page());
        outcome.judged()
                .filter(one -> request.fairness().isEmpty())
                .filter(Judgement::isOtherwise)
                .forEach(one ->
                        console.warn("not as expected: " + Line.Judged.of(one).difference()));
        request.save()
                .forEach(save -> console.warn(save.told(keep(outcome, save), outcome.result(), subject.family())));
        return request.evidence()
                .map(file -> file.write(Evidence.of(outcome, file), console, exit(outcome.result())))
                .getOrElse(() -> exit(outcome.result()));
    }

    /** Checks and keeps what is found, and says no more than where. */
    Exit save(Subject subject, Request request, SaveRun save) {
        Outcome outcome = outcome(subject, request);
        return save.end(console, keep(outcome, save), outcome.result(), subject.family());
    }

    private static int keep(Outcome outcome, SaveRun save) {
        return save.write(outcome);
    }

    private Outcome outcome(Subject subject, Request request) {
        Family<?> family = subject.family();
        Settings rules = SettingTexts.read("rule", request.rules(), family.rules(), family);
        Settings bounds = SettingTexts.read("bound", request.bounds(), family.bounds(), family);
        long start = console.ticker().read();
        Prepared prepared = shelf.prepare(subject, rules, bounds);
        Options options = Formulae.withFairness(request.fairness(), request.options(), subject, prepared.model())
                .withStorage(
                        request.options().storage().withSubject((subject.name() + " " + rules + " " + bounds).trim()))
                .withTicker(console.ticker())
                .withInterrupted(console.interrupted());
        Question plain = new Question(
                        subject, rules, bounds, request.properties(), request.formulas(), request.invariants(), options)
                .with(request.others());
        Outlook outlook = new Outlook(prepared.model(), options.limits(), plain.simulate(), console);
        try (ProgressLine line = console.progress(request.progress(), "")) {
            RunUp runUp = RunUp.before(plain.searching(options.withReporting(console.reporting(line))));
            ProgressText.ahead(runUp).forEach(console::warn);
            Question question = plain.searching(options.withReporting(outlook.of(console.reporting(line), line)));
            return new Asking(question, prepared.inquiry())
                    .outcome(start)
                    .reckoned(outlook.told())
                    .after(runUp);
        }
    }

    /** Whatever was found is what the test expects, if only it was found. */
    private static Exit written(Result result) {
        return result.findings().exists(finding -> finding.verdict() == Verdict.UNDECIDED)
                ? Exit.UNDECIDED
                : Exit.AS_CLAIMED;
    }

    static Exit exit(Result result) {
        Seq<Verdict> verdicts = result.findings().map(finding -> finding.verdict());
        boolean undecided = verdicts.contains(Verdict.UNDECIDED);
        if (undecided && result.stop() == Stop.INTERRUPTED) {
            return Exit.UNDECIDED;
        }
        if (verdicts.contains(Verdict.VIOLATED) || verdicts.contains(Verdict.NEVER_HAPPENS)) {
            return Exit.BROKEN;
        }
        return undecided ? Exit.UNDECIDED : Exit.AS_CLAIMED;
    }
}
