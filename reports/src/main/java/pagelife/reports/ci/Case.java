package pagelife.reports.ci;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.result.Verdict;
import pagelife.reports.CatalogueReport;
import pagelife.reports.CheckReport;
import pagelife.reports.Checked;
import pagelife.reports.Line;
import pagelife.reports.LitmusReport;
import pagelife.reports.Report;
import pagelife.reports.outcome.Names;
import pagelife.reports.told.ToldFinding;
import pagelife.reports.told.ToldStep;

/**
 * Something that passes or fails: a claim of a check, a row of the catalogue, a litmus test.
 *
 * @param group what it belongs to, such as {@code fsdax/6.1}
 * @param name its name
 * @param end how it ended
 * @param message what is wrong, in one line; empty if nothing is
 * @param detail all that is known of it, several lines
 * @param nanos how long it took; 0 where that is not known
 */
record Case(String group, String name, End end, String message, String detail, long nanos) {
    /** How something ends. */
    enum End {
        /** All as claimed or expected. */
        PASSED,
        /** Not as claimed or expected. */
        FAILED,
        /** A limit stopped the search before it was known. */
        UNDECIDED,
        /** The model or the checker made a mistake. */
        FAULTY
    }

    /** The kinds of reports that have such. */
    static Seq<String> kinds() {
        return Vector.of(CheckReport.KIND, LitmusReport.KIND, CatalogueReport.KIND);
    }

    /** All of a report: the claims of a check, the tests of a run of litmus tests, the rows of the catalogue. */
    static Seq<Case> in(Report report) {
        if (report instanceof CheckReport check) {
            Checked checked = Checked.in(check).head();
            return check.findings().map(finding -> of(checked, finding));
        }
        if (report instanceof LitmusReport litmus) {
            return litmus.tests().map(test -> of("litmus", test));
        }
        return ((CatalogueReport) report).specs().map(spec -> of(spec.variant(), spec));
    }

    private static Case of(Checked checked, ToldFinding finding) {
        End end = switch (finding.verdict()) {
            case HOLDS -> End.PASSED;
            case UNDECIDED -> End.UNDECIDED;
            case VIOLATED, NEVER_HAPPENS -> End.FAILED;
        };
        String message = end == End.PASSED
                ? ""
                : Names.word(finding.verdict())
                        + finding.length()
                                .map(steps -> " in " + steps + " steps")
                                .getOrElse("") + ": " + finding.claim();
        return new Case(checked.name(), finding.property(), end, message, detail(checked, finding), 0);
    }

    private static String detail(Checked checked, ToldFinding finding) {
        Vector<String> lines = Vector.empty();
        if (finding.verdict() == Verdict.VIOLATED) {
            for (ToldStep step : finding.trace().toVector().flatMap(trace -> trace.steps())) {
                lines = lines.append("  " + step.actor() + ": " + step.label()
                        + (step.effects().isEmpty()
                                ? ""
                                : step.effects().mkString("   ", "; ", "").replace("* ", "")));
            }
            lines = lines.appendAll(finding.evidence().map(fact -> "so that " + fact));
        }
        return lines.append(checked.command()).mkString("\n").stripTrailing();
    }

    private static Case of(String group, Line line) {
        End end = !line.fault().isEmpty()
                ? End.FAULTY
                : line.asExpected() ? End.PASSED : line.undecided() ? End.UNDECIDED : End.FAILED;
        Seq<String> wrong = line.judgements()
                .reject(Line.Judged::asExpected)
                .map(Line.Judged::difference)
                .appendAll(line.size().flatMap(Line.Sizes::difference))
                .appendAll(Vector.of(line.fault()).reject(String::isEmpty));
        Seq<String> all = line.judgements().map(Line.Judged::brief);
        return new Case(
                group,
                line.id(),
                end,
                wrong.mkString("; "),
                all.append(line.command()).mkString("\n"),
                0);
    }
}
