package pagelife.reports.text;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.reports.MutantsReport;
import pagelife.reports.MutantsReport.Mutation;
import pagelife.reports.page.Amounts;
import pagelife.reports.page.Page;
import pagelife.reports.page.Tone;
import pagelife.reports.page.Wrap;
import pagelife.specs.mutants.Fate;
import pagelife.specs.mutants.Kind;

/** Mutants for people: the score, what each claim notices, and who was not noticed. */
final class MutantsText {
    private final Page page;
    private final MutantsReport report;

    /** Writes {@code report} to {@code page}. */
    MutantsText(Page page, MutantsReport report) {
        this.page = page;
        this.report = report;
    }

    /** Writes the report. */
    void print() {
        page.hanging(Tone.STRONG, report.variant() + "  ", report.summary());
        page.hanging(
                "mutants      ", Vector.of(Fate.values()).flatMap(this::fate).mkString(", "));
        page.hanging("score        ", score());
        kinds();
        kills();
        listed("survived: no claim sees a difference", Fate.SURVIVED);
        listed("cannot be told from the original, whatever is claimed", Fate.ALIKE);
        listed("undecided: a limit came first", Fate.UNDECIDED);
        listed("invalid: the model itself refuses it", Fate.INVALID);
        page.line("");
        if (report.missing() > 0) {
            page.hanging(Tone.DOUBTFUL, "interrupted  ", Amounts.counted(report.missing(), "mutant") + " not judged");
        }
        page.hanging("explored     ", "in " + Amounts.seconds(report.measured().nanos()));
        page.command("repeat       ", report.command());
    }

    private Seq<String> fate(Fate fate) {
        int count = report.count(fate);
        return count == 0 ? Vector.empty() : Vector.of(Amounts.grouped(count) + " " + word(fate));
    }

    private static String word(Fate fate) {
        return switch (fate) {
            case KILLED -> "killed";
            case SURVIVED -> "survived";
            case EQUIVALENT -> "equal to the original";
            case ALIKE -> "cannot be told from it";
            case INVALID -> "invalid";
            case UNDECIDED -> "undecided";
        };
    }

    private String score() {
        int survived = report.count(Fate.SURVIVED);
        if (survived + report.count(Fate.KILLED) == 0) {
            return "none: no mutant could be noticed";
        }
        String explained = survived == 0
                ? ""
                : "; " + report.explained() + " of the " + Amounts.counted(survived, "survivor") + " explained";
        return Amounts.fixed(report.score() * 100, 0) + " % of the mutants that could be noticed were" + explained;
    }

    private void kinds() {
        page.line("");
        page.line(page.paint(Tone.STRONG, "killed  survived  mistake"));
        for (Kind kind : Kind.values()) {
            Seq<Mutation> some = report.mutants().filter(one -> one.kind() == kind);
            if (!some.isEmpty()) {
                page.line(right(some.count(one -> one.fate() == Fate.KILLED), 6) + "  "
                        + right(some.count(one -> one.fate() == Fate.SURVIVED), 8) + "  a step "
                        + kind.words() + (kind == Kind.SWAP ? " the next" : ""));
            }
        }
    }

    private static String right(int number, int width) {
        String text = Amounts.grouped(number);
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }

    private void kills() {
        page.line("");
        page.line(page.paint(Tone.STRONG, "killed  by the claim"));
        report.kills()
                .filter(entry -> entry._2() > 0)
                .toVector()
                .sortBy(entry -> -entry._2())
                .forEach(entry -> page.line(right(entry._2(), 6) + "  " + entry._1()));
        Seq<String> idle =
                report.kills().filter(entry -> entry._2() == 0).keySet().toVector();
        if (!idle.isEmpty()) {
            page.hanging("  none  ", idle.mkString(", "));
        }
    }

    private void listed(String title, Fate fate) {
        Seq<Mutation> some = report.mutants().filter(one -> one.fate() == fate);
        if (some.isEmpty()) {
            return;
        }
        page.line("");
        page.line(page.paint(Tone.STRONG, title));
        for (Mutation one : some) {
            page.hanging(4, "  ", one.mutant());
            if (!one.remark().isEmpty()) {
                page.hanging(Tone.FAINT, "      ", Wrap.cut(one.remark(), 3 * page.width()));
            }
        }
    }
}
