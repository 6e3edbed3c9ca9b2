package pagelife.reports.text;

import io.vavr.collection.Seq;
import pagelife.reports.CatalogueReport;
import pagelife.reports.FamilyTally;
import pagelife.reports.OpenClaim;
import pagelife.reports.outcome.Shell;
import pagelife.reports.page.Amounts;
import pagelife.reports.page.Page;
import pagelife.reports.page.Tone;
import pagelife.reports.page.Wrap;

/** The catalogue at a glance: what the newest kernel still breaks, and a line for each family. */
final class CatalogueScreen {
    private final Page page;

    /** Writes to {@code page}. */
    CatalogueScreen(Page page) {
        this.page = page;
    }

    /** Writes what is broken first, then the families. */
    void print(CatalogueReport report) {
        report.newest().filter(newest -> !report.open().isEmpty()).forEach(newest -> open(newest, report.open()));
        page.line(page.paint(Tone.STRONG, "The families, each with its broken kernels beside the fixed ones:"));
        int names = Wrap.widest(report.families().map(FamilyTally::name));
        report.families()
                .forEach(family -> family(family, names, report.newest().getOrElse("")));
        page.line("");
    }

    private void open(String newest, Seq<OpenClaim> open) {
        page.line(page.paint(Tone.STRONG, "Linux " + newest + ", the newest kernel here, still breaks these claims:"));
        page.line("");
        int names = Wrap.widest(open.map(OpenClaim::family));
        open.map(OpenClaim::family).distinct().forEach(family -> {
            String head = Wrap.pad(family, names);
            for (OpenClaim claim : open.filter(one -> one.family().equals(family))) {
                page.hanging("  " + head + "  ", claim.claim());
                page.command(" ".repeat(names + 6), claim.command(), "  # " + Amounts.counted(claim.steps(), "step"));
                head = " ".repeat(names);
            }
        });
        page.line("");
    }

    private void family(FamilyTally family, int names, String newest) {
        String text = found(family) + newest(family, newest) + ": " + family.summary();
        page.line("  " + Wrap.pad(family.name(), names + 2) + Wrap.cut(text, page.width() - names - 4));
    }

    private static String found(FamilyTally family) {
        return family.asExpected() == family.specs()
                ? family.specs() + " as expected"
                : family.asExpected() + " of " + family.specs() + " as expected";
    }

    private static String newest(FamilyTally family, String newest) {
        if (!family.describesNewest()) {
            return "";
        }
        return ", " + newest
                + (family.open() == 0 ? " breaks nothing" : " breaks " + Amounts.counted(family.open(), "claim"));
    }

    /** Writes how to see more. */
    void more() {
        page.hanging("", Shell.check() + " --all shows every spec, " + Shell.check() + " list NAME what one is about.");
    }
}
