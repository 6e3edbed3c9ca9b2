package pagelife.models.bench;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.model.Actor;
import pagelife.checker.model.At;
import pagelife.checker.model.Cell;
import pagelife.checker.model.CellFamily;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Now;
import pagelife.checker.model.View;
import pagelife.models.Protocol;
import pagelife.models.Rule;
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

    private static final Rule<Integer> SEATS = Rule.number("seats", "philosophers", 8, 2, 3, 4, 5, 13, 15, 17);
    private static final String KERNELS = "any";

    /** Where one has the left fork, before it takes the right one. */
    private static final String HUNGRY = "take";

    /** Where one has both forks, before it drops the left one. */
    private static final String EATING = "drop1";

    private final Seq<Actor> table;
    private final Model model;

    private static final Rule<Boolean> LOOKS =
            Rule.flag("looks", "a philosopher looks whether the right fork is there before taking it", true);

    /** The family: tables of several sizes. */
    public static TabledFamily<Philosophers> family() {
        return TabledFamily.table("philosophers", "benchmark: dining philosophers, left fork first")
                .rule(LOOKS)
                .bound(SEATS)
                .bounded("small", "6,560 states", KERNELS, SEATS.is(8))
                .bounded("medium", "1,594,322 states", KERNELS, SEATS.is(13))
                .bounded("large", "14,348,906 states", KERNELS, SEATS.is(15))
                .bounded("huge", "129,140,162 states", KERNELS, SEATS.is(17))
                .madeBy((name, rules, bounds) -> new Philosophers(bounds.get(SEATS), rules.get(LOOKS)));
    }

    /** The table of {@code n} philosophers, at least 2. */
    public Philosophers(int n) {
        this(n, true);
    }

    /** The same, where who takes the right fork may not look whether it is there. */
    private Philosophers(int n, boolean looks) {
        ModelBuilder builder = Model.builder("philosophers " + n);
        CellFamily<ForkId, Boolean> forks =
                builder.cells("fork", Vector.range(0, n).map(ForkId::new), Boolean.class, fork -> false);
        for (int i = 0; i < n; i++) {
            Cell<Boolean> left = forks.of(new ForkId(i));
            Cell<Boolean> right = forks.of(new ForkId((i + 1) % n));
            builder.task("phil" + i)
                    .forever()
                    .step("left take the left fork", now -> take(now, left, true))
                    .step(HUNGRY + " take the right fork", now -> take(now, right, looks))
                    .step(EATING + " drop the left fork", now -> now.write(left, false))
                    .step("drop2 drop the right fork", now -> now.write(right, false));
        }
        model = builder.build();
        table = model.actors();
    }

    private static void take(Now now, Cell<Boolean> fork, boolean looks) {
        now.await(!looks || !now.read(fork));
        now.write(fork, true);
    }

    /** The philosophers, each to the left of the next, the last to the left of the first. */
    public Seq<Actor> table() {
        return table;
    }

    /** Whether this one has both forks. */
    public static boolean eats(View view, Actor philosopher) {
        return At.isAt(view.at(philosopher), EATING);
    }

    /** Whether this one has the left fork and waits for the right one. */
    public static boolean isHungry(View view, Actor philosopher) {
        return At.isAt(view.at(philosopher), HUNGRY);
    }

    @Override
    public Model model() {
        return model;
    }
}
