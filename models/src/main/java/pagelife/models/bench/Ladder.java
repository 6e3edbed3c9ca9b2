package pagelife.models.bench;

import pagelife.checker.model.Cell;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;

/** One who climbs: as many levels as rungs, one state each, and a cell with as many values. */
public final class Ladder {
    private Ladder() {}

    /** So many rungs. */
    public static Model of(int rungs) {
        ModelBuilder builder = Model.builder("ladder " + rungs);
        Cell<Integer> rung = builder.cell("rung", 0);
        builder.task("climber").forever().step("climb", now -> {
            now.await(now.read(rung) < rungs);
            now.change(rung, below -> below + 1);
        });
        return builder.build();
    }
}
