package pagelife.reports.text;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import pagelife.reports.DiffReport;
import pagelife.reports.DiffReport.Answer;
import pagelife.reports.DiffReport.Choice;
import pagelife.reports.DiffReport.Claim;
import pagelife.reports.DiffReport.Compared;
import pagelife.reports.page.Amounts;
import pagelife.reports.page.Page;
import pagelife.reports.page.Tone;
import pagelife.reports.page.Wrap;

/** Two protocols side by side, for people. */
final class DiffText {
    private final Page page;
    private final DiffReport report;

    /** Writes {@code report} to {@code page}. */
    DiffText(Page page, DiffReport report) {
        this.page = page;
        this.report = report;
    }

    /** Writes the report. */
    void print() {
        compared("from   ", report.first());
        compared("to     ", report.second());
        choices("rules that differ", report.rules());
        choices("bounds that differ", report.bounds());
        if (report.claims().nonEmpty()) {
            section("claims that are broken, or answered differently");
            report.claims().forEach(this::claim);
        }
        page.line("");
        page.hanging(
                "the same     ",
                Amounts.counted(report.same(), report.claims().isEmpty() ? "claim" : "other claim") + ", in "
                        + Amounts.seconds(report.measured().nanos()));
        page.hanging("repeat       ", report.command());
    }

    private void compared(String head, Compared one) {
        String kernels = one.kernels().isEmpty() ? "" : " (" + one.kernels() + ")";
        page.hanging(Tone.STRONG, head + one.name() + "  ", one.summary() + kernels);
    }

    private void section(String title) {
        page.line("");
        page.line(page.paint(Tone.STRONG, title));
    }

    private void choices(String title, Seq<Choice> choices) {
        if (choices.isEmpty()) {
            return;
        }
        section(title);
        int names = Wrap.widest(choices.map(Choice::name));
        int values = Wrap.widest(choices.map(DiffText::values));
        choices.forEach(choice -> page.hanging(
                "  " + Wrap.pad(choice.name(), names) + "  " + Wrap.pad(values(choice), values) + "  ",
                choice.about()));
    }

    private static String values(Choice choice) {
        return choice.first() + " -> " + choice.second();
    }

    private void claim(Claim claim) {
        String answers = words(claim.first()) + " -> " + words(claim.second());
        page.hanging(tone(claim), "  " + claim.property() + "  ", answers);
        claim.second().filter(answer -> !answer.sentence().isEmpty()).forEach(answer -> {
            page.hanging("      now     ", answer.sentence());
            page.hanging("              ", answer.run());
        });
        claim.replayed().forEach(replayed -> {
            page.hanging("      old run ", replayed.words());
            replayed.notes().forEach(note -> page.hanging("              ", note));
        });
    }

    private static Tone tone(Claim claim) {
        boolean broken = claim.second().exists(answer -> answer.words().startsWith("broken"));
        return broken ? Tone.BAD : Tone.GOOD;
    }

    private static String words(Option<Answer> answer) {
        return answer.map(Answer::words).getOrElse("no such claim");
    }
}
