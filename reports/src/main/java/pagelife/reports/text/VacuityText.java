package pagelife.reports.text;

import io.vavr.collection.Seq;
import pagelife.reports.page.Page;
import pagelife.reports.told.ToldVacuity;

/** What did not happen, shortly: a claim may hold since nothing puts it to the test. The JSON document has it whole. */
final class VacuityText {
    private static final int MOST = 8;

    private VacuityText() {}

    static void print(Page page, ToldVacuity vacuity) {
        Seq<String> idle = vacuity.actorsNeverStarted();
        line(page, "not started  ", idle);
        line(
                page,
                "never taken  ",
                vacuity.stepsNeverTaken()
                        .reject(step -> idle.contains(step.actor()))
                        .map(ToldVacuity.StepName::toString));
        line(
                page,
                "not changed  ",
                vacuity.cellsNeverChanged()
                        .reject(cell -> idle.contains(cell.placeOf()))
                        .map(ToldVacuity.CellName::name));
        line(page, "never true   ", vacuity.neverTrue());
        line(page, "never false  ", vacuity.neverFalse());
    }

    private static void line(Page page, String head, Seq<String> names) {
        if (names.isEmpty()) {
            return;
        }
        int more = names.size() - MOST;
        String text = names.take(MOST).mkString("; ");
        page.hanging(head, more > 0 ? text + "; and " + more + " more (--json has all)" : text);
    }
}
