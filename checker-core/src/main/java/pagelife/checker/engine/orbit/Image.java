package pagelife.checker.engine.orbit;

import io.vavr.collection.Map;
import java.util.Arrays;
import pagelife.checker.engine.code.Cells;
import pagelife.checker.model.Actor;
import pagelife.checker.symmetry.Exchange;

/** What one order of the tasks, or one arrangement of identities, makes of ids. One worker's own. */
final class Image {
    private static final int UNKNOWN = -1;

    private final Cells cells;
    private final Exchange exchange;
    /** For each cell and id the id of the renamed value in the cell that takes its place. */
    private final int[][] images;

    Image(Cells cells, Map<Actor, Actor> places) {
        this(cells, new Exchange(cells.model(), places));
    }

    Image(Cells cells, Exchange exchange) {
        this.cells = cells;
        this.exchange = exchange;
        this.images = new int[cells.count()][0];
    }

    /** The id that {@code id} of {@code cell} becomes, in the cell that takes its place. */
    int id(int cell, int id) {
        int[] known = images[cell];
        if (id >= known.length) {
            int room = Math.max(2 * known.length, id + 4);
            known = Arrays.copyOf(known, room);
            Arrays.fill(known, images[cell].length, room, UNKNOWN);
            images[cell] = known;
        }
        if (known[id] == UNKNOWN) {
            Object value = cells.domain(cell).value(id);
            known[id] = cells.domain(exchange.target(cell)).intern(exchange.value(value));
        }
        return known[id];
    }

    /** Puts what becomes of {@code from} into {@code to}. */
    void of(int[] from, int[] to) {
        for (int cell = 0; cell < from.length; cell++) {
            to[exchange.target(cell)] = id(cell, from[cell]);
        }
    }
}
