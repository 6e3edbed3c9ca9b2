package pagelife.models.page;

import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import pagelife.checker.model.Actor;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Control;
import pagelife.checker.model.Fact;
import pagelife.checker.model.Model;
import pagelife.checker.model.View;
import pagelife.checker.property.Balance;
import pagelife.checker.views.Conserved;

/**
 * Who holds what in a state of a protocol, and what the counts say. A protocol declares in which cell each count
 * stands, which cells hold references, and who holds references that stand nowhere; what its tasks hold they say
 * themselves, with {@link Holds}. Claims, ledgers and reports ask the books and need no names of cells. Immutable.
 */
public final class Books {
    private final LinkedHashMap<Counted, Count<?>> counts;
    private final Vector<Counted> counted;
    private final Vector<HoldingCell<?>> holders;
    private final Vector<Function<View, Seq<Holds>>> standing;
    private final Keepers keepers;
    private final Vector<Memory<?>> memories;

    /** Where a count stands. */
    private record Count<T>(
            Cell<T> cell, ToIntFunction<T> refs, Option<BiFunction<? super T, Integer, ? extends T>> counting) {
        Option<Conserved<?>> conserved(Books books, Counted what) {
            return counting.map(
                    made -> new Conserved<>(what.toString(), cell, refs, made, view -> books.held(view, what)));
        }

        int in(View view) {
            return view.read(cell, refs::applyAsInt);
        }

        Balance.Sum sum() {
            return Balance.Sum.NOTHING.plus(cell, refs);
        }
    }

    /** A cell whose value holds references. */
    private record HoldingCell<T>(Cell<T> cell, Function<T, Seq<Holds>> holds) {
        Seq<Holds> in(View view) {
            return view.read(cell, holds);
        }

        int refs(View view, Counted what) {
            return view.read(cell, value -> Books.refs(holds.apply(value), what));
        }

        Balance.Sum lessRefs(Balance.Sum sum, Counted what) {
            return sum.minus(cell, value -> Books.refs(holds.apply(value), what));
        }
    }

    /**
     * The tasks that may hold anything.
     *
     * @param pins those that keep pins in a cell of their own
     * @param cells the cells in which they do
     * @param places those that say at some place what they hold there
     */
    private record Keepers(
            LinkedHashMap<Actor, HoldingCell<Pins>> pins, Vector<HoldingCell<Pins>> cells, Vector<Actor> places) {
        static Keepers of(Model model) {
            LinkedHashMap<Actor, HoldingCell<Pins>> pins =
                    LinkedHashMap.ofEntries(model.cells().flatMap(cell -> pins(model, cell)));
            return new Keepers(
                    pins,
                    pins.values().toVector(),
                    model.actors().filter(Actor::hasFacts).toVector());
        }

        @SuppressWarnings("unchecked") // a cell whose values are pins
        private static Option<Tuple2<Actor, HoldingCell<Pins>>> pins(Model model, Cell<?> cell) {
            return cell.type() == Pins.class
                    ? cell.owner()
                            .map(task -> Tuple.of(
                                    model.actor(task),
                                    new HoldingCell<>((Cell<Pins>) cell, pins -> held(new TaskId(task), pins))))
                    : Option.none();
        }

        private static Seq<Holds> held(TaskId task, Pins pins) {
            return pins.held().map(pin -> Holds.pin(task, pin.page(), pin.refs()));
        }
    }

    /** The memory in which some counts stand, and when it is gone. */
    private record Memory<T>(Cell<T> cell, Predicate<? super T> isGone, Predicate<Counted> holds) {
        boolean isGone(View view, Counted what) {
            return holds.test(what) && view.read(cell, isGone::test);
        }
    }

    private Books(
            LinkedHashMap<Counted, Count<?>> counts,
            Vector<HoldingCell<?>> holders,
            Vector<Function<View, Seq<Holds>>> standing,
            Keepers keepers,
            Vector<Memory<?>> memories) {
        this.counts = counts;
        this.counted = counts.keySet().toVector();
        this.holders = holders;
        this.standing = standing;
        this.keepers = keepers;
        this.memories = memories;
    }

