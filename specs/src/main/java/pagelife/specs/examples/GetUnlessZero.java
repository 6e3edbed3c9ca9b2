package pagelife.specs.examples;

import pagelife.checker.model.Cell;
import pagelife.models.Rule;
import pagelife.models.kernel.Kref;
import pagelife.models.kernel.Refcount;
import pagelife.models.page.Owner;
import pagelife.specs.claims.Sentences;
import pagelife.specs.own.Draft;
import pagelife.specs.own.Outline;
import pagelife.specs.own.Study;

/** Who finds an object in a list may find it when its last reference has gone: a plain get brings the dead back. */
public final class GetUnlessZero implements Study {
    private static final Rule<Boolean> ASKS =
            Rule.flag("asks", "a lookup takes a reference unless there is none", false);

    @Override
    public void outline(Outline outline) {
        outline.named("03-get-unless-zero")
                .says("a lookup takes a reference of an object that is on its way out of the list")
                .rule(ASKS)
                .variant("broken", "kref_get")
                .variant("fixed", "kref_get_unless_zero", ASKS.is(true))
                .expect(
                        "broken",
                        row -> row.size(13, 14)
                                .violated("EX-3", 2)
                                .because(
                                        "Documentation/core-api/kref.rst",
                                        "the list still has an object that nobody holds"))
                .expect(
                        "fixed",
                        row -> row.size(9, 10).because("Documentation/core-api/kref.rst", "the lookup finds nothing"));
    }

    @Override
    public void draft(Draft d) {
        boolean asks = d.rule(ASKS);
        Kref ref = Kref.declare(d.model(), "obj->ref");
        Cell<Boolean> listed = d.cell("listed", true);
        Owner owner = Owner.task("owner");
        Owner finder = Owner.task("lookup");

        d.task("owner")
                .in("include/linux/kref.h", "kref_put", "6.12")
                .step("o1 put", now -> {
                    if (!ref.put(now, owner, last -> {})) {
                        now.end();
                    }
                })
                .has(ref.heldBy(owner))
                .step("o2 unlink and free", now -> now.write(listed, false));

        d.task("lookup")
                .in("include/linux/kref.h", "kref_get", "6.12")
                .step("l1 find and get", now -> {
                    if (!now.read(listed) || asks && !ref.getUnlessZero(now, finder)) {
                        now.saw("nothing found");
                        now.end();
                    } else if (!asks) {
                        ref.get(now, finder);
                    }
                })
                .in("include/linux/kref.h", "kref_put", "6.12")
                .step("l2 put", now -> ref.put(now, finder, last -> {}))
                .has(ref.heldBy(finder));

        d.books(ref::in);
        d.everyStep(
                        "EX-3 NoGetFromZero",
                        "no reference is taken from a count of 0",
                        step -> !step.events().exists(Refcount.Saturates.class::isInstance))
                .told(Sentences.last(run -> "takes a reference from a count of 0"));
        d.sometimes("the lookup has it", "the lookup has a reference", d.at("lookup", "l2"));
    }
}
