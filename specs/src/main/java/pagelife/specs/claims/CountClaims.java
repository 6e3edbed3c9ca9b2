package pagelife.specs.claims;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Event;
import pagelife.checker.model.Transition;
import pagelife.checker.model.View;
import pagelife.checker.property.Counterexample;
import pagelife.checker.property.Invariant;
import pagelife.checker.property.NoDeadlock;
import pagelife.checker.property.StepProperty;
import pagelife.models.page.Books;
import pagelife.models.page.Counted;
import pagelife.models.page.Page;
import pagelife.models.page.PageEvent;
import pagelife.models.page.PageEvent.OnPage;
import pagelife.models.page.PageId;
import pagelife.models.page.Pagemap;
import pagelife.models.page.Pte;

/** Claims about counts that every family makes. */
public final class CountClaims {
    /** The name of {@link #mappingsCounted}. */
    public static final String MAP_COUNT = "INV-15 MapCount";
    /** The name of {@link #countSane}. */
    public static final String COUNT_SANE = "INV-5 CountSane";
    /** The name of {@link #countIsOwners}. */
    public static final String COUNT_IS_OWNERS = "INV-L Ledger";
    /** What INV-L claims, in every family. */
    public static final String COUNTS_ARE_HELD = "every count equals the references that its owners hold";
    /** The name of {@link #pagemapIsOwners}. */
    public static final String PGREF_CONSERVE = "INV-9 PgrefConserve";
    /** What INV-9 claims, in every family. */
    public static final String PAGEMAP_IS_HELD = "the count of the pagemap equals the references that its owners hold";
    /** The name of {@link #removalNotStuck}. */
    public static final String REMOVAL_NOT_STUCK = "LTL-2s RemovalNotStuck";

    private CountClaims() {}

    /** INV-5, where nothing removes the pages. */
    public static StepProperty countSane(Predicate<OnPage> licensed) {
        return countSane((step, event) -> isSane(event, licensed), view -> false, event -> false);
    }

    /** INV-5: also, nobody touches the count of a page whose pagemap is gone. */
    public static StepProperty countSane(Cell<Pagemap> pagemap) {
        return countSane(pagemap, (step, get) -> false);
    }

    /** INV-5, with some gets that may, in their step, raise a count from 0. */
    public static StepProperty countSane(Cell<Pagemap> pagemap, BiPredicate<Transition, PageEvent.Get> licensed) {
        return countSane(
                (step, event) -> isSane(event, get -> licensed.test(step, get)),
                view -> isGone(view, pagemap),
                event -> true);
    }

    /** INV-5, with some gets that may raise a count from 0, where only some pages are the pagemap's. */
    public static StepProperty countSane(
            Cell<Pagemap> pagemap, Predicate<OnPage> licensed, Predicate<OnPage> ofPagemap) {
        return countSane((step, event) -> isSane(event, licensed), view -> isGone(view, pagemap), ofPagemap);
    }

    /**
     * INV-15: what tells mappings from other references may be believed.
     *
     * @param counting the page that counts for a page, itself or its head; empty while there is no such page yet
     */
    public static Invariant mappingsCounted(
            Seq<Cell<Page>> pages, Seq<Cell<Pte>> ptes, BiFunction<View, PageId, Option<Cell<Page>>> counting) {
        return Invariant.always(
                        MAP_COUNT,
                        "the mapcount of a page is the number of counted PTEs that map it",
                        view -> miscounted(view, pages, ptes, counting).isEmpty())
                .told(run -> Clause.is(
                                        run,
                                        run.length(),
                                        miscounted(run.end(), pages, ptes, counting)
                                                .head())
                                .stated()
                        + ptes.filter(pte -> run.end().read(pte).isCounted())
                                .map(pte -> Clause.is(run, run.length(), pte).stated())
                                .mkString(", and ", ", ", ""));
    }

    private static Seq<Cell<Page>> miscounted(
            View view,
            Seq<Cell<Page>> pages,
            Seq<Cell<Pte>> ptes,
            BiFunction<View, PageId, Option<Cell<Page>>> counting) {
        Seq<Cell<Page>> counted = ptes.map(view::read)
                .filter(Pte::isCounted)
                .flatMap(pte -> counting.apply(view, pte.page().get()));
        return pages.filter(page -> view.read(page).mapcount() != counted.count(page::equals));
    }

    private static boolean isGone(View view, Cell<Pagemap> pagemap) {
        return view.read(pagemap).isGone();
    }

    private static StepProperty countSane(
            BiPredicate<Transition, Event> isSane, Predicate<View> isGone, Predicate<OnPage> ofPagemap) {
        BiPredicate<Transition, Event> isThere =
                (step, event) -> !(event instanceof OnPage page && ofPagemap.test(page) && isGone.test(step.before()));
        return new StepProperty(
                        COUNT_SANE,
                        "no put takes more than there is, no get raises a count from 0 without a right to, and no count of"
                                + " a page is touched after its pagemap is gone",
                        step -> step.events().forAll(event -> isSane.test(step, event) && isThere.test(step, event)))
                .told(run -> insane(run, isSane, isThere, isGone));
    }

    /** {@code step 15 (gup) drops 1 reference of P0, whose memory map is gone (since step 14)}. */
    private static String insane(
            Counterexample run,
            BiPredicate<Transition, Event> isSane,
            BiPredicate<Transition, Event> isThere,
            Predicate<View> isGone) {
        Transition last = run.taken(run.length());
        return last.events()
                .find(event -> !isThere.test(last, event))
                .map(event -> Sentences.counting(run, (OnPage) event) + ", whose memory map is gone ("
                        + run.sinceWhen(run.length() - 1, isGone) + ")")
                .getOrElse(() -> {
                    PageEvent.OnCount event = (PageEvent.OnCount)
                            last.events().find(one -> !isSane.test(last, one)).get();
                    return Sentences.counting(run, event) + ", which counts " + event.before();
                });
    }

    private static boolean isSane(Event event, Predicate<? super PageEvent.Get> licensed) {
        if (event instanceof PageEvent.Put put) {
            return put.before() > 0 && put.after() >= 0;
        }
        return !(event instanceof PageEvent.Get get) || get.before() > 0 || licensed.test(get);
    }

    /** The count of everything counted is what its owners hold. */
    public static Invariant countIsOwners(Books books) {
        return Invariant.balanced(COUNT_IS_OWNERS, COUNTS_ARE_HELD, books.balance(books.counted()))
                .told(Sentences.unbalanced(books, books.counted()));
    }

    /** The count of one thing is what its owners hold. */
    public static Invariant countIsOwners(Books books, Counted what) {
        return countIsOwners(books, what, COUNT_IS_OWNERS, COUNTS_ARE_HELD);
    }

    /** The count of the pagemap is what its owners hold. */
    public static Invariant pagemapIsOwners(Books books) {
        return countIsOwners(books, Pagemap.Id.PAGEMAP, PGREF_CONSERVE, PAGEMAP_IS_HELD);
    }

    private static Invariant countIsOwners(Books books, Counted what, String name, String claim) {
        return Invariant.balanced(name, claim, books.balance(Vector.of(what)))
                .told(Sentences.unbalanced(books, Vector.of(what)));
    }

    /** LTL-2 as far as a state shows it: there is none in which the removal waits and nobody can do anything. */
    public static NoDeadlock removalNotStuck() {
        return new NoDeadlock(
                        REMOVAL_NOT_STUCK,
                        "no state is stuck: whatever removal waits for can still come",
                        view -> false)
                .told(Sentences.stuck());
    }
}
