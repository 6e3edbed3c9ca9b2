package pagelife.checker.engine.orbit;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Seq;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import pagelife.checker.engine.code.Cells;
import pagelife.checker.engine.pack.Layout;
import pagelife.checker.model.Actor;
import pagelife.checker.model.Cell;
import pagelife.checker.symmetry.Alike;
import pagelife.checker.symmetry.Symmetry;

/**
 * Finds the state that stands for an orbit: of all orders of the tasks that are alike those that sort them by what is
 * their own, and of the states that these make the one with the least ids. Which one that is depends on the order in
 * which values were first seen; how many orbits there are, and how far away each is, does not.
 *
 * <p>Tasks that differ in what is their own have one such order; only where some are equal several are tried. Where
 * identities change places, each of their arrangements is put in order so, and the one with the least ids stands for
 * all: a rearrangement makes a sort of tasks of each sort, so that it does not matter which of the two comes first. One
 * worker's own.
 */
public final class Orbits {
    /** Bits of a task's number in the number of an order: no sort has more members than that tells apart. */
    private static final int BITS = 4;

    private final Cells cells;
    private final Ranking[] sorts;
    /** How many orders of all tasks there are. */
    private final long orders;
    /** The arrangements of identities beside that in which all stay where they are. */
    private final Image[] arrangements;
    /** For each order that was ever looked at what it does. */
    private final Map<Long, Image> images = new HashMap<>();

    private final Mentions mentions;
    private final int[] ids;
    private int[] image;
    private int[] least;
    /** The state as it was given, and what would stand for it if no other arrangement led to less. */
    private final int[] given;

    private int[] first;

    public Orbits(Cells cells, Symmetry symmetry) {
        Seq<Alike> alike = symmetry.alike();
        this.cells = cells;
        this.sorts = new Ranking[alike.size()];
        int bit = 0;
        long all = 1;
        for (int s = 0; s < sorts.length; s++) {
            sorts[s] = ranking(alike.get(s), bit);
            bit += sorts[s].size();
            all *= factorial(sorts[s].size());
        }
        this.orders = all;
        this.mentions = new Mentions(cells, alike);
        this.ids = new int[cells.count()];
        this.image = new int[cells.count()];
        this.least = new int[cells.count()];
        this.given = new int[cells.count()];
        this.first = new int[cells.count()];
        this.arrangements = symmetry.all()
                .map(one -> new Image(cells, one.exchange(cells.model())))
                .toJavaArray(Image[]::new);
    }

    private Ranking ranking(Alike alike, int bit) {
        Actor[] members = alike.members().toJavaArray(Actor[]::new);
        int[][] own = alike.members()
                .map(member -> Alike.own(cells.model(), member)
                        .toJavaStream()
                        .mapToInt(Cell::index)
                        .toArray())
                .toJavaArray(int[][]::new);
        Image[] toFirst = new Image[members.length];
        Arrays.setAll(toFirst, member -> new Image(cells, exchanged(members[0], members[member])));
        return new Ranking(members, own, toFirst, bit);
    }

    private static io.vavr.collection.Map<Actor, Actor> exchanged(Actor one, Actor other) {
        return one == other ? LinkedHashMap.empty() : LinkedHashMap.of(one, other, other, one);
    }

    private static long factorial(int n) {
        return LongStream.rangeClosed(1, n).reduce(1, (one, other) -> one * other);
    }

    /**
     * Puts the state that stands for the orbit in the place of the one at {@code offset} of {@code packed}.
     *
     * @return false if a value of it has no room in the layout; what is packed is then as before
     */
    public boolean represent(long[] packed, int offset, Layout layout) {
        layout.unpack(packed, offset, ids);
        represent();
        return Arrays.equals(least, ids) || packed(least, packed, offset, layout);
    }

    /** The same where only tasks change places, and identities stay. */
    public boolean representByTasks(long[] packed, int offset, Layout layout) {
        layout.unpack(packed, offset, ids);
        order();
        return packed(least, packed, offset, layout);
    }

    /** The ids of the state that stands for the orbit. */
    public int[] represent(int[] of) {
        System.arraycopy(of, 0, ids, 0, of.length);
        represent();
        return least.clone();
    }

    /** How many states are in the orbit of the packed one. */
    public long size(long[] packed, int offset, Layout layout) {
        layout.unpack(packed, offset, ids);
        return orders() / represent();
    }

    /** How many orders of the tasks in all arrangements of the identities there are, the one in hand among them. */
    public long orders() {
        return orders * (1 + arrangements.length);
    }

    /** How many orders of the tasks alone there are: these come first. */
    public long ordersOfTasks() {
        return orders;
    }

