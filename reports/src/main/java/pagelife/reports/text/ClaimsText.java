package pagelife.reports.text;

import io.vavr.collection.Seq;
import java.util.Locale;
import pagelife.checker.result.Verdict;
import pagelife.reports.ClaimsReport;
import pagelife.reports.ClaimsReport.Statement;
import pagelife.reports.ClaimsReport.Test;
import pagelife.reports.outcome.Names;
import pagelife.reports.page.Amounts;
import pagelife.reports.page.Page;
import pagelife.reports.page.Tone;
import pagelife.reports.page.Wrap;
import pagelife.specs.threads.Answer;

/** The statements of the mail threads for people: a block for each, with its answer and what shows it. */
final class ClaimsText {
    private static final String INDENT = "        ";

    private final Page page;

    /** Writes to {@code page}. */
    ClaimsText(Page page) {
        this.page = page;
    }

    /** Writes a block for each claim, and a summary. */
    void print(ClaimsReport report) {
        report.claims().forEach(this::block);
        summary(report);
    }

    private void block(Statement claim) {
        Tone tone = claim.asExpected() ? Tone.GOOD : claim.undecided() ? Tone.DOUBTFUL : Tone.BAD;
        String id = Wrap.pad(claim.id(), INDENT.length());
        page.line(page.paint(Tone.STRONG, id) + page.paint(tone, answer(claim)));
        page.hanging(INDENT, claim.sentence());
        page.hanging(Tone.FAINT, INDENT + "  ", claim.source());
        claim.experiments().forEach(this::test);
        page.hanging(INDENT, claim.why());
        page.line("");
    }

    private static String answer(Statement claim) {
        String found = claim.says();
        return found.equals(claim.expected()) ? found : found + ", expected " + claim.expected();
    }

    private void test(Test test) {
        String side = test.found() == Verdict.UNDECIDED ? "open" : test.bearsOut() ? "for" : "against";
        String head = INDENT + "  " + Wrap.pad(test.label(), 10) + Wrap.pad(side, 9);
        String differs = test.asExpected() ? "" : " DIFFERS from " + expected(test);
        String text = shown(test) + differs + ": ";
        if (head.length() + text.length() + test.command().length() <= page.width()) {
            page.line(head + text + test.command());
            return;
        }
        page.hanging(head, text.strip());
        page.command(" ".repeat(head.length()), test.command());
    }

    /** {@code INV-3 is broken in 14 steps}, {@code INV-2 holds in all 3,373 states}. */
    private static String shown(Test test) {
        if (test.reckoned()) {
            return (test.found() == Verdict.HOLDS ? "computed, " : "computed, not so: ") + test.asks();
        }
        String name = Names.brief(test.asks());
        String steps = test.length()
                .map(length -> " in " + Amounts.counted(length, "step"))
                .getOrElse("");
        String all = test.states()
                .map(states -> " in all " + Amounts.counted(states, "state"))
                .getOrElse("");
        return switch (test.found()) {
            case HOLDS -> name + (steps.isEmpty() ? " holds" + all : " happens" + steps);
            case VIOLATED -> name + " is broken" + steps;
            case NEVER_HAPPENS -> name + " never happens" + all;
            case UNDECIDED -> name + " is undecided";
        };
    }

    private static String expected(Test test) {
        return Names.word(test.expected())
                + test.expectedLength().map(length -> " in " + length).getOrElse("");
    }

    private void summary(ClaimsReport report) {
        int undecided = report.claims().count(Statement::undecided);
        int different = report.claims().size() - report.asExpected() - undecided;
        String text = Amounts.counted(report.asExpected(), "claim") + " answered as expected"
                + (different > 0 ? ", " + different + " not" : "")
                + (undecided > 0 ? ", " + undecided + " undecided" : "");
        Tone tone = different > 0 ? Tone.BAD : undecided > 0 ? Tone.DOUBTFUL : Tone.GOOD;
        page.line(page.paint(tone, text) + " in "
                + Amounts.seconds(report.measured().nanos()));
        page.hanging("  ", kinds(report.claims()));
    }

    /** {@code 3 true, 2 false, 1 true until}, in the order of the kinds. */
    private static String kinds(Seq<Statement> claims) {
        Seq<Answer.Kind> found = claims.flatMap(Statement::kind);
        return found.distinct()
                .sorted()
                .map(kind -> found.count(kind::equals) + " "
                        + kind.name().replace('_', ' ').toLowerCase(Locale.ROOT))
                .mkString(", ");
    }
}
