package pagelife.models.kernel;

import pagelife.checker.model.StepView;
import pagelife.models.page.Counted;
import pagelife.models.page.Owner;
import pagelife.models.page.PageEvent;

/** Tells of gets and puts of something that is counted, so that a ledger can follow them. */
record Counter(Counted what) {
    void got(StepView view, int amount, int before, Owner owner, PageEvent.How how) {
        got(view, amount, before, before + amount, owner, how);
    }

    void got(StepView view, int amount, int before, int after, Owner owner, PageEvent.How how) {
        Acting.require(view, owner);
        view.tell(new PageEvent.Count(what, amount, before, after, owner, how));
    }

    void put(StepView view, int amount, int before, Owner owner) {
        put(view, amount, before, before - amount, owner);
    }

    void put(StepView view, int amount, int before, int after, Owner owner) {
        Acting.require(view, owner);
        view.tell(new PageEvent.Count(what, -amount, before, after, owner, PageEvent.How.UNCONDITIONALLY));
    }
}
