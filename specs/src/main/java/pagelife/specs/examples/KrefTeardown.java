package pagelife.specs.examples;

import java.util.function.Predicate;
import pagelife.checker.model.Cell;
import pagelife.checker.model.View;
import pagelife.models.Rule;
import pagelife.models.kernel.Kref;
import pagelife.models.page.Owner;
import pagelife.specs.claims.Phrase;
import pagelife.specs.own.Draft;
import pagelife.specs.own.Outline;
import pagelife.specs.own.Study;

/** Who takes a device away drops its own reference; the object goes with the last one, and not before. */
public final class KrefTeardown implements Study {
    private static final Rule<Boolean> PUTS =
            Rule.flag("puts", "a removal puts its reference, and frees nothing", false);

    @Override
    public void outline(Outline outline) {
        outline.named("04-kref-teardown")
                .says("a removal frees an object that a user has open")
                .rule(PUTS)
                .variant("broken", "remove() calls kfree()")
                .variant("fixed", "remove() calls kref_put()", PUTS.is(true))
                .expect(
                        "broken",
                        row -> row.size(8, 10)
                                .violated("EX-4", 2)
                                .because("Documentation/core-api/kref.rst", "the user comes back to freed memory"))
                .expect(
                        "fixed",
                        row -> row.size(8, 10).because("Documentation/core-api/kref.rst", "the last put frees"));
    }

    @Override
    public void draft(Draft d) {
        boolean puts = d.rule(PUTS);
        Kref ref = Kref.declare(d.model(), "dev->ref");
        Cell<Boolean> freed = d.cell("freed", false);
        Owner driver = Owner.of("driver");
        Owner user = Owner.task("user");

        d.task("user")
                .in("drivers/base/core.c", "get_device", "6.12")
                .step("u1 open: get", now -> {
                    if (now.read(freed)) {
                        now.saw("the device is gone");
                        now.end();
                        return;
                    }
                    ref.get(now, user);
                })
                .step("u2 use", now -> {})
                .has(ref.heldBy(user))
                .in("drivers/base/core.c", "put_device", "6.12")
                .step("u3 close: put", now -> ref.put(now, user, last -> last.write(freed, true)))
                .has(ref.heldBy(user));

        d.task("removal")
                .in("drivers/base/core.c", "device_unregister", "6.12")
                .step("r1 remove", now -> {
                    if (puts) {
                        ref.put(now, driver, last -> last.write(freed, true));
                    } else {
                        now.write(freed, true);
                    }
                })
                .has(ref.heldBy(driver));

        d.books(ref::in);
        Predicate<View> open = d.at("user", "u2", "u3");
        d.never(
                        "EX-4 NoFreeInUse",
                        "the device is not freed while somebody has it open",
                        view -> view.read(freed) && open.test(view))
                .told(new Phrase("user has the device open", "opens the device", open)
                        .meets(new Phrase("the device is freed", "frees it", view -> view.read(freed))));
        d.sometimes("it is freed", "what was in use is freed at last", view -> view.read(freed));
    }
}
