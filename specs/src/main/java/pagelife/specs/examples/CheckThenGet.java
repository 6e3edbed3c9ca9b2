package pagelife.specs.examples;

import java.util.function.Predicate;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Script;
import pagelife.checker.model.View;
import pagelife.models.Rule;
import pagelife.models.kernel.FolioRef;
import pagelife.models.page.Owner;
import pagelife.specs.claims.Phrase;
import pagelife.specs.own.Draft;
import pagelife.specs.own.Outline;
import pagelife.specs.own.Study;

/** A count that was looked at and a count that is taken are two counts: the last put may come between them. */
public final class CheckThenGet implements Study {
    private static final Rule<Boolean> AT_ONCE = Rule.flag("atOnce", "test and get are one instruction", false);

    @Override
    public void outline(Outline outline) {
        outline.named("02-check-then-get")
                .says("a task looks whether an object is in use, and then takes a reference")
                .rule(AT_ONCE)
                .variant("broken", "if (atomic_read(&refs) > 0) atomic_inc(&refs)")
                .variant("fixed", "atomic_add_unless(&refs, 1, 0)", AT_ONCE.is(true))
                .expect(
                        "broken",
                        row -> row.size(9, 11)
                                .violated("EX-2", 3)
                                .because("atomic_t.txt", "the last put comes between test and get"))
                .expect("fixed", row -> row.size(6, 7).because("atomic_t.txt", "the get fails where the count is 0"));
    }

    @Override
    public void draft(Draft d) {
        FolioRef refs = FolioRef.declare(d.model(), "refs", 1);
        Cell<Boolean> freed = d.cell("freed", false);
        Owner first = Owner.task("owner");
        Owner second = Owner.task("user");

        d.task("owner")
                .in("include/linux/mm.h", "put_page", "6.12")
                .step("o1 put, free at 0", now -> now.write(freed, refs.putTestzero(now, first)))
                .has(refs.heldBy(first));

        Script user = d.task("user").in("include/linux/page_ref.h", "page_ref_add_unless", "6.12");
        if (d.rule(AT_ONCE)) {
            user.step("u1 get unless 0", now -> {
                if (!refs.tryGet(now, second)) {
                    now.saw("refs 0: give up");
                    now.end();
                }
            });
        } else {
            user.step("u1 in use?", now -> {
                        now.saw("in use? %s", refs.read(now) == 0 ? "no" : "yes, refs " + refs.read(now));
                        if (refs.read(now) == 0) {
                            now.end();
                        }
                    })
                    .step("u2 get", now -> refs.get(now, second));
        }
        user.in("include/linux/mm.h", "put_page", "6.12")
                .step("u3 put, free at 0", now -> {
                    boolean last = refs.putTestzero(now, second);
                    now.change(freed, before -> before || last);
                })
                .has(refs.heldBy(second));

        d.books(refs::in);
        Predicate<View> has = d.at("user", "u3");
        d.never(
                        "EX-2 NoGetAfterFree",
                        "nobody has a reference to what was freed",
                        view -> view.read(freed) && has.test(view))
                .told(new Phrase("user has a reference", "takes a reference", has)
                        .meets(new Phrase("the object is freed", "frees the object", view -> view.read(freed))));
        d.sometimes("the user has it", "the user has a reference", has);
    }
}