    /** The books of a model in which only tasks hold anything. */
    public static Books of(Model model) {
        return new Books(LinkedHashMap.empty(), Vector.empty(), Vector.empty(), Keepers.of(model), Vector.empty());
    }

    /** These books with the count of {@code what}, which stands in {@code cell}. */
    public <T> Books count(Counted what, Cell<T> cell, ToIntFunction<T> refs) {
        return count(what, new Count<>(cell, refs, Option.none()));
    }

    /**
     * These books with the count of {@code what}, which stands in {@code cell}.
     *
     * @param counting a value with another count
     */
    public <T> Books count(
            Counted what, Cell<T> cell, ToIntFunction<T> refs, BiFunction<? super T, Integer, ? extends T> counting) {
        return count(what, new Count<>(cell, refs, Option.some(counting)));
    }

    private Books count(Counted what, Count<?> count) {
        return new Books(counts.put(what, count), holders, standing, keepers, memories);
    }

    /** What is counted in such a way that a count can be replaced, as quantities that steps should conserve. */
    public Seq<Conserved<?>> conserved() {
        return counts.toVector().flatMap(count -> count._2().conserved(this, count._1()));
    }

    /** These books with the count of a page. */
    public Books page(PageId page, Cell<Page> cell) {
        return count(page, cell, Page::refs, (value, refs) -> value.addRefs(refs - value.refs()));
    }

    /**
     * These books with the memory in which some counts stand.
     *
     * @param isGone whether it is gone, so that nobody may touch these counts
     * @param holds whether a count stands there
     */
    public <T> Books memory(Cell<T> cell, Predicate<? super T> isGone, Predicate<Counted> holds) {
        return new Books(counts, holders, standing, keepers, memories.append(new Memory<>(cell, isGone, holds)));
    }

    /** Whether the memory in which {@code what} is counted is gone. */
    public boolean isGone(View view, Counted what) {
        return memories.exists(memory -> memory.isGone(view, what));
    }

    /**
     * These books with the references of the pagemap, the first of which it holds itself while it lives. All pages are
     * its pages.
     */
    public Books pagemap(Cell<Pagemap> cell) {
        return pagemap(cell, PageId.class::isInstance);
    }

    /** These books with the references of the pagemap of some pages. */
    public Books pagemap(Cell<Pagemap> cell, Predicate<Counted> pages) {
        return memory(cell, Pagemap::isGone, pages)
                .count(Pagemap.Id.PAGEMAP, cell, Pagemap::refs, (value, refs) -> value.refer(refs, !value.isLive()))
                .holder(
                        cell,
                        pagemap -> pagemap.isLive()
                                ? Vector.of(new Holds(Pagemap.Id.PAGEMAP, Owner.Base.PAGEMAP, 1))
                                : Vector.empty());
    }

    /** These books with what the value of {@code cell} holds. */
    public <T> Books holder(Cell<T> cell, Function<T, Seq<Holds>> holds) {
        return new Books(counts, holders.append(new HoldingCell<>(cell, holds)), standing, keepers, memories);
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
        return new Books(counts, holders, standing.append(holds), keepers, memories);
    }

    /** What is counted, in the order of declaration. */
    public Seq<Counted> counted() {
        return counted;
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
        return users(view, what).appendAll(standing.flatMap(held -> of(held.apply(view), what)));
    }

    /** Who holds {@code what} and may let go of it: tasks and cells. */
    public Seq<Holds> users(View view, Counted what) {
        return tasks(view, what).appendAll(holders.flatMap(holder -> of(holder.in(view), what)));
    }

    /** What tasks hold of {@code what}, and nobody else. */
    public Seq<Holds> tasks(View view, Counted what) {
        return of(keepers.cells.flatMap(cell -> cell.in(view)), what)
                .appendAll(keepers.places.flatMap(actor -> view.at(actor, at -> of(held(actor, at), what))));
    }

