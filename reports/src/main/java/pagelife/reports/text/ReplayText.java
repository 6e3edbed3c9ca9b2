package pagelife.reports.text;

import io.vavr.collection.Seq;
import pagelife.reports.ReplayReport;
import pagelife.reports.ReplayReport.Told;
import pagelife.reports.page.Amounts;
import pagelife.reports.page.Page;
import pagelife.reports.page.Tone;
import pagelife.specs.kept.Retraced;

/** Runs that were kept and executed again, for people: a paragraph for each file. */
final class ReplayText {
    private final Page page;

    ReplayText(Page page) {
        this.page = page;
    }

    void print(ReplayReport report) {
        report.runs()
                .groupBy(told -> told.file() + "\n" + told.claim())
                .values()
                .forEach(runs -> {
                    Told first = runs.head();
                    page.hanging(
                            Tone.STRONG,
                            first.file() + "  ",
                            first.claim() + ", " + Amounts.counted(first.length(), "step"));
                    runs.forEach(this::run);
                });
        summary(report);
    }

    private void run(Told run) {
        Retraced.Outcome outcome = run.outcome();
        String word = word(outcome);
        page.hanging(
                tone(run),
                "  " + word + " ".repeat(Math.max(1, 12 - word.length())),
                "in " + run.where() + ": " + run.words());
        run.notes().forEach(note -> page.hanging("              ", note));
        if (!run.asExpected()) {
            page.command("              repeat with ", run.command());
        }
    }

    private static String word(Retraced.Outcome outcome) {
        return switch (outcome) {
            case REPRODUCES -> "REPRODUCES";
            case DIVERGES -> "DIVERGES";
            case GONE -> "GONE";
            case UNKNOWN -> "UNKNOWN";
        };
    }

    private static Tone tone(Told run) {
        if (!run.asExpected()) {
            return Tone.BAD;
        }
        return run.outcome() == Retraced.Outcome.GONE ? Tone.GOOD : Tone.DOUBTFUL;
    }

    private void summary(ReplayReport report) {
        Seq<Told> runs = report.runs();
        int different = runs.size() - report.asExpected();
        int reproduced = count(runs, Retraced.Outcome.REPRODUCES) + count(runs, Retraced.Outcome.DIVERGES);
        int unknown = count(runs, Retraced.Outcome.UNKNOWN);
        String text = Amounts.counted(runs.size(), "run") + " executed: " + reproduced + " to the same end, "
                + count(runs, Retraced.Outcome.GONE) + " gone"
                + (unknown == 0 ? "" : ", of " + unknown + " nothing can be said")
                + (different == 0 ? "" : "; " + different + " not as expected");
        page.line(page.paint(different == 0 ? Tone.GOOD : Tone.BAD, text) + " in "
                + Amounts.seconds(report.measured().nanos()));
    }

    private static int count(Seq<Told> runs, Retraced.Outcome outcome) {
        return runs.count(run -> run.outcome() == outcome);
    }
}
