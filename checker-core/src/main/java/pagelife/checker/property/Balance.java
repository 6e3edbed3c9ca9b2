package pagelife.checker.property;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import pagelife.checker.model.Cell;
import pagelife.checker.model.View;

/**
 * Says of a state that some sums are 0: that every count is what its owners hold. A cell adds its own share to a sum,
 * whatever the other cells have; so what a step does to a sum is seen of the cells that it changes. A search asks a
 * claim that {@link Invariant#holds} like this only of states that were found by a step which changed a sum, or a cell
 * that a premise or the rest of a sum looks at. Immutable.
 */
public final class Balance implements Predicate<View> {
    private final Predicate<View> when;
    private final Seq<Sum> sums;
    /** For each sum its shares, made for this balance alone. */
    private final Seq<Seq<Share<?>>> shares;
    /** The same by the cell whose share it is. */
    private final Map<Cell<?>, List<Share<?>>> ofCells;

    /** That each of these is 0. */
    public Balance(Seq<Sum> sums) {
        this(view -> true, sums);
    }

    /** That each of these is 0 in states that meet a premise. */
    Balance(Predicate<View> when, Seq<Sum> sums) {
        this.when = when;
        this.sums = sums;
        this.shares = sums.zipWithIndex((sum, index) -> sum.terms.map(term -> new Share<>(this, index, term)));
        this.ofCells = new HashMap<>(shares.flatMap(all -> all)
                .groupBy(share -> share.term.cell)
                .mapValues(Seq::asJava)
                .toJavaMap());
    }

    /**
     * A sum over cells, and what else there is. Immutable.
     */
    public static final class Sum {
        /** The sum of nothing, which is 0. */
        public static final Sum NOTHING = new Sum(Vector.empty(), Vector.empty());

        private final Vector<Term<?>> terms;
        private final Vector<ToIntFunction<View>> rest;

        private Sum(Vector<Term<?>> terms, Vector<ToIntFunction<View>> rest) {
            this.terms = terms;
            this.rest = rest;
        }

        /** This sum and what the value of {@code cell} counts. */
        public <T> Sum plus(Cell<T> cell, ToIntFunction<? super T> amount) {
            return new Sum(terms.append(new Term<>(cell, amount)), rest);
        }

        /** This sum less what the value of {@code cell} counts. */
        public <T> Sum minus(Cell<T> cell, ToIntFunction<? super T> amount) {
            return plus(cell, value -> -amount.applyAsInt(value));
        }

        /** This sum less what is counted of no cell alone: after each change of what it looks at all is added up. */
        public Sum minus(ToIntFunction<View> amount) {
            return new Sum(terms, rest.append(amount));
        }

        private int restIn(View view) {
            int left = 0;
            for (ToIntFunction<View> amount : rest) {
                left -= amount.applyAsInt(view);
            }
            return left;
        }
    }

    private record Term<T>(Cell<T> cell, ToIntFunction<? super T> amount) {}

    /** What a cell adds to a sum. */
    private static final class Share<T> implements Function<T, Integer> {
        private final Balance of;
        private final int sum;
        private final Term<T> term;

        Share(Balance of, int sum, Term<T> term) {
            this.of = of;
            this.sum = sum;
            this.term = term;
        }

        @Override
        public Integer apply(T value) {
            return term.amount.applyAsInt(value);
        }

        int in(View view) {
            return view.read(term.cell, this);
        }

        @SuppressWarnings("unchecked") // values of this cell
        int change(Object before, Object after) {
            return term.amount.applyAsInt((T) after) - term.amount.applyAsInt((T) before);
        }
    }

    /** The same of states that meet a premise; of others nothing. */
    Balance whenever(Predicate<View> premise) {
        return new Balance(view -> when.test(view) && premise.test(view), sums);
    }

    /** Whether each sum is 0, or nothing is said of this state. */
    @Override
    public boolean test(View view) {
        return !when.test(view) || isEven(view);
    }

    private boolean isEven(View view) {
        for (int sum = 0; sum < sums.size(); sum++) {
            int total = sums.get(sum).restIn(view);
            for (Share<?> share : shares.get(sum)) {
                total += share.in(view);
            }
            if (total != 0) {
                return false;
            }
        }
        return true;
    }

    /** How many sums there are. */
    public int size() {
        return sums.size();
    }

    /** Whether a part of a value, as read by {@link #test}, is the share of its cell in one of the sums. */
    public boolean isShare(Function<?, ?> part) {
        return part instanceof Share<?> share && share.of == this;
    }

    /**
     * What a change of one cell does to the sums, but for the rest of each.
     *
     * @param before a value of the cell
     * @param changes for each sum by how much it changes; what this change adds is added to it
     */
    public void addChange(Cell<?> cell, Object before, Object after, int[] changes) {
        for (Share<?> share : ofCells.getOrDefault(cell, List.of())) {
            changes[share.sum] += share.change(before, after);
        }
    }
}
