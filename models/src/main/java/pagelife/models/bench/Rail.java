package pagelife.models.bench;

import io.vavr.collection.Vector;
import pagelife.checker.model.Cell;
import pagelife.checker.model.CellFamily;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Now;

/**
 * A railway line of sections, through which trains pass one after the other, each holding the section it is in and, when
 * it goes on, the next one: many cells, of which a step touches two.
 */
public final class Rail {
    /** A section that no train holds. */
    private static final int FREE = 0;

    private Rail() {}

    /** A line of so many sections, at least 2, and so many trains, at least 1, that come again and again. */
    public static Model of(int sections, int trains) {
        ModelBuilder builder = Model.builder("rail " + sections + " " + trains);
        CellFamily<Integer, Integer> held =
                builder.cells("held", Vector.range(0, sections), Integer.class, section -> FREE);
        for (int train = 1; train <= trains; train++) {
            int me = train;
            builder.task("train" + train)
                    .forever()
                    .step("enter", now -> {
                        take(now, held.of(0), me);
                        now.hand(0);
                    })
                    .step("reserve", Integer.class, (now, at) -> {
                        if (at == sections - 1) {
                            now.write(held.of(at), FREE);
                            now.end();
                        } else {
                            take(now, held.of(at + 1), me);
                            now.hand(at);
                        }
                    })
                    .step("move", Integer.class, (now, at) -> {
                        now.write(held.of(at), FREE);
                        now.go("reserve", at + 1);
                    });
        }
        return builder.build();
    }

    private static void take(Now now, Cell<Integer> section, int train) {
        now.await(now.read(section) == FREE);
        now.write(section, train);
    }
}
