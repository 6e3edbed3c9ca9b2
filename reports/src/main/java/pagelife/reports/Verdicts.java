package pagelife.reports;

import io.vavr.collection.Seq;
import pagelife.checker.result.Finding;
import pagelife.checker.result.Verdict;

/**
 * One line per property: {@code VIOLATED  INV-1 PteRef  in 6 steps  every mapped page is counted}. What does not fit is cut: ./check list
 * has every claim in full, and the table of what is broken has it too.
 */
final class Verdicts {
    private Verdicts() {}

    static void print(Page page, Seq<Finding> findings) {
        int verdicts = Wrap.widest(findings.map(finding -> word(finding.verdict())));
        int names = Wrap.widest(findings.map(finding -> finding.property().name()));
        int lengths = Wrap.widest(findings.map(Verdicts::length));
        for (Finding finding : findings) {
            String verdict = Wrap.pad(word(finding.verdict()), verdicts + 2);
            String head = Wrap.pad(finding.property().name(), names + 2)
                    + (lengths == 0 ? "" : Wrap.pad(length(finding), lengths + 2));
            String painted = page.paint(tone(finding.verdict()), verdict) + head;
            int room = page.width() - verdict.length() - head.length();
            page.line(painted + Wrap.cut(says(finding), room));
        }
    }

    private static String says(Finding finding) {
        return finding.remark().isEmpty() ? finding.property().claim() : finding.remark();
    }

    /** The verdict as it is printed. */
    static String word(Verdict verdict) {
        return verdict.name().replace('_', ' ');
    }

    /** The name of a property, or its first word where that is a number: {@code INV-1}. */
    static String brief(String property) {
        int space = property.indexOf(' ');
        String first = space < 0 ? property : property.substring(0, space);
        for (int i = 0; i < first.length(); i++) {
            if (Character.isDigit(first.charAt(i))) {
                return first;
            }
        }
        return property;
    }

    static Tone tone(Verdict verdict) {
        return switch (verdict) {
            case HOLDS -> Tone.GOOD;
            case VIOLATED, NEVER_HAPPENS -> Tone.BAD;
            case UNDECIDED -> Tone.DOUBTFUL;
        };
    }

    private static String length(Finding finding) {
        return finding.trace()
                .map(trace -> "in " + Amounts.counted(trace.length(), "step"))
                .getOrElse("");
    }
}
