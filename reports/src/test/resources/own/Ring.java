import io.vavr.collection.Vector;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Operation;
import pagelife.checker.model.Script;
import pagelife.models.Rule;
import pagelife.models.page.Counted;
import pagelife.models.page.Holds;
import pagelife.models.page.Owner;
import pagelife.specs.own.Draft;
import pagelife.specs.own.Outline;
import pagelife.specs.own.Study;

public final class Ring implements Study {
    enum What implements Counted {
        RING;

        @Override
        public String toString() {
            return "ring";
        }
    }

    static final Rule<Boolean> CHECKS = Rule.flag("checks", "a get looks whether the count is 0", true);
    static final Rule<Integer> USERS = Rule.number("users", "tasks that get and put", 1, 0, 2, 6);

    @Override
    public void outline(Outline outline) {
        outline.says("a ring with users and an owner that removes it")
                .rule(CHECKS)
                .bound(USERS)
                .variant("right", "a get fails once the count is 0")
                .variant("plain", "a get raises the count", CHECKS.is(false))
                .expect("plain", row -> row.violated("INV-1 Live", 2));
    }

    @Override
    public void draft(Draft d) {
        Cell<Integer> refs = d.cell("refs", 1);
        Cell<Boolean> freed = d.cell("freed", false);
        d.operations(
                Operation.of("use", "gets, and puts", task -> new Script()
                        .step("g get", now -> {
                            if (d.rule(CHECKS) && now.read(refs) == 0) {
                                now.end();
                                return;
                            }
                            now.change(refs, n -> n + 1);
                        })
                        .step("p put", now -> {
                            now.change(refs, n -> n - 1);
                            now.write(freed, now.read(refs) == 0);
                        })),
                Operation.of("remove", "drops the first reference", task -> new Script().step("r put", now -> {
                    now.change(refs, n -> n - 1);
                    now.write(freed, now.read(refs) == 0);
                })));
        d.task("owner", "remove");
        Vector.range(0, d.bound(USERS)).forEach(i -> d.task("user" + i, "use"));
        d.always("INV-1 Live", "what is freed has no users", s -> !(s.read(freed) && s.read(refs) > 0));
        d.word("gone", s -> s.read(freed));
        d.everyRun("LTL-1 Freed", "it is freed in the end", "<> gone");
        d.books(books -> books.count(What.RING, refs, n -> n).standing(s -> s.read(freed) ? Vector.empty() : Vector.of(new Holds(What.RING, Owner.of("ring"), 1))));
    }
}
