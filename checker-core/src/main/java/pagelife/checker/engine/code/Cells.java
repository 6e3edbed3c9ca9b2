package pagelife.checker.engine.code;

import io.vavr.collection.Vector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import pagelife.checker.model.Actor;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelException;
import pagelife.checker.model.State;

/** The cells of a model with their domains: what turns values into ids and back. */
public final class Cells {
    private static final int NOBODY = -1;

    /** Whose cells they are. */
    private final Model model;
    /** The cells, by index. */
    private final Cell<?>[] cells;
    /** For each cell its values and their ids. */
    private final Domain[] domains;
    /** For each cell the index of the actor that it is private to, or {@link #NOBODY}. */
    private final int[] owner;
    /** For each cell whether it says where an actor is. */
    private final boolean[] control;

    private final String[] family;
    private final List<Effect> journal = new ArrayList<>();
    private final List<Recorder> recorders = new CopyOnWriteArrayList<>();

    public Cells(Model model) {
        this(model, Domain.affordable());
    }

    /** The cells of {@code model}, each with at most so many values. */
    public Cells(Model model, long mostValues) {
        int count = model.cells().size();
        this.model = model;
        this.cells = model.cells().toJavaArray(Cell<?>[]::new);
        this.domains = new Domain[count];
        this.owner = new int[count];
        this.control = new boolean[count];
        this.family = new String[count];
        for (int c = 0; c < count; c++) {
            domains[c] = new Domain(cells[c], mostValues);
            family[c] = family(cells[c]);
            owner[c] = model.owner(cells[c]).map(Actor::index).getOrElse(NOBODY);
        }
        model.actors().forEach(actor -> control[actor.control().index()] = true);
    }

    /** What code is run through. */
    List<Recorder> recorders() {
        return recorders;
    }

    /** Who hears, in a sentence, of a cell that has had suspiciously many values. */
    public void warn(Consumer<String> told) {
        for (Domain domain : domains) {
            domain.warn(told);
        }
    }

    /** Tells of cells that have another value in most of so many states: they may grow without bound. */
    public void tellGrowing(long states) {
        for (Domain domain : domains) {
            domain.tellGrowing(states);
        }
    }

    public Model model() {
        return model;
    }

    public int count() {
        return cells.length;
    }

    public Domain domain(int cell) {
        return domains[cell];
    }

    /** The index of the actor that the cell is private to, or -1. */
    int owner(int cell) {
        return owner[cell];
    }

    public boolean isControl(int cell) {
        return control[cell];
    }

    public Cell<?> cell(int index) {
        return cells[index];
    }

    public String name(int cell) {
        return cells[cell].name();
    }

    /** Names an actor in a message; a claim is no actor. */
    String who(int actor) {
        return actor == NOBODY ? "a claim" : "actor " + model.actors().get(actor);
    }

    /** The index of a cell of this model; a stranger is a {@link ModelException}. */
    int check(Cell<?> cell) {
        int index = cell.index();
        if (index >= cells.length || cells[index] != cell) {
            throw new ModelException("cell " + cell + " does not belong to model " + model
                    + ": use the cells that its own builder made");
        }
        return index;
    }

    /** How many ids each domain has. */
    public int[] sizes() {
        int[] sizes = new int[domains.length];
        Arrays.setAll(sizes, cell -> domains[cell].size());
        return sizes;
    }

    /**
     * The same, where each cell has as many as the largest of its family: sisters grow alike, so that what one has had
     * the others are about to have.
     */
    int[] sizesOfSisters() {
        int[] sizes = sizes();
        Map<String, Integer> largest = new HashMap<>();
        for (int cell = 0; cell < sizes.length; cell++) {
            largest.merge(family[cell], sizes[cell], Math::max);
        }
        Arrays.setAll(sizes, cell -> largest.get(family[cell]));
        return sizes;
    }

    /** Cells without a declared family are sisters if nothing but a number in their names tells them apart. */
    private static String family(Cell<?> cell) {
        return cell.type().getName() + " " + cell.family().replaceAll("[0-9]+", "#");
    }

    /** Makes sure that no value has changed since it was written; a last look, for those that nobody read again. */
    public void requireUnchanged() {
        for (Domain domain : domains) {
            domain.requireUnchanged();
        }
    }

    /** How many ids each domain can ever have, as far as the cell's type tells. */
    int[] limits() {
        int[] limits = new int[cells.length];
        Arrays.setAll(limits, cell -> {
            Class<?> type = cells[cell].type();
            return type == Boolean.class ? 2 : type.isEnum() ? type.getEnumConstants().length : Integer.MAX_VALUE;
        });
        return limits;
    }

    /**
     * The effects at which values were first seen, in that order. Run again in this order after the initial states were
     * interned, the steps give every value the id it has here. Adding to it is guarded by itself.
     */
    List<Effect> journal() {
        return journal;
    }

    /** The ids of a boxed state, new ones at first sight. */
    public int[] intern(State state) {
        Object[] values = state.values();
        int[] ids = new int[values.length];
        Arrays.setAll(ids, cell -> domains[cell].intern(values[cell]));
        return ids;
    }

    /** The boxed state of these ids. */
    public State box(int[] ids) {
        Object[] values = new Object[ids.length];
        Arrays.setAll(values, cell -> domains[cell].value(ids[cell]));
        return State.of(model, values);
    }

    /** Some cells with their values, for a message. */
    public String show(int[] order, int count, int[] ids) {
        return Vector.ofAll(order)
                .take(count)
                .map(cell -> name(cell) + "=" + domains[cell].value(ids[cell]))
                .mkString(", ");
    }

    /**
     * Orders states by the text of their values, cell by cell: an order that does not depend on ids, so that it is the
     * same in every run and for any number of threads.
     */
    public int compare(int[] left, int[] right) {
        for (int cell = 0; cell < left.length; cell++) {
            if (left[cell] != right[cell]) {
                int order = domains[cell]
                        .value(left[cell])
                        .toString()
                        .compareTo(domains[cell].value(right[cell]).toString());
                if (order != 0) {
                    return order;
                }
            }
        }
        return 0;
    }
}
