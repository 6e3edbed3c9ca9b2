package example;

import pagelife.checker.model.Cell;
import pagelife.checker.model.Operation;
import pagelife.checker.model.Script;
import pagelife.models.Rule;
import pagelife.specs.own.Draft;
import pagelife.specs.own.Outline;
import pagelife.specs.own.Study;

/** An object in a table: users look it up and put it again, and somebody removes it. */
public final class Table implements Study {
    private static final Rule<Boolean> UNLESS_ZERO = Rule.flag("unlessZero", "a get fails where the count is 0", true);

    @Override
    public void outline(Outline outline) {
        outline.says("an object in a table")
                .rule(UNLESS_ZERO)
                .variant("right", "refs++ unless it is 0")
                .variant("plain", "refs++", UNLESS_ZERO.is(false))
                .expect("right", row -> row.holds("no use after free"))
                .expect("plain", row -> row.violated("no use after free", 2));
    }

    @Override
    public void draft(Draft d) {
        Cell<Integer> refs = d.cell("refs", 1); // the table's
        Cell<Boolean> freed = d.cell("freed", false);
        d.operations(
                Operation.of("get", "looks it up", task -> new Script().step("g get", now -> {
                    if (!d.rule(UNLESS_ZERO) || now.read(refs) > 0) {
                        now.change(refs, n -> n + 1);
                    }
                })),
                Operation.of("put", "puts what was got", task -> new Script().step("p put", now -> {
                    if (now.read(refs) > 0) { // a get that failed is not put
                        now.change(refs, n -> n - 1);
                        now.write(freed, now.read(refs) == 0);
                    }
                })).undoes("get"),
                Operation.of("remove", "drops the reference of the table", task -> new Script().step("r put", now -> {
                    now.change(refs, n -> n - 1);
                    now.write(freed, now.read(refs) == 0);
                })));
        d.task("user", "get; put").task("remover", "remove");

        d.never("no use after free", "what is freed has no users", s -> s.read(freed) && s.read(refs) > 0);
    }
}
