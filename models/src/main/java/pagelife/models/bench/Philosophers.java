package pagelife.models.bench;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.model.Actor;
import pagelife.checker.model.ActorBuilder;
import pagelife.checker.model.Cell;
import pagelife.checker.model.CellFamily;
import pagelife.checker.model.Control;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Source;
import pagelife.checker.model.View;
import pagelife.models.Protocol;
import pagelife.models.TabledFamily;

/** Dining philosophers, left fork first: 3^n - 1 states, 2n 3^(n-1) - n transitions, one deadlock. */
public final class Philosophers implements Protocol {
    /** A fork on the table. */
    public record ForkId(int number) {
        @Override
        public String toString() {
            return Integer.toString(number);
        }
    }

    /** Where a philosopher is. */
    public sealed interface Seat extends Control {
        /** Holds nothing. */
        record Thinking() implements Seat {}

        /** Holds the left fork. */
        record HoldsLeft() implements Seat {}

        /** Holds both forks. */
        record Eating() implements Seat {}

        /** Has dropped the left fork. */
        record DroppedLeft() implements Seat {}
    }

    private static final String KERNELS = "any";

    private final Seq<Actor> table;
    private final Model model;

    /** The family: tables of several sizes. */
    public static TabledFamily<Philosophers> family() {
        return TabledFamily.table("philosophers", "benchmark: dining philosophers, left fork first")
                .bound("seats", "philosophers", "8 2 3 4 5 13 15 17")
                .variant("small", "6,560 states", KERNELS, "", "seats=8")
                .variant("medium", "1,594,322 states", KERNELS, "", "seats=13")
                .variant("large", "14,348,906 states", KERNELS, "", "seats=15")
                .variant("huge", "129,140,162 states", KERNELS, "", "seats=17")
                .madeBy((name, rules, bounds) -> new Philosophers(bounds.number("seats")));
    }

    /** The table of {@code n} philosophers, at least 2. */
    public Philosophers(int n) {
        ModelBuilder builder = Model.builder("philosophers " + n);
        CellFamily<ForkId, Boolean> forks =
                builder.cells("fork", Vector.range(0, n).map(ForkId::new), Boolean.class, fork -> false);
        for (int i = 0; i < n; i++) {
            Cell<Boolean> left = forks.of(new ForkId(i));
            Cell<Boolean> right = forks.of(new ForkId((i + 1) % n));
            ActorBuilder<Seat> actor = builder.actor("phil" + i, Seat.class, new Seat.Thinking());
            actor.step("left", "take the left fork", Source.NONE, Seat.Thinking.class, (at, view) -> {
                if (view.read(left)) {
                    return view.waits();
                }
                view.write(left, true);
                return new Seat.HoldsLeft();
            });
            actor.step("take", "take the right fork", Source.NONE, Seat.HoldsLeft.class, (at, view) -> {
                if (view.read(right)) {
                    return view.waits();
                }
                view.write(right, true);
                return new Seat.Eating();
            });
            actor.step("drop1", "drop the left fork", Source.NONE, Seat.Eating.class, (at, view) -> {
                view.write(left, false);
                return new Seat.DroppedLeft();
            });
            actor.step("drop2", "drop the right fork", Source.NONE, Seat.DroppedLeft.class, (at, view) -> {
                view.write(right, false);
                return new Seat.Thinking();
            });
        }
        model = builder.build();
        table = model.actors();
    }

    /** The philosophers, each to the left of the next, the last to the left of the first. */
    public Seq<Actor> table() {
        return table;
    }

    /** Whether this one has both forks. */
    public static boolean eats(View view, Actor philosopher) {
        return view.at(philosopher) instanceof Seat.Eating;
    }

    /** Whether this one has the left fork and waits for the right one. */
    public static boolean isHungry(View view, Actor philosopher) {
        return view.at(philosopher) instanceof Seat.HoldsLeft;
    }

    @Override
    public Model model() {
        return model;
    }
}
