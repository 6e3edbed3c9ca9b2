package pagelife.specs.claims;

import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import pagelife.checker.model.Actor;
import pagelife.checker.model.Cell;
import pagelife.checker.model.View;
import pagelife.checker.property.Counterexample;
import pagelife.checker.value.Value;
import pagelife.models.page.Books;
import pagelife.models.page.Counted;
import pagelife.models.page.Holds;
import pagelife.models.page.PageId;
import pagelife.models.page.PageRef;
import pagelife.models.page.Pagemap;

/**
 * Something that is so at a moment of a counterexample, and since when. Sentences are put together of such, each with
 * its step: {@code gup still pins P0 (since step 9) when removal takes its memory map away (step 14)}. What is said
 * is looked up in the states of the run: a clause that is not so at its moment cannot be made.
 */
public final class Clause {
    private final String stays;
    private final String comes;
    private final int since;

    private Clause(String stays, String comes, int since) {
        this.stays = stays;
        this.comes = comes;
        this.since = since;
    }

    /**
     * A clause.
     *
     * @param stays how it is said of what lasts
     * @param comes how it is said of what happens, given the name of who does it
     * @throws IllegalArgumentException if it is not so at the moment
     */
    public static Clause of(
            Counterexample run, int moment, String stays, UnaryOperator<String> comes, Predicate<View> isSo) {
        int since = run.since(moment, isSo);
        return new Clause(stays, since == 0 ? stays : comes.apply(run.who(since)), since);
    }

    /** What a cell holds: {@code custody = FREE}. */
    public static Clause is(Counterexample run, int moment, Cell<?> cell) {
        Object value = run.state(moment).read(cell);
        String text = Value.of(value).text();
        return of(
                run,
                moment,
                cell + " = " + text,
                who -> who + " sets " + cell + " to " + text,
                view -> value.equals(view.read(cell)));
    }

    /** A clause that is said alike of what lasts and of what happens. */
    public static Clause of(Counterexample run, int moment, String text, Predicate<View> isSo) {
        return of(run, moment, text, who -> text, isSo);
    }

    /** {@code gup still pins P0}; somebody must. */
    public static Clause pins(Counterexample run, int moment, Books books, Counted page) {
        Holds pin = books.tasks(run.state(moment), page).filter(Holds::isPin).head();
        String who = pin.owner().holder().get().name();
        return of(
                run,
                moment,
                who + " still pins " + page,
                by -> who + " pins " + page,
                view -> books.tasks(view, page).exists(held -> held.owner().equals(pin.owner())));
    }

    /** {@code pte(mm0,0) still maps P0}. */
    public static Clause maps(Counterexample run, int moment, Cell<? extends PageRef> entry, Object page) {
        return of(
                run,
                moment,
                entry + " still maps " + page,
                who -> who + " maps " + page + " in " + entry,
                view -> ((PageRef) view.read(entry)).page().exists(page::equals));
    }

    /** {@code its memory map is gone}. */
    public static Clause gone(Counterexample run, int moment, Cell<Pagemap> pagemap) {
        return of(
                run,
                moment,
                "its memory map is gone",
                who -> who + " takes its memory map away",
                view -> view.read(pagemap).isGone());
    }

    /** {@code P0 is pinned by nobody}. */
    public static Clause unpinned(Counterexample run, int moment, PageId page, Predicate<View> isPinned) {
        return of(
                run,
                moment,
                "nobody pins " + page,
                who -> who + " leaves " + page + " without a pin",
                isPinned.negate());
    }

    /** {@code truncate sleeps for P0}, in its wait queue and not woken. */
    public static Clause sleeps(Counterexample run, int moment, Actor task, Object awaited, Predicate<View> isAsleep) {
        return of(
                run,
                moment,
                task + " sleeps for " + awaited,
                who -> who.equals(task.name())
                        ? task + " goes to sleep for " + awaited
                        : who + " leaves " + task + " asleep for " + awaited,
                isAsleep);
    }

    /** {@code no task and no PTE holds P0}. */
    public static Clause unheld(Counterexample run, int moment, Object what, Predicate<View> isUnheld) {
        return of(
                run,
                moment,
                "no task and no PTE holds " + what,
                who -> who + " leaves no task and no PTE that holds " + what,
                isUnheld);
    }

    /** {@code P0 counts 2 references}. */
    public static Clause counts(Counterexample run, int moment, Books books, Counted what) {
        int count = books.count(run.state(moment), what).get();
        return of(
                run,
                moment,
                what + " counts " + references(count),
                who -> who + " makes " + what + " count " + references(count),
                view -> books.count(view, what).contains(count));
    }

    /** {@code 1 reference}. */
    static String references(int count) {
        return count + (count == 1 ? " reference" : " references");
    }

    /** This, with its step. */
    public String stated() {
        return stays + (since == 0 ? " (from the start)" : " (since step " + since + ")");
    }

    private String happens() {
        return comes + " (step " + since + ")";
    }

    /** This and another one, whichever came first. */
    public String and(Clause other) {
        return stated() + " and " + other.stated();
    }

    /** This, which should not be while the other one is, in the order in which they came. */
    public String meets(Clause other) {
        if (since == 0 && other.since == 0) {
            return stated() + " while " + other.stated();
        }
        return since <= other.since ? stated() + " when " + other.happens() : happens() + " though " + other.stated();
    }
}
