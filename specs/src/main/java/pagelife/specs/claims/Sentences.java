package pagelife.specs.claims;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import pagelife.checker.ltl.Formula;
import pagelife.checker.ltl.Formulas;
import pagelife.checker.model.Actor;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Move;
import pagelife.checker.model.State;
import pagelife.checker.property.Counterexample;
import pagelife.checker.property.Sentence;
import pagelife.models.page.Books;
import pagelife.models.page.Counted;
import pagelife.models.page.PageEvent;
import pagelife.models.page.PageId;
import pagelife.models.page.PageRef;
import pagelife.models.page.Pagemap;
import pagelife.models.page.Sleeps;

/** Sentences about what several families claim. */
public final class Sentences {
    /** More tasks than this are counted, not told. */
    private static final int MOST_WAITING = 3;

    private Sentences() {}

    /** {@code step 14 (removal)}. */
    public static String step(Counterexample run, int number) {
        return "step " + number + " (" + run.who(number) + ")";
    }

    /** {@code gup still pins P0 (since step 9) when removal takes its memory map away (step 14)}. */
    public static Sentence pinnedWithoutMemory(Books books, Cell<Pagemap> pagemap, Seq<? extends Counted> pages) {
        return run -> {
            Counted page = pages.find(one -> isPinned(books, run.end(), one)).get();
            return Clause.pins(run, run.length(), books, page).meets(Clause.gone(run, run.length(), pagemap));
        };
    }

    /**
     * {@code pte(mm0,0) still maps P0 (since step 6) when ...}: an entry that refers to a page meets what it may not.
     */
    public static Sentence mapped(
            Seq<? extends Cell<? extends PageRef>> entries,
            Predicate<PageRef> isBad,
            BiFunction<Counterexample, Object, Clause> meets) {
        return run -> {
            Cell<? extends PageRef> entry =
                    entries.find(one -> isBad.test(run.end().read(one))).get();
            Object page = ((PageRef) run.end().read(entry)).page().get();
            return Clause.maps(run, run.length(), entry, page).meets(meets.apply(run, page));
        };
    }

    /** {@code gup still pins P0 (since step 9) when ...}: a pinned page meets what it may not. */
    public static Sentence pinned(
            Books books,
            Seq<PageId> pages,
            BiPredicate<State, PageId> isBad,
            BiFunction<Counterexample, PageId, Clause> meets) {
        return run -> {
            PageId page = pages.find(one -> books.isPinned(run.end(), one) && isBad.test(run.end(), one))
                    .get();
            return Clause.pins(run, run.length(), books, page).meets(meets.apply(run, page));
        };
    }

    /** {@code page(P0) = refs 1 (since step 3) and custody = FREE (since step 4)}: what a few cells hold at the end. */
    public static Sentence cells(Cell<?>... cells) {
        return run -> and(
                Vector.of(cells).map(cell -> Clause.is(run, run.length(), cell).stated()));
    }

    /** {@code removal never ends: the steps from 3 on repeat forever}. */
    public static Sentence never(String ends) {
        return run -> ends + " never ends: "
                + run.loopStart()
                        .filter(start -> start < run.length())
                        .map(start -> "the steps from " + (start + 1) + " on repeat forever")
                        .getOrElse(() -> run.failure()
                                .map(failure -> step(run, run.length()) + " fails: " + failure.what())
                                .getOrElse("nobody moves any more"));
    }

    /** {@code step 14 (removal) ...}: something that the last step does. */
    public static Sentence last(Function<Counterexample, String> does) {
        return run -> step(run, run.length()) + " " + does.apply(run);
    }

    /** Whether a task pins something. */
    static boolean isPinned(Books books, State state, Counted what) {
        return books.tasks(state, what).exists(held -> held.isPin());
    }

    /** {@code pte(mm0,0) still maps P0 (since step 6) when removal takes its memory map away (step 12)}. */
    public static Sentence mappedWithoutMemory(Cell<Pagemap> pagemap, Seq<? extends Cell<? extends PageRef>> entries) {
        return run -> {
            Cell<? extends PageRef> entry =
                    entries.find(one -> refersToPage(run.end(), one)).get();
            Object page = ((PageRef) run.end().read(entry)).page().get();
            return Clause.maps(run, run.length(), entry, page).meets(Clause.gone(run, run.length(), pagemap));
        };
    }

    private static boolean refersToPage(State state, Cell<? extends PageRef> entry) {
        return ((PageRef) state.read(entry)).page().isDefined();
    }

    /**
     * {@code P0 counts 1 reference (since step 3) and is mapped by pte(mm0,0) (since step 3) and ...}: what a count
     * does not cover.
     */
    public static String uncovered(
            Counterexample run, Books books, Counted page, Seq<? extends Cell<? extends PageRef>> entries, int idle) {
        State end = run.end();
        Seq<Clause> users = entries.filter(
                        entry -> ((PageRef) end.read(entry)).page().exists(page::equals))
                .map(entry -> Clause.maps(run, run.length(), entry, page));
        if (isPinned(books, end, page)) {
            users = users.append(Clause.pins(run, run.length(), books, page));
        }
        return and(users.map(Clause::stated)) + ", but "
                + Clause.counts(run, run.length(), books, page).stated()
                + (idle == 0 ? "" : ", of which " + idle + " is that of an idle page");
    }

    /**
     * {@code all users have finished, and P0 counts 1 reference (since step 5)}.
     *
     * @param unused what a page counts that nobody uses
     * @param other what is wrong where it counts that
     */
    public static Sentence leaked(Books books, Counted page, int unused, Cell<?> other) {
        return run -> "all users have finished, and "
                + (books.count(run.end(), page).contains(unused)
                                ? Clause.is(run, run.length(), other)
                                : Clause.counts(run, run.length(), books, page))
                        .stated();
    }

