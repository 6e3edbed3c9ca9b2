package example;

import pagelife.checker.model.Cell;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.property.Invariant;
import pagelife.reports.ask.Ask;

/** A model without a study: a lost update. */
public final class ModelAlone {
    private ModelAlone() {}

    /** Prints the report. */
    public static void main(String[] args) {
        ModelBuilder m = Model.builder("lost update");
        Cell<Integer> refs = m.cell("refs", 0);
        Cell<Integer> done = m.cell("done", 0);
        for (String task : new String[] {"a", "b"}) {
            m.task(task)
                    .step("r read", now -> now.hand(now.read(refs)))
                    .step("w write back", Integer.class, (now, seen) -> {
                        now.write(refs, seen + 1);
                        now.change(done, n -> n + 1);
                    });
        }
        Invariant both = Invariant.always(
                "both count", "what both did is counted twice", s -> s.read(done) < 2 || s.read(refs) == 2);
        System.out.print(Ask.about(m.build(), both).answer().text());
    }
}
