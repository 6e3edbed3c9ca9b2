package pagelife.reports.text;

import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.reports.MatrixReport;
import pagelife.reports.MatrixReport.Checked;
import pagelife.reports.page.Amounts;
import pagelife.reports.page.Page;
import pagelife.reports.page.Tone;
import pagelife.reports.page.Wrap;
import pagelife.specs.matrix.Dimension;

/** A design space for people: what means nothing, the kernels, what is safe, what repairs what, and the questions. */
final class MatrixText {
    private static final Seq<String> WORDS = Vector.of("nothing", "one rule", "two rules", "three rules", "four rules");

    private final Page page;
    private final MatrixReport report;

    /** Writes {@code report} to {@code page}. */
    MatrixText(Page page, MatrixReport report) {
        this.page = page;
        this.report = report;
    }

    /** Writes the report. */
    void print() {
        head();
        kernels();
        Seq<String> goals = report.goals().keySet().toVector();
        safe(goals.get(goals.size() - 2), goals.last());
        if (report.isWhole()) { // what repairs what, and what is nearest, cannot be told from a part
            goals.tail().forEach(this::repairs);
            report.questions().forEach(this::question);
        }
        page.line("");
        if (!report.isWhole()) {
            page.hanging(
                    Tone.STRONG,
                    "interrupted  ",
                    Amounts.counted(report.missing(), "combination")
                            + " not checked; what is said above is true of the "
                            + Amounts.grouped(report.combinations().size()) + " that were");
        }
        MatrixReport.Measured measured = report.measured();
        page.hanging(
                "explored     ",
                Amounts.counted(measured.models(), "model") + ", " + Amounts.counted(measured.states(), "state")
                        + " in " + Amounts.seconds(measured.nanos()));
    }

    private void head() {
        int all = report.size();
        page.hanging(
                Tone.STRONG,
                report.family() + "  ",
                Amounts.counted(all, "combination") + " of "
                        + Amounts.counted(report.dimensions().size(), "rule") + ", of which "
                        + Amounts.grouped(all - report.combinations().size() - report.missing()) + " mean nothing");
        report.dimensions()
                .forEach((name, choices) -> page.hanging("  " + Wrap.pad(name, 20), choices.mkString(" | ")));
        if (report.excluded().isEmpty()) {
            return;
        }
        title("left out");
        report.excluded()
                .forEach(excluded ->
                        page.hanging("  " + Wrap.pad(Amounts.grouped(excluded.combinations()), 6), excluded.reason()));
    }

    private void title(String text) {
        page.line("");
        page.line(page.paint(Tone.STRONG, text));
    }

    private void kernels() {
        title("kernels, and what is broken in how many steps");
        int names = Wrap.widest(report.kernels().keySet().toVector()) + 2;
        report.kernels()
                .keySet()
                .forEach(name -> page.hanging(
                        "  " + Wrap.pad(name, names),
                        report.combinations()
                                .find(one -> one.kernels().contains(name))
                                .map(MatrixText::kernel)
                                .getOrElse("not checked")));
    }

    private static String kernel(Checked one) {
        return (one.meets().isEmpty() ? "" : one.meets().last() + "; ") + broken(one);
    }

    private static String broken(Checked one) {
        return one.broken().isEmpty()
                ? "nothing is broken"
                : one.broken()
                        .toVector()
                        .map(entry -> entry._1() + " " + entry._2())
                        .mkString(", ");
    }

    /** The combinations that meet a goal: what they have in common, and for each what they have not. */
    private void safe(String goal, String more) {
        Seq<Checked> found = report.combinations().filter(one -> one.meets().contains(goal));
        title(goal + ": " + found.size() + " of " + report.combinations().size());
        Seq<String> all = report.dimensions().keySet().toVector();
        Seq<String> common = all.filter(
                name -> found.map(one -> one.choices().get(name)).distinct().size() == 1);
        if (!found.isEmpty()) {
            page.hanging("  all have  ", texts(found.head().choices(), common).mkString("  "));
        }
        Seq<String> others = all.removeAll(common);
        for (Checked one : found) {
            String rest = one.meets().contains(more) ? more : broken(one);
            String own = texts(one.choices(), others).mkString("  ");
            page.hanging("  ", own.isEmpty() ? rest : own + ": " + rest);
        }
    }

    private static Seq<String> texts(Map<String, String> choices, Seq<String> names) {
        return names.map(name -> Dimension.setting(name, choices.get(name).get()));
    }

    /** How many combinations each single change repairs, and the kernels among them. */
    private void repairs(String goal) {
        Seq<Checked> others = report.combinations().reject(one -> one.meets().contains(goal));
        Seq<Checked> near = others.filter(one -> !changes(one, goal).isEmpty());
        title("one change from " + goal + ": " + near.size() + " of the other " + others.size());
        for (String change : near.flatMap(one -> changes(one, goal)).distinct().sorted()) {
            Seq<Checked> mended = near.filter(one -> changes(one, goal).contains(change));
            Seq<String> known = report.kernels()
                    .keySet()
                    .toVector()
                    .filter(name -> mended.exists(one -> one.kernels().contains(name)));
            String among = known.isEmpty() ? "" : ", among them " + known.mkString(", ");
            page.hanging("  " + Wrap.pad(change, 30), Amounts.counted(mended.size(), "combination") + among);
        }
    }

    private static Seq<String> changes(Checked one, String goal) {
        return one.repairs().get(goal).getOrElse(Vector.empty());
    }

    private void question(MatrixReport.Question question) {
        title(question.question());
        if (question.answers().isEmpty()) {
            page.line("  no combination gets there");
        }
        for (MatrixReport.Answer answer : question.answers()) {
            int count = answer.changes().size();
            String rules = count < WORDS.size() ? WORDS.get(count) : count + " rules";
            page.hanging(
                    "  ",
                    rules + " from " + question.kernel() + ": "
                            + answer.changes().mkString(", "));
            page.command("    ", answer.command());
        }
    }
}
