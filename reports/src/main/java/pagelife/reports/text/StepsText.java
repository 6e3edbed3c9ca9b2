package pagelife.reports.text;

import io.vavr.collection.Seq;
import pagelife.reports.StepsReport;
import pagelife.reports.StepsReport.Acting;
import pagelife.reports.StepsReport.Doing;
import pagelife.reports.StepsReport.ToldUse;
import pagelife.reports.page.Amounts;
import pagelife.reports.page.Page;
import pagelife.reports.page.Tone;
import pagelife.reports.told.Told;

/** The steps of a protocol for people: a paragraph for each operation of each actor. */
final class StepsText {
    private final Page page;

    /** Writes to {@code page}. */
    StepsText(Page page) {
        this.page = page;
    }

    /** Writes the report. */
    void print(StepsReport report) {
        report.actors().forEach(this::actor);
        page.hanging("variant      ", variant(report));
        if (!report.ruled().isEmpty()) {
            page.hanging("             ", Told.line(report.ruled()) + " (overrides of the variant)");
        }
        page.hanging("bounds       ", Told.line(report.bounds()));
        page.hanging("seen in      ", seen(report));
        page.hanging("repeat       ", report.command());
    }

    private static String variant(StepsReport report) {
        String kernels = report.kernels().isEmpty() ? "" : " (" + report.kernels() + ")";
        return report.variant() + kernels + ": " + report.summary();
    }

    private static String seen(StepsReport report) {
        return report.complete()
                ? "all " + Amounts.counted(report.states(), "state")
                : "the first " + Amounts.counted(report.states(), "state") + ": in others, steps may do more";
    }

    private void actor(Acting actor) {
        for (Doing doing : actor.operations()) {
            String name = doing.operation().isEmpty() ? actor.actor() : actor.actor() + ": " + doing.operation();
            page.line(page.paint(Tone.STRONG, name));
            doing.steps().forEach(this::step);
            page.line("");
        }
    }

    private void step(ToldUse step) {
        page.hanging("  ", step.label());
        if (!step.source().isEmpty()) {
            page.hanging("    ", step.source());
        }
        if (!step.statement().isEmpty()) {
            page.hanging("    ", step.statement());
        }
        cells("    reads    ", step.reads());
        cells("    writes   ", step.writes());
        if (step.waits()) {
            page.hanging(
                    "    waits    ",
                    step.waitsOn().isEmpty()
                            ? "forever"
                            : "on " + step.waitsOn().mkString(", "));
        }
        if (!step.taken()) {
            page.hanging(Tone.DOUBTFUL, "    ", "never taken with these bounds");
        }
    }

    private void cells(String head, Seq<String> cells) {
        if (!cells.isEmpty()) {
            page.hanging(head, cells.mkString(", "));
        }
    }
}
