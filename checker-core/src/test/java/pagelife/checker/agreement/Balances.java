package pagelife.checker.agreement;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.List;
import java.util.function.ToIntFunction;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Model;
import pagelife.checker.model.View;
import pagelife.checker.property.Balance;
import pagelife.checker.property.Invariant;

/** Random claims that sums over the cells of a model are 0. */
final class Balances {
    /** What a value adds: mostly nothing, so that many steps keep a sum. */
    private static final List<Integer> AMOUNTS = List.of(0, 0, 0, 0, 1, -1, 0, 0, 2, 0);

    private Balances() {}

    static Seq<Invariant> of(Model model, Dice dice) {
        return Vector.range(0, 4).map(number -> Invariant.balanced("sums " + number, "", balance(model, dice)));
    }

    /** Sums that are 0 at the start. */
    private static Balance balance(Model model, Dice dice) {
        return new Balance(Vector.range(0, 1 + dice.roll(2)).map(number -> sum(model, dice)));
    }

    private static Balance.Sum sum(Model model, Dice dice) {
        View start = model.initialStates().head();
        Balance.Sum sum = Balance.Sum.NOTHING;
        for (int left = 1 + dice.roll(4); left > 0; left--) {
            Cell<?> cell = model.cells().get(dice.roll(model.cells().size()));
            int shift = dice.roll(AMOUNTS.size());
            int now = amount(start.read(cell), shift);
            sum = sum.plus(cell, value -> amount(value, shift)).minus(view -> now);
        }
        return dice.chance(30) ? sum.minus(rest(model, dice, start)) : sum;
    }

    private static ToIntFunction<View> rest(Model model, Dice dice, View start) {
        Cell<?> cell = model.cells().get(dice.roll(model.cells().size()));
        Cell<?> other = model.cells().get(dice.roll(model.cells().size()));
        int shift = dice.roll(AMOUNTS.size());
        ToIntFunction<View> amount = view -> {
            int first = view.read(cell, value -> amount(value, shift));
            return first == 0 ? 0 : first * amount(view.read(other), shift);
        };
        int now = amount.applyAsInt(start);
        return view -> amount.applyAsInt(view) - now;
    }

    private static int amount(Object value, int shift) {
        return AMOUNTS.get(Math.floorMod(value.toString().hashCode() + shift, AMOUNTS.size()));
    }
}