    /**
     * Puts the state into {@code to} that it becomes by an arrangement of the identities, then by an order of the
     * tasks.
     *
     * @param number which order, from 0 (as they stand) to {@link #orders}
     * @return false if a value of it has no room in the layout
     */
    public boolean other(long number, long[] packed, int offset, Layout layout, long[] to) {
        layout.unpack(packed, offset, ids);
        int[][] order = new int[sorts.length][];
        long left = number % orders;
        if (number >= orders) {
            arrangements[(int) (number / orders) - 1].of(ids, given);
            System.arraycopy(given, 0, ids, 0, ids.length);
        }
        for (int s = 0; s < sorts.length; s++) {
            order[s] = IntStream.range(0, sorts[s].size()).toArray();
            for (int open = order[s].length; open > 1; open--) {
                swap(order[s], open - 1, open - 1 - (int) (left % open));
                left /= open;
            }
        }
        image(order).of(ids, image);
        return packed(image, to, 0, layout);
    }

    private static void swap(int[] of, int i, int j) {
        int kept = of[i];
        of[i] = of[j];
        of[j] = kept;
    }

    private static boolean packed(int[] made, long[] packed, int offset, Layout layout) {
        for (int cell = 0; cell < made.length; cell++) {
            if (!layout.fits(cell, made[cell])) {
                return false;
            }
        }
        layout.pack(made, packed, offset);
        return true;
    }

    /** Finds what stands for {@link #ids}, into {@link #least}; how many orders of all lead there. */
    private long represent() {
        if (arrangements.length == 0) {
            return order();
        }
        System.arraycopy(ids, 0, given, 0, ids.length);
        long leading = order();
        for (Image arrangement : arrangements) {
            int[] kept = first;
            first = least;
            least = kept;
            arrangement.of(given, ids);
            long here = order();
            int compared = Arrays.compare(least, first);
            leading = compared < 0 ? here : leading + (compared == 0 ? here : 0);
            if (compared > 0) {
                kept = least;
                least = first;
                first = kept;
            }
        }
        System.arraycopy(given, 0, ids, 0, ids.length);
        return leading;
    }

    /** The same where identities stay; how many orders of the tasks lead there. */
    private long order() {
        boolean entangled = mentions.entangled(ids);
        int named = mentions.inCommon(ids);
        long unseen = 1;
        boolean several = false;
        for (Ranking sort : sorts) {
            sort.rank(ids, entangled, named);
            several |= sort.several();
            unseen *= sort.several() ? 1 : sort.ties();
        }
        if (several) {
            return unseen * least(tied());
        }
        if (isSorted()) {
            System.arraycopy(ids, 0, least, 0, ids.length);
        } else {
            image(places()).of(ids, least);
        }
        return unseen;
    }

    private boolean isSorted() {
        for (Ranking sort : sorts) {
            if (!sort.isSorted()) {
                return false;
            }
        }
        return true;
    }

    /** Tries these orders; how many of them lead to the state with the least ids. */
    private int least(List<int[][]> tried) {
        int leading = 0;
        for (int[][] order : tried) {
            image(order).of(ids, image);
            int compared = leading == 0 ? -1 : Arrays.compare(image, least);
            leading = compared < 0 ? 1 : leading + (compared == 0 ? 1 : 0);
            if (compared < 0) {
                int[] kept = least;
                least = image;
                image = kept;
            }
        }
        return leading;
    }

    private int[][] places() {
        int[][] order = new int[sorts.length][];
        for (int s = 0; s < sorts.length; s++) {
            order[s] = sorts[s].places();
        }
        return order;
    }

    private List<int[][]> tied() {
        List<int[][]> all = new ArrayList<>();
        all.add(new int[sorts.length][]);
        for (int s = 0; s < sorts.length; s++) {
            List<int[][]> longer = new ArrayList<>();
            for (int[] one : sorts[s].orders()) {
                for (int[][] order : all) {
                    int[][] both = order.clone();
                    both[s] = one;
                    longer.add(both);
                }
            }
            all = longer;
        }
        return all;
    }

    private Image image(int[][] order) {
        long number = 0;
        for (int[] places : order) {
            for (int place : places) {
                number = number << BITS | place;
            }
        }
        Image known = images.get(number);
        if (known == null) {
            known = new Image(cells, places(order));
            images.put(number, known);
        }
        return known;
    }

    private io.vavr.collection.Map<Actor, Actor> places(int[][] order) {
        io.vavr.collection.Map<Actor, Actor> places = LinkedHashMap.empty();
        for (int s = 0; s < sorts.length; s++) {
            for (int member = 0; member < order[s].length; member++) {
                places = places.put(sorts[s].member(member), sorts[s].member(order[s][member]));
            }
        }
        return places;
    }
}
