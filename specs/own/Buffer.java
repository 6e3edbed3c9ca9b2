import pagelife.checker.model.Body;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Operation;
import pagelife.checker.model.Script;
import pagelife.models.Rule;
import pagelife.specs.own.Draft;
import pagelife.specs.own.Outline;
import pagelife.specs.own.Study;

/** A buffer that users look up in a table while it is removed from there. */
public final class Buffer implements Study {
    private static final Rule<Boolean> UNLESS_ZERO = Rule.flag("unlessZero", "a get fails where the count is 0", false);

    @Override
    public void outline(Outline outline) {
        outline.says("a buffer in a table")
                .rule(UNLESS_ZERO)
                .variant("broken", "refs++")
                .variant("fixed", "refs++ unless it is 0", UNLESS_ZERO.is(true))
                .expect("broken", row -> row.violated("BUF-1", 2).never("BUF-2"))
                .expect("fixed", row -> row.never("BUF-2"));
    }

    @Override
    public void draft(Draft d) {
        Cell<Integer> refs = d.cell("refs", 1); // the table's
        Cell<Boolean> freed = d.cell("freed", false);
        Body put = now -> {
            now.change(refs, n -> n - 1);
            if (now.read(refs) == 0) {
                now.write(freed, true);
            }
        };
        d.operations(
                Operation.of("use", "looks it up, uses it, puts it", task -> new Script()
                        .step("u1 get", now -> {
                            if (d.rule(UNLESS_ZERO) && now.read(refs) == 0) {
                                now.end();
                                return;
                            }
                            now.change(refs, n -> n + 1);
                        })
                        .step("u2 put", put)),
                Operation.of("remove", "drops the reference of the table", task -> new Script().step("r1 put", put)));
        d.task("user", "use").task("remover", "remove");

        d.never("BUF-1 NoUseAfterFree", "what is freed has no users", s -> s.read(freed) && s.read(refs) > 0);
        d.whenever("BUF-2 Shared", "what two use is not freed", s -> s.read(refs) > 2, s -> !s.read(freed));
        d.word("free", s -> s.read(freed));
        d.everyRun("BUF-3 Freed", "the buffer is eventually freed", "<> free");
    }
}
