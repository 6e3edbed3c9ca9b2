package pagelife.reports.cli;

import io.vavr.Tuple;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.result.Depth;
import pagelife.checker.result.Result;
import pagelife.checker.result.Stop;
import pagelife.checker.result.Verdict;
import pagelife.models.Variant;
import pagelife.reports.commit.CommitText;
import pagelife.reports.outcome.Names;
import pagelife.reports.outcome.Question;
import pagelife.reports.page.Amounts;
import pagelife.reports.page.Page;
import pagelife.reports.told.ToldFinding;
import pagelife.reports.told.ToldVacuity;

/** Evidence in words. */
final class EvidenceText {
    private static final String MANIFEST = "pagelife-evidence/1";
    private static final String CUT = "...";

    private EvidenceText() {}

    /** What was asked, what was found, how far that can be relied on, and which files have more. */
    static void manifest(Evidence evidence, Seq<String> files, Page page) {
        Question question = evidence.question();
        Variant variant = question.variant();
        page.line(MANIFEST);
        page.hanging("version      ", "pagelife " + CheckCommand.version());
        page.hanging(
                "model        ",
                variant.fullName() + (variant.kernels().isEmpty() ? "" : " (" + variant.kernels() + ")") + ": "
                        + variant.summary());
        page.hanging("rules        ", question.everyRule().toString());
        page.hanging("bounds       ", question.everyBound().toString());
        page.command("command      ", evidence.command());
        evidence.findings().forEach(finding -> page.hanging("found        ", found(finding)));
        explored(evidence.result(), page);
        vacuity(
                ToldVacuity.of(
                        evidence.result().vacuity(), evidence.result().model().actors()),
                page);
        page.hanging("naive search ", evidence.second().words());
        evidence.second().agreements().forEach(text -> page.hanging("  agrees     ", text));
        evidence.second().disagreements().forEach(text -> page.hanging("  DISAGREES  ", text));
        evidence.second().open().forEach(text -> page.hanging("  not asked  ", text));
        page.hanging("files        ", files.mkString(" "));
        page.hanging("runs         ", runs(evidence));
        page.hanging(
                "left out     ",
                "times and all else that is measured: in report.json they are 0 or empty; files here have no date");
    }

    private static String found(ToldFinding finding) {
        return Names.word(finding.verdict()) + "  " + finding.property()
                + finding.length()
                        .map(steps -> "  in " + Amounts.counted(steps, "step"))
                        .getOrElse("") + "  "
                + finding.claim() + (finding.remark().isEmpty() ? "" : " (" + finding.remark() + ")");
    }

    private static void explored(Result result, Page page) {
        page.hanging(
                "explored     ",
                size(result) + ", depth " + Amounts.grouped(result.counts().levels()));
        page.hanging("             ", result.stop().sentence());
        page.hanging("exact        ", "states are kept whole and compared whole: none is left out for its hash");
        page.hanging("             ", reach(result));
    }

    private static String reach(Result result) {
        String all = result.stop() == Stop.COMPLETE
                ? "what holds, holds in every state within these bounds; of other bounds nothing is said"
                : "not every state within these bounds was seen; of other bounds nothing is said";
        return result.depth() == Depth.LEVELS
                ? all
                : all + "; breadth-first runs may be shorter: the search went deep first";
    }

    private static void vacuity(ToldVacuity vacuity, Page page) {
        Seq<Object> nothing = Vector.<Object>ofAll(vacuity.stepsNeverTaken())
                .appendAll(vacuity.actorsNeverStarted())
                .appendAll(vacuity.cellsNeverChanged())
                .appendAll(vacuity.neverTrue())
                .appendAll(vacuity.neverFalse())
                .appendAll(vacuity.premisesNeverMet())
                .appendAll(vacuity.neverWitnessed());
        page.hanging(
                "vacuity      ",
                nothing.isEmpty() ? "nothing is known to be vacuous" : "did not happen in what was seen:");
        line(page, "never taken", vacuity.stepsNeverTaken());
        line(page, "not started", vacuity.actorsNeverStarted());
        line(page, "not changed", vacuity.cellsNeverChanged());
        line(page, "never true", vacuity.neverTrue());
        line(page, "never false", vacuity.neverFalse());
        line(page, "premise never met", vacuity.premisesNeverMet());
        line(page, "never shown", vacuity.neverWitnessed());
    }

    private static void line(Page page, String what, Seq<?> names) {
        if (names.nonEmpty()) {
            page.hanging("             ", what + ": " + names.mkString("; "));
        }
    }

    private static String runs(Evidence evidence) {
        return evidence.kept().runs() == 0
                ? "none: no claim is broken"
                : Amounts.counted(evidence.kept().runs(), "run") + " in runs.litmus; ./check replay runs.litmus"
                        + " executes each again by the code of the model";
    }

    /** Five lines for the mail that brings a patch, each of at most {@value CommitText#WIDTH} columns. */
    static Seq<String> mail(Evidence evidence) {
        Result result = evidence.result();
        return Vector.of(
                        "Model: " + evidence.question().variant().fullName() + ", pagelife " + CheckCommand.version(),
                        "Found: " + found(evidence.findings()),
                        "Explored: " + size(result)
                                + (result.stop() == Stop.COMPLETE ? ", all there are" : ", not all there are"),
                        "Checked: the naive search " + evidence.second().words())
                .map(EvidenceText::fitting)
                .append(repeat(evidence.command()));
    }

    /** The numbers come first: whatever is cut, nothing that is open looks decided. */
    private static String found(Seq<ToldFinding> findings) {
        String numbers = Vector.of(Verdict.values())
                .map(verdict -> Tuple.of(verdict, findings.count(finding -> finding.verdict() == verdict)))
                .filter(counted -> counted._2() > 0)
                .map(counted -> counted._2() + " " + Names.word(counted._1()))
                .mkString(", ");
        Seq<String> broken = findings.filter(ToldFinding::isBroken)
                .map(one -> one.id()
                        + one.length()
                                .map(steps -> " in " + Amounts.counted(steps, "step"))
                                .getOrElse(""));
        return numbers + (broken.isEmpty() ? "" : ": " + broken.mkString(", "));
    }

    private static String size(Result result) {
        return Amounts.counted(result.counts().states(), "state") + ", "
                + Amounts.counted(result.counts().transitions(), "transition");
    }

    /** A command that is cut repeats nothing: where it does not fit, another file has it. */
    private static String repeat(String command) {
        String line = "Repeat: " + command;
        return line.length() <= CommitText.WIDTH ? line : "Repeat: the command that MANIFEST.txt of the archive shows";
    }

    private static String fitting(String line) {
        return line.length() <= CommitText.WIDTH
                ? line
                : line.substring(0, CommitText.WIDTH - CUT.length()).stripTrailing() + CUT;
    }
}
