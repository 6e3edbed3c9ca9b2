package pagelife.checker.engine.orbit;

import io.vavr.collection.HashMap;
import io.vavr.collection.Seq;
import java.util.Arrays;
import pagelife.checker.engine.code.Cells;
import pagelife.checker.model.Actor;
import pagelife.checker.model.Cell;
import pagelife.checker.symmetry.Alike;
import pagelife.checker.symmetry.Renaming;

/**
 * Which tasks that are alike the values of a state name: a bit for each, in the order of the sorts and their members. A
 * task's own cells may name itself without being noticed. One worker's own.
 */
final class Mentions {
    private static final int UNKNOWN = -1;

    private final Cells cells;
    /** The bit of the task that a cell belongs to; 0 if it is everybody's. */
    private final int[] owner;
    /** For each task what gives it a name that nobody has. */
    private final Renaming[] tasks;
    /** For each cell and id the tasks that its value names. */
    private final int[][] known;

    Mentions(Cells cells, Seq<Alike> alike) {
        this.cells = cells;
        this.owner = new int[cells.count()];
        this.known = new int[cells.count()][0];
        Seq<Actor> members = alike.flatMap(Alike::members);
        this.tasks = members.map(task -> Renaming.ofTasks(HashMap.of(task.name(), task.name() + " renamed")))
                .toJavaArray(Renaming[]::new);
        members.forEachWithIndex(
                (task, bit) -> Alike.own(cells.model(), task).map(Cell::index).forEach(cell -> owner[cell] = 1 << bit));
    }

    /** Whether some task's own cells name another one. */
    boolean entangled(int[] ids) {
        for (int cell = 0; cell < ids.length; cell++) {
            if (owner[cell] != 0 && (of(cell, ids[cell]) & ~owner[cell]) != 0) {
                return true;
            }
        }
        return false;
    }

    /** The tasks that are named in what is everybody's. */
    int inCommon(int[] ids) {
        int named = 0;
        for (int cell = 0; cell < ids.length; cell++) {
            named |= owner[cell] == 0 ? of(cell, ids[cell]) : 0;
        }
        return named;
    }

    private int of(int cell, int id) {
        int[] masks = known[cell];
        if (id >= masks.length) {
            int from = masks.length;
            masks = Arrays.copyOf(masks, Math.max(2 * from, id + 4));
            Arrays.fill(masks, from, masks.length, UNKNOWN);
            known[cell] = masks;
        }
        if (masks[id] == UNKNOWN) {
            masks[id] = look(cells.domain(cell).value(id));
        }
        return masks[id];
    }

    private int look(Object value) {
        int named = 0;
        for (int task = 0; task < tasks.length; task++) {
            named |= tasks[task].of(value).equals(value) ? 0 : 1 << task;
        }
        return named;
    }
}
