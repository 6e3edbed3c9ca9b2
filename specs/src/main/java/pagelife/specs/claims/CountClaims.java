package pagelife.specs.claims;

import java.util.function.Predicate;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Event;
import pagelife.checker.property.Invariant;
import pagelife.checker.property.NoDeadlock;
import pagelife.checker.property.StepProperty;
import pagelife.models.page.Books;
import pagelife.models.page.Counted;
import pagelife.models.page.PageEvent;
import pagelife.models.page.PageEvent.OnPage;
import pagelife.models.page.Pagemap;

/** Claims about counts that every family makes. */
public final class CountClaims {
    /** The name of {@link #countSane}. */
    public static final String COUNT_SANE = "INV-5 CountSane";
    /** The name of {@link #countIsOwners}. */
    public static final String COUNT_IS_OWNERS = "INV-L Ledger";
    /** The name of {@link #stuckRemoval}. */
    public static final String STUCK_REMOVAL = "LTL-2' StuckRemoval";

    private CountClaims() {}

    /** INV-5, where nothing removes the pages. */
    public static StepProperty countSane(Predicate<OnPage> licensed) {
        return new StepProperty(
                COUNT_SANE,
                "no put takes more than there is, no get without looking raises a count from 0",
                step -> step.events().forAll(event -> isSane(event, licensed)));
    }

    /** INV-5: also, nobody touches the count of a page whose pagemap is gone. */
    public static StepProperty countSane(Cell<Pagemap> pagemap) {
        return countSane(pagemap, get -> false);
    }

    /** INV-5, with some gets that may raise a count from 0. */
    public static StepProperty countSane(Cell<Pagemap> pagemap, Predicate<OnPage> licensed) {
        return countSane(pagemap, licensed, any -> true);
    }

    /** INV-5, with some gets that may raise a count from 0, where only some pages are the pagemap's. */
    public static StepProperty countSane(
            Cell<Pagemap> pagemap, Predicate<OnPage> licensed, Predicate<OnPage> ofPagemap) {
        return new StepProperty(
                COUNT_SANE,
                "no put takes more than there is, no get without looking raises a count from 0, and no struct page is"
                        + " touched after its pagemap is gone",
                step -> step.events().forAll(event -> isSane(event, licensed))
                        && !(step.events().exists(event -> event instanceof OnPage page && ofPagemap.test(page))
                                && step.before(pagemap).isGone()));
    }

    private static boolean isSane(Event event, Predicate<OnPage> licensed) {
        if (event instanceof PageEvent.Put put) {
            return put.before() > 0 && put.after() >= 0;
        }
        return !(event instanceof PageEvent.Get get)
                || get.how() == PageEvent.How.UNLESS_ZERO
                || get.before() > 0
                || licensed.test(get);
    }

    /** The count of everything counted is what its owners hold. */
    public static Invariant countIsOwners(Books books, String claim) {
        return Invariant.always(
                COUNT_IS_OWNERS,
                claim,
                view -> books.counted().forAll(what -> books.count(view, what).contains(books.held(view, what))));
    }

    /** The count of one thing is what its owners hold. */
    public static Invariant countIsOwners(Books books, Counted what, String name, String claim) {
        return Invariant.always(name, claim, view -> books.count(view, what).contains(books.held(view, what)));
    }

    /** LTL-2 as far as a state shows it: there is none in which the removal waits and nobody can do anything. */
    public static NoDeadlock stuckRemoval() {
        return new NoDeadlock(
                STUCK_REMOVAL, "no state is stuck: whatever removal waits for can still come", view -> false);
    }
}