    /** What a task holds where it is. */
    public Seq<Holds> task(View view, Actor actor) {
        return keepers.pins
                .get(actor)
                .map(cell -> cell.in(view))
                .getOrElse(Vector.empty())
                .appendAll(view.at(actor, at -> held(actor, at)));
    }

    // Sums are claimed of every state: each holder is asked for a number alone, and no list of all is made.

    /** How many references of {@code what} are held, in counts. */
    public int held(View view, Counted what) {
        int held = heldByTasks(view, what);
        for (HoldingCell<?> holder : holders) {
            held += holder.refs(view, what);
        }
        for (Function<View, Seq<Holds>> all : standing) {
            held += refs(all.apply(view), what);
        }
        return held;
    }

    /** How many references of {@code what} tasks hold, in counts. */
    public int heldByTasks(View view, Counted what) {
        int held = 0;
        for (HoldingCell<Pins> cell : keepers.cells) {
            held += cell.refs(view, what);
        }
        for (Actor actor : keepers.places) {
            held += view.at(actor, at -> refs(actor, at, what));
        }
        return held;
    }

    /**
     * That every count of these is what its owners hold.
     *
     * @throws java.util.NoSuchElementException where one of them is not counted here
     */
    public Balance balance(Seq<? extends Counted> all) {
        return new Balance(all.map(this::surplus));
    }

    /** What is counted of {@code what} and held by nobody. */
    private Balance.Sum surplus(Counted what) {
        Balance.Sum left = counts.get(what).get().sum();
        for (HoldingCell<Pins> cell : keepers.cells) {
            left = cell.lessRefs(left, what);
        }
        for (Actor actor : keepers.places) {
            left = left.minus(actor.control(), at -> refs(actor, at, what));
        }
        for (HoldingCell<?> holder : holders) {
            left = holder.lessRefs(left, what);
        }
        for (Function<View, Seq<Holds>> all : standing) {
            left = left.minus(view -> refs(all.apply(view), what));
        }
        return left;
    }

    /** Whether a task pins {@code page}. */
    public boolean isPinned(View view, PageId page) {
        return keepers.cells.exists(cell -> cell.refs(view, page) > 0)
                || keepers.places.exists(actor -> view.at(actor, at -> holds(actor, at, page, Holds::isPin)));
    }

    /** Whether a task holds {@code page} for a few steps only. */
    public boolean isHeldShortly(View view, PageId page) {
        return keepers.places.exists(actor -> view.at(actor, at -> holds(actor, at, page, held -> !held.isPin())));
    }

    /** How many references of {@code page} tasks hold as pins, in counts. */
    public int pins(View view, PageId page) {
        int pins = 0;
        for (HoldingCell<Pins> cell : keepers.cells) {
            pins += cell.refs(view, page);
        }
        for (Actor actor : keepers.places) {
            pins += view.at(actor, at -> refs(held(actor, at).filter(Holds::isPin), page));
        }
        return pins;
    }

    /** The cells in which tasks keep their pins. */
    public Seq<Cell<Pins>> pinCells() {
        return keepers.cells.map(HoldingCell::cell);
    }

    private static Seq<Holds> held(Actor actor, Control at) {
        return actor.facts(at, Holds.class);
    }

    private static boolean holds(Actor actor, Control at, Counted what, Predicate<Holds> which) {
        return held(actor, at).exists(held -> held.what().equals(what) && which.test(held));
    }

    /** What {@link #held(Actor, Control)} comes to, without a list of it. */
    private static int refs(Actor actor, Control at, Counted what) {
        int refs = 0;
        for (Fact fact : actor.facts(at)) {
            if (fact instanceof Holds holds && holds.what().equals(what)) {
                refs += holds.refs();
            }
        }
        return refs;
    }

    private static int refs(Seq<Holds> all, Counted what) {
        int refs = 0;
        for (Holds holds : all) {
            if (holds.what().equals(what)) {
                refs += holds.refs();
            }
        }
        return refs;
    }

    private static Seq<Holds> of(Seq<Holds> all, Counted what) {
        return all.filter(holds -> holds.what().equals(what));
    }
}
