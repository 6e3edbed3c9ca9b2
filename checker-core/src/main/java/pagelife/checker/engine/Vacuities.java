package pagelife.checker.engine;

import io.vavr.collection.Seq;
import pagelife.checker.engine.code.Memo;
import pagelife.checker.engine.runs.Temporals;
import pagelife.checker.model.Model;
import pagelife.checker.model.Step;
import pagelife.checker.property.Kind;
import pagelife.checker.property.Property;
import pagelife.checker.result.Finding;
import pagelife.checker.result.Vacuity;
import pagelife.checker.result.Verdict;

/** Gathers what did not happen. */
final class Vacuities {
    private Vacuities() {}

    static Vacuity of(Memo memo, Seq<Finding> findings, Temporals temporals) {
        Model model = memo.cells().model();
        Seq<Step> taken = model.steps().filter(step -> memo.taken(step.index()));
        Seq<Property> empty = findings.filter(finding -> finding.verdict() == Verdict.NEVER_HAPPENS)
                .map(Finding::property);
        return new Vacuity(
                model.steps().reject(taken::contains),
                model.actors().reject(actor -> taken.exists(step -> step.actor() == actor)),
                model.cells().reject(cell -> memo.changed(cell.index())),
                temporals.neverTrue(),
                temporals.neverFalse(),
                empty.reject(property -> property.kind() == Kind.SOMETIMES),
                empty.filter(property -> property.kind() == Kind.SOMETIMES));
    }
}
