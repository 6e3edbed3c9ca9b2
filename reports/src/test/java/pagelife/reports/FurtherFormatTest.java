package pagelife.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import pagelife.reports.format.ReportFormat;
import pagelife.reports.page.Page;
import pagelife.reports.told.ToldFinding;
import pagelife.reports.told.ToldTrace;

/** A format of one's own needs no more than the tree. */
class FurtherFormatTest {
    /** The shortest counterexample as a diagram: who takes which step. */
    private static final ReportFormat DIAGRAM = new ReportFormat() {
        @Override
        public void write(Report report, Page page) {
            ToldTrace trace = ((CheckReport) report)
                    .findings()
                    .filter(ToldFinding::isBroken)
                    .flatMap(ToldFinding::trace)
                    .minBy(ToldTrace::length)
                    .get();
            page.line("sequenceDiagram");
            trace.actors().forEach(actor -> page.line("  participant " + actor));
            trace.steps().forEach(step -> page.line("  Note over " + step.actor() + ": " + step.label()));
        }
    };

    @Test
    void aTraceHasAllThatADiagramNeeds() {
        assertEquals("""
                sequenceDiagram
                  participant pin0
                  participant free
                  Note over free: p1 put
                  Note over pin0: g1 read the count
                  Note over pin0: g2 add one
                """, Captured.text(DIAGRAM, CheckReport.of(Toys.racy()), 100));
    }
}
