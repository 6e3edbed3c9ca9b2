package pagelife.models.page;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import pagelife.checker.model.Actor;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Model;
import pagelife.checker.model.View;

/**
 * Who holds what in a state of a protocol, and what the counts say. A protocol declares in which cell each count stands, which
 * cells hold references, and who holds references that stand nowhere; what its tasks hold they say themselves, with
 * {@link Holds}. Claims, ledgers and reports ask the books and need no names of cells. Immutable.
 */
public final class Books {
    private final Model model;
    private final LinkedHashMap<Counted, Count<?>> counts;
    private final Vector<Holder<?>> holders;
    private final Vector<Function<View, Seq<Holds>>> standing;

    /** Where a count stands. */
    private record Count<T>(Cell<T> cell, ToIntFunction<T> refs) {
        int in(View view) {
            return view.read(cell, refs::applyAsInt);
        }
    }

    /** A cell whose value holds references. */
    private record Holder<T>(Cell<T> cell, Function<T, Seq<Holds>> holds) {
        Seq<Holds> in(View view) {
            return view.read(cell, holds);
        }
    }

    private Books(
            Model model,
            LinkedHashMap<Counted, Count<?>> counts,
            Vector<Holder<?>> holders,
            Vector<Function<View, Seq<Holds>>> standing) {
        this.model = model;
        this.counts = counts;
        this.holders = holders;
        this.standing = standing;
    }

    /** The books of a model in which only tasks hold anything. */
    public static Books of(Model model) {
        return new Books(model, LinkedHashMap.empty(), Vector.empty(), Vector.empty());
    }

    /** These books with the count of {@code what}, which stands in {@code cell}. */
    public <T> Books count(Counted what, Cell<T> cell, ToIntFunction<T> refs) {
        return new Books(model, counts.put(what, new Count<>(cell, refs)), holders, standing);
    }

    /** These books with the count of a page. */
    public Books page(PageId page, Cell<Page> cell) {
        return count(page, cell, Page::refs);
    }

    /** These books with what the value of {@code cell} holds. */
    public <T> Books holder(Cell<T> cell, Function<T, Seq<Holds>> holds) {
        return new Books(model, counts, holders.append(new Holder<>(cell, holds)), standing);
    }

    /** These books with a page-table entry: it holds a reference if it is counted. */
    public Books entry(PteAt at, Cell<Pte> cell) {
        return holder(
                cell,
                pte -> pte.isCounted()
                        ? pte.page()
                                .map(page -> new Holds(page, new Owner.Mapping(at), 1))
                                .toVector()
                        : Vector.empty());
    }

    /** These books with references of which no cell and no task says who holds them, such as those of a pagemap. */
    public Books standing(Function<View, Seq<Holds>> holds) {
        return new Books(model, counts, holders, standing.append(holds));
    }

    /** What is counted, in the order of declaration. */
    public Seq<Counted> counted() {
        return counts.keySet().toVector();
    }

    /** What the count of {@code what} says; empty when these books do not know it. */
    public Option<Integer> count(View view, Counted what) {
        return counts.get(what).map(count -> count.in(view));
    }

    /** The cell in which the count of {@code what} stands. */
    public Option<Cell<?>> cell(Counted what) {
        return counts.get(what).map(Count::cell);
    }

    /** Who holds {@code what}: tasks, cells, and those of whom no cell says so. */
    public Seq<Holds> holds(View view, Counted what) {
        return tasks(view, what)
                .appendAll(holders.flatMap(holder -> of(holder.in(view), what)))
                .appendAll(standing.flatMap(held -> of(held.apply(view), what)));
    }

    /** What tasks hold of {@code what}, and nobody else. */
    public Seq<Holds> tasks(View view, Counted what) {
        return holdingTasks().flatMap(actor -> view.at(actor, at -> of(actor.facts(at, Holds.class), what)));
    }

    /** How many references of {@code what} are held, in counts. */
    public int held(View view, Counted what) {
        return refs(holds(view, what));
    }

    /** How many references of {@code what} tasks hold, in counts. */
    public int heldByTasks(View view, Counted what) {
        return holdingTasks()
                .map(actor -> view.at(actor, at -> refs(of(actor.facts(at, Holds.class), what))))
                .sum()
                .intValue();
    }

    /** Whether a task pins {@code page}. */
    public boolean isPinned(View view, PageId page) {
        return holdingTasks()
                .exists(actor -> view.at(
                        actor, at -> of(actor.facts(at, Holds.class), page).exists(Holds::isPin)));
    }

    private Seq<Actor> holdingTasks() {
        return model.actors().filter(Actor::hasFacts);
    }

    private static int refs(Seq<Holds> holds) {
        return holds.map(Holds::refs).sum().intValue();
    }

    private static Seq<Holds> of(Seq<Holds> all, Counted what) {
        return all.filter(holds -> holds.what().equals(what));
    }
}
