package pagelife.reports;

import io.vavr.collection.Seq;
import pagelife.checker.model.Actor;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Step;
import pagelife.checker.result.Vacuity;

/** What did not happen, shortly: a claim may hold since nothing puts it to the test. The JSON document has it whole. */
final class VacuityText {
    private static final int MOST = 8;

    private VacuityText() {}

    static void print(Page page, Vacuity vacuity) {
        Seq<Step> steps = vacuity.stepsNeverTaken()
                .reject(step -> vacuity.actorsNeverStarted().contains(step.actor()));
        line(page, "not started  ", vacuity.actorsNeverStarted().map(Actor::name));
        line(page, "never taken  ", steps.map(Step::toString));
        line(
                page,
                "not changed  ",
                vacuity.cellsNeverChanged()
                        .reject(cell -> vacuity.actorsNeverStarted().exists(actor -> actor.control() == cell))
                        .map(Cell::name));
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
