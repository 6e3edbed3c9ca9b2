package pagelife.reports.text;

import io.vavr.collection.Seq;
import pagelife.checker.result.Verdict;
import pagelife.reports.outcome.Names;
import pagelife.reports.page.Amounts;
import pagelife.reports.page.Page;
import pagelife.reports.page.Tone;
import pagelife.reports.page.Wrap;
import pagelife.reports.told.ToldFinding;

/**
 * One line per property: {@code VIOLATED  INV-1 PteRef  in 6 steps  every mapped page is counted}. What does not fit is
 * cut where the claim holds ({@code ./check list} has it in full), else it goes on in the next line.
 */
final class Verdicts {
    /** With less beside long names a claim stands below its name. */
    private static final int LEAST_ROOM = 20;

    private Verdicts() {}

    static void print(Page page, Seq<ToldFinding> findings) {
        int verdicts = Wrap.widest(findings.map(finding -> Names.word(finding.verdict())));
        int names = Wrap.widest(findings.map(finding -> finding.property()));
        int lengths = Wrap.widest(findings.map(Verdicts::length));
        for (ToldFinding finding : findings) {
            String verdict = Wrap.pad(Names.word(finding.verdict()), verdicts + 2);
            String head = Wrap.pad(finding.property(), names + 2)
                    + (lengths == 0 ? "" : Wrap.pad(length(finding), lengths + 2));
            String painted = page.paint(tone(finding.verdict()), verdict) + head;
            int room = page.width() - verdict.length() - head.length();
            if (room < LEAST_ROOM) {
                page.line(painted);
                page.hanging(" ".repeat(verdict.length()), says(finding));
            } else if (finding.verdict() == Verdict.HOLDS) {
                page.line(painted + Wrap.cut(says(finding), room));
            } else {
                page.hanging(page.width() - room, painted, says(finding));
            }
        }
    }

    private static String says(ToldFinding finding) {
        return finding.remark().isEmpty() ? finding.apart().getOrElse(finding.claim()) : finding.remark();
    }

    static Tone tone(Verdict verdict) {
        return switch (verdict) {
            case HOLDS -> Tone.GOOD;
            case VIOLATED, NEVER_HAPPENS -> Tone.BAD;
            case UNDECIDED -> Tone.DOUBTFUL;
        };
    }

    private static String length(ToldFinding finding) {
        return finding.length()
                .map(length -> "in " + Amounts.counted(length, "step"))
                .getOrElse("");
    }
}
