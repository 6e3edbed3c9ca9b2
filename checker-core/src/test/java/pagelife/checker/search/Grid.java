package pagelife.checker.search;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.model.ActorBuilder;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Control;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Source;
import pagelife.checker.model.View;
import pagelife.checker.property.Invariant;
import pagelife.checker.property.Property;
import pagelife.checker.property.Sometimes;

/** Two actors that count to {@code side - 1} each: {@code side * side} states, whatever the order. */
final class Grid {
    private record Counting() implements Control {}

    private final int side;
    private final Cell<Integer> x;
    private final Cell<Integer> y;
    private final Model model;

    Grid(int side) {
        this.side = side;
        ModelBuilder builder = Model.builder("grid");
        x = counter(builder, "x");
        y = counter(builder, "y");
        model = builder.build();
    }

    private Cell<Integer> counter(ModelBuilder builder, String name) {
        ActorBuilder<Counting> actor = builder.actor(name + " counter", Counting.class, new Counting());
        Cell<Integer> count = actor.cell(name, Integer.class, 0);
        actor.step("up", "", Source.NONE, Counting.class, (at, view) -> {
            int now = view.read(count);
            if (now == side - 1) {
                return view.waits();
            }
            view.write(count, now + 1);
            return at;
        });
        return count;
    }

    Model model() {
        return model;
    }

    int sum(View view) {
        return view.read(x) + view.read(y);
    }

    /** Two that are decided near the start, three that take the whole grid. */
    Seq<Property> properties() {
        return Vector.of(
                Invariant.always("below 3", "", view -> sum(view) < 3),
                new Sometimes("reaches 2", "", view -> sum(view) == 2),
                Invariant.always("inside", "", view -> sum(view) <= 2 * side - 2),
                new Sometimes("never beyond", "", view -> sum(view) > 2 * side - 2),
                Invariant.whenever("vacuous", "", view -> sum(view) > 2 * side - 2, view -> true));
    }
}