    /** {@code P0 counts 2 references and its owners hold 1 (since step 5): pagemap 1}. */
    public static Sentence unbalanced(Books books, Seq<? extends Counted> counted) {
        return run -> counted.find(what -> !isBalanced(books, run.end(), what))
                .map(what -> balance(run, run.length(), books, what))
                .get();
    }

    /** Whether as much is counted as is held. */
    public static boolean isBalanced(Books books, State state, Counted what) {
        return books.count(state, what).contains(books.held(state, what));
    }

    /** What is counted of something at a moment, and who holds it. */
    public static String balance(Counterexample run, int moment, Books books, Counted what) {
        State state = run.state(moment);
        int count = books.count(state, what).get();
        int held = books.held(state, what);
        String owners = books.holds(state, what)
                .filter(one -> one.refs() != 0)
                .map(one -> one.owner() + " " + one.refs())
                .mkString(", ");
        return Clause.of(
                                run,
                                moment,
                                what + " counts " + Clause.references(count) + " and its owners hold " + held,
                                view -> books.count(view, what).contains(count) && books.held(view, what) == held)
                        .stated()
                + (owners.isEmpty() ? "" : ": " + owners);
    }

    /** {@code step 15 (gup) drops 1 reference of P0}. */
    static String counting(Counterexample run, PageEvent.OnCount event) {
        String change = event.change() > 0
                ? "takes " + Clause.references(event.change())
                : event.change() < 0 ? "drops " + Clause.references(-event.change()) : "tries to take a reference";
        return step(run, run.length()) + " " + change + " of " + event.what();
    }

    /** Who waits for what: {@code nobody can go on: removal waits while pagemap = DYING, refs 1 (since step 5)}. */
    public static Sentence stuck() {
        return run -> {
            State end = run.end();
            Seq<Actor> waiting = end.model().actors().reject(actor -> actor.rests(end.at(actor)));
            int more = waiting.size() - MOST_WAITING;
            Seq<String> told = waiting.take(MOST_WAITING).map(actor -> waits(run, actor));
            return "nobody can go on: "
                    + (more > 0
                            ? told.mkString(", ") + " and " + more + (more == 1 ? " other waits" : " others wait")
                            : and(told));
        };
    }

    private static String waits(Counterexample run, Actor actor) {
        State end = run.end();
        Seq<Sleeps> asleep = actor.facts(end.at(actor), Sleeps.class);
        if (Sleeps.isAsleep(end, actor)) {
            Object awaited = asleep.head()
                    .awaits()
                    .<Object>map(what -> what)
                    .getOrElse("a wake-up from " + asleep.head().queue());
            return Clause.sleeps(run, run.length(), actor, awaited, view -> Sleeps.isAsleep(view, actor))
                    .stated();
        }
        Seq<Cell<?>> blockers = Move.blockers(end, actor);
        return blockers.isEmpty()
                ? actor + " waits"
                : actor + " waits while "
                        + and(blockers.map(
                                cell -> Clause.is(run, run.length(), cell).stated()));
    }

    /** {@code a, b and c}. */
    public static String and(Seq<String> parts) {
        return parts.size() < 2 ? parts.mkString() : parts.init().mkString(", ") + " and " + parts.last();
    }

    /**
     * Something that should lead to something else, and does not.
     *
     * @param premise what should lead to it, in propositions whose names are English sentences
     * @param conclusion what should come, or the contrary of what should end
     */
    public record Pair(Formula premise, Formula conclusion) {
        private String words() {
            return conclusion.atoms().map(Sentences::name).mkString(" or ");
        }

        boolean isBrokenAt(Counterexample run, int moment) {
            return run.isTrue(premise.and(Formulas.not(Formulas.eventually(conclusion))), moment);
        }
    }

    /**
     * Which of some pairs is broken, and when: {@code P0 is idle after step 17, and yet truncate waits for P0 from then
     * on forever}.
     */
    public static Sentence neverComes(Seq<Pair> pairs) {
        return run -> {
            int moment = Vector.rangeClosed(0, run.length())
                    .find(at -> pairs.exists(pair -> pair.isBrokenAt(run, at)))
                    .get();
            Pair broken = pairs.find(pair -> pair.isBrokenAt(run, moment)).get();
            return neverComes(run, broken, moment);
        };
    }

    private static String neverComes(Counterexample run, Pair broken, int moment) {
        String when = moment == 0 ? " from the start" : " after step " + moment;
        Seq<String> lasts = broken.conclusion() instanceof Formula.Not not ? names(not.operand()) : Vector.empty();
        Seq<String> so = broken.premise()
                .atoms()
                .filter(atom -> run.isTrue(atom, moment))
                .map(Sentences::name);
        String ever = lasts.isEmpty()
                ? "it never comes true that " + broken.words()
                : and(lasts) + (moment == 0 ? " forever" : " from then on forever");
        Seq<String> others = so.removeAll(lasts);
        return others.isEmpty()
                ? (lasts.isEmpty() ? ever + when : and(lasts) + when + ", and so forever")
                : and(others) + when + ", and yet " + ever;
    }

    private static Seq<String> names(Formula formula) {
        return formula.atoms().map(Sentences::name);
    }

    private static String name(Formula.Atom atom) {
        return atom instanceof Formula.Taken taken
                ? taken.steps().head().actor() + " takes its step "
                        + taken.steps().head().label()
                : atom.name();
    }
}
