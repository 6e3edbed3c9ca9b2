package pagelife.reports.text;

import io.vavr.collection.Seq;
import pagelife.reports.AnyReport;
import pagelife.reports.AnyReport.Claim;
import pagelife.reports.AnyReport.Proof;
import pagelife.reports.AnyReport.Resisting;
import pagelife.reports.AnyReport.Tried;
import pagelife.reports.page.Amounts;
import pagelife.reports.page.Page;
import pagelife.reports.page.Tone;
import pagelife.reports.page.Wrap;
import pagelife.reports.told.Told;
import pagelife.specs.reach.Told.Word;

/** For people: how far each claim holds, what resists a proof, and what the proofs rest on. */
final class AnyText {
    private final Page page;
    private final AnyReport report;

    /** Writes {@code report} to {@code page}. */
    AnyText(Page page, AnyReport report) {
        this.page = page;
        this.report = report;
    }

    /** Writes the report. */
    void print() {
        int words = Wrap.widest(report.claims().map(AnyText::word));
        int names = Wrap.widest(report.claims().map(Claim::property));
        for (Claim claim : report.claims()) {
            String word = Wrap.pad(word(claim), words + 2);
            String name = Wrap.pad(claim.property(), names + 2);
            int indent = word.length() + name.length();
            page.hanging(indent, page.paint(tone(claim), word) + name, says(claim));
        }
        report.claims().forEach(claim -> claim.resists().forEach(resisting -> resists(claim, resisting)));
        page.line("");
        proof(report.proof());
        page.hanging(
                "tried        ",
                report.checked().map(AnyText::tried).mkString(", ")
                        + (isOfSeveral() ? " of each sort, in " : ", in ")
                        + Amounts.seconds(report.measured().nanos()) + " in all");
        String others = report.bounds().isEmpty() ? "" : Told.line(report.bounds()) + ", and ";
        page.hanging("bounds       ", others + report.bound() + " any number");
        if (!report.notAsked().isEmpty()) {
            page.hanging(
                    "not asked    ",
                    report.notAsked().mkString(", ") + ": claims about runs, or that something happens");
        }
        page.hanging("repeat       ", report.command());
    }

    private void proof(Proof proof) {
        String views = Amounts.counted(proof.views(), "view") + " of " + proof.inSight() + ", from "
                + Amounts.counted(proof.configurations(), "configuration") + " of " + (proof.inSight() + 1);
        if (!proof.closed()) {
            page.hanging(Tone.DOUBTFUL, "no proof     ", proof.refused() + " (" + views + ")");
            return;
        }
        page.hanging("proof        ", views + "; there are no more, however many " + sorts() + " there are");
        listed("rests on     ", proof.premises());
        listed("assumes      ", proof.assumptions());
    }

    private void listed(String head, Seq<String> texts) {
        texts.zipWithIndex()
                .forEach(text -> page.hanging(text._2() == 0 ? head : " ".repeat(head.length()), text._1()));
    }

    /** {@code fast-gups}, or {@code slow-gups and fast-gups}. */
    private String sorts() {
        return report.sort().replace(",", "s and ") + "s";
    }

    private boolean isOfSeveral() {
        return report.sort().contains(",");
    }

    private void resists(Claim claim, Resisting resisting) {
        page.line("");
        page.line(page.paint(Tone.STRONG, claim.property() + ": not proved beyond; this resists"));
        resisting.cells().forEach((cell, value) -> page.hanging("  ", cell + " = " + value));
        if (!resisting.outOfSight().isEmpty()) {
            page.hanging("  ", "others would hold " + resisting.outOfSight().mkString(", "));
        }
        if (!resisting.named().isEmpty()) {
            page.hanging(
                    "  ", resisting.named().mkString(", ") + ": out of sight, each one or more that are named alike");
        }
        page.hanging("  ", "seen by " + resisting.steps().mkString("; "));
    }

    private static String word(Claim claim) {
        return switch (claim.word()) {
            case ANY -> "HOLDS FOR ANY NUMBER";
            case UP_TO -> claim.upTo() < 0 ? "UNDECIDED" : "HOLDS UP TO " + claim.upTo();
            case BROKEN -> "VIOLATED WITH " + claim.brokenWith().get();
        };
    }

    private static Tone tone(Claim claim) {
        return claim.word() == Word.ANY ? Tone.GOOD : claim.word() == Word.BROKEN ? Tone.BAD : Tone.DOUBTFUL;
    }

    private String says(Claim claim) {
        return switch (claim.word()) {
            case ANY -> claim.claim();
            case UP_TO ->
                claim.reason().equals(report.proof().refused())
                                || claim.reason().isEmpty()
                        ? claim.claim()
                        : claim.reason();
            case BROKEN -> "in " + Amounts.counted(claim.length().get(), "step") + ": " + claim.command();
        };
    }

    private static String tried(Tried tried) {
        return tried.tasks() + " ("
                + tried.states().map(states -> Amounts.counted(states, "state")).getOrElse("a limit came first")
                + ")";
    }
}
