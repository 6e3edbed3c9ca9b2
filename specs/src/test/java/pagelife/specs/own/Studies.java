package pagelife.specs.own;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Source files for tests. */
public final class Studies {
    /** Two tasks that add one to what they read: one of the two is lost. */
    public static final String LOST_UPDATE = """
            import pagelife.checker.model.Cell;
            import pagelife.specs.own.Draft;
            import pagelife.specs.own.Study;

            public final class LostUpdate implements Study {
                @Override
                public void draft(Draft d) {
                    Cell<Integer> refs = d.cell("refs", 0);
                    for (String task : new String[] {"a", "b"}) {
                        d.task(task)
                                .step("r read", now -> now.hand(now.read(refs)))
                                .step("w write back", Integer.class, (now, seen) -> now.write(refs, seen + 1));
                    }
                    d.whenever("both count", "when both are done, refs is 2", d.finished("a", "b"), s -> s.read(refs) == 2);
                }
            }
            """;

    /** A get and a put, as a rule says, with operations. */
    public static final String KREF = """
            import pagelife.checker.model.Cell;
            import pagelife.checker.model.Operation;
            import pagelife.checker.model.Script;
            import pagelife.models.Rule;
            import pagelife.specs.own.*;

            public final class Kref implements Study {
                private static final Rule<Boolean> CHECKS = Rule.flag("checks", "a get looks whether the count is 0", true);
                private static final Rule<Integer> USERS = Rule.number("users", "tasks that get and put", 1, 2);

                @Override
                public void outline(Outline outline) {
                    outline.says("get and put of a kref")
                            .rule(CHECKS)
                            .bound(USERS)
                            .variant("right", "kref_get_unless_zero", "2.6.24 on")
                            .variant("plain", "kref_get", CHECKS.is(false))
                            .expect("plain", row -> row.violated("INV-1 FreedOnce", 3).why("a get from 0"));
                }

                @Override
                public void draft(Draft d) {
                    Cell<Integer> refs = d.cell("refs", 1);
                    Cell<Integer> freed = d.cell("freed", 0);
                    d.operations(
                            Operation.of("get and put", "what a user does", task -> new Script()
                                    .step("g get", now -> {
                                        if (d.rule(CHECKS) && now.read(refs) == 0) {
                                            now.end();
                                            return;
                                        }
                                        now.change(refs, n -> n + 1);
                                    })
                                    .step("p put", now -> {
                                        if (now.change(refs, n -> n - 1) == 0) {
                                            now.change(freed, n -> n + 1);
                                        }
                                    })),
                            Operation.of("put", "of the first reference", task -> new Script().step("q put", now -> {
                                if (now.change(refs, n -> n - 1) == 0) {
                                    now.change(freed, n -> n + 1);
                                }
                            })));
                    d.task("owner", "put");
                    for (int i = 0; i < d.bound(USERS); i++) {
                        d.task("user" + i, "get and put");
                    }
                    d.word("freed", s -> s.read(freed) > 0);
                    d.always("INV-1 FreedOnce", "it is freed once", "freed <= 1");
                    d.sometimes("W-1", "it is freed", s -> s.read(freed) == 1);
                    d.everyRun("L-1", "it is freed in the end", "<>freed");
                }
            }
            """;

    private Studies() {}

    /** Writes a file called {@code name}. */
    public static Path write(Path folder, String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
