package pagelife.models.bench;

import io.vavr.collection.Vector;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;

/** One who draws a number among thousands, and puts it back: a step with as many outcomes. */
public final class Lottery {
    private Lottery() {}

    /** So many numbers. */
    public static Model of(int numbers) {
        ModelBuilder builder = Model.builder("lottery " + numbers);
        Cell<Integer> drawn = builder.cell("drawn", 0);
        builder.task("player")
                .forever()
                .step("draw", now -> now.write(drawn, now.choose("number", Vector.range(0, numbers))))
                .step("put back", now -> now.write(drawn, 0));
        return builder.build();
    }
}
