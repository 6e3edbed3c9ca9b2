package pagelife.specs.tails;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.property.Counterexample;
import pagelife.checker.property.Invariant;
import pagelife.checker.property.NoDeadlock;
import pagelife.checker.property.Property;
import pagelife.checker.property.Sometimes;
import pagelife.checker.property.StepProperty;
import pagelife.models.page.DaxEntry;
import pagelife.models.tails.FolioOrder;
import pagelife.models.tails.Gigantic;
import pagelife.models.tails.HeadLookup;
import pagelife.models.tails.TailScene;
import pagelife.models.tails.ZeroEntry;
import pagelife.specs.claims.Clause;
import pagelife.specs.claims.CountClaims;
import pagelife.specs.claims.Sentences;
import pagelife.specs.claims.Witnesses;

/** Claims about tails and heads. */
final class TailsClaims {
    static final String TAIL_ZERO = "INV-10 TailZero";
    static final String HEAD_COUNTS = "a pin counts on the head of its page";
    static final String INIT_RECORD = "a page by itself is as it was initialised";
    static final String NOT_STUCK = "nobody is stuck";
    static final String TAIL_HEAD = "a tail leads to its head";
    static final String LOCKED_ALONE = "a page is locked by itself";
    static final String HAS_PAGE = "only an entry with a page is made into a folio";

    private TailsClaims() {}

    /** Every claim that makes sense for {@code scene}. */
    static Seq<Property> all(TailScene scene) {
        if (scene instanceof Gigantic gigantic) {
            return gigantic(gigantic);
        }
        if (scene instanceof HeadLookup lookup) {
            return headLookup(lookup);
        }
        return scene instanceof FolioOrder order ? folioOrder(order) : zeroEntry((ZeroEntry) scene);
    }

    private static Seq<Property> gigantic(Gigantic scene) {
        return Vector.of(
                CountClaims.countSane(get -> false),
                Invariant.whenever(
                                TAIL_ZERO,
                                "once a compound page is made, its tails have a count of 0",
                                view -> view.read(scene.frame()).isTail(),
                                view -> view.read(scene.tail()).refs() == 0)
                        .told(Sentences.cells(scene.frame(), scene.tail())),
                Invariant.whenever(
                                TAIL_HEAD,
                                "a tail of the compound page leads to the head of it",
                                view -> view.read(scene.frame()).isTail(),
                                view -> view.read(scene.frame()).head().equals(Gigantic.HEAD))
                        .told(Sentences.cells(scene.frame())),
                CountClaims.countIsOwners(scene.books()),
                Witnesses.allCanEnd(scene.model()));
    }

    private static Seq<Property> headLookup(HeadLookup scene) {
        return Vector.of(
                CountClaims.countSane(get -> get.page().equals(HeadLookup.TAIL)),
                Invariant.whenever(
                                HEAD_COUNTS,
                                "while the tail is pinned, the reference is on the page that counts for it",
                                view -> scene.pinned(view).isDefined(),
                                view -> scene.pinned(view)
                                        .contains(view.read(scene.frame()).head()))
                        .told(run -> Clause.of(
                                                run,
                                                run.length(),
                                                "the pin of " + HeadLookup.TAIL + " counts on "
                                                        + scene.pinned(run.end())
                                                                .get(),
                                                view -> scene.pinned(view).equals(scene.pinned(run.end())))
                                        .stated()
                                + ", but "
                                + Clause.is(run, run.length(), scene.frame()).stated()),
                CountClaims.countIsOwners(scene.books()),
                new Sometimes(
                        "the compound can be split",
                        "the tail counts for itself",
                        view -> !view.read(scene.frame()).isTail()),
                Witnesses.allCanEnd(scene.model()));
    }

    private static Seq<Property> folioOrder(FolioOrder scene) {
        return Vector.of(
                Invariant.always(
                                INIT_RECORD,
                                "a page that is not part of a folio has the words it was initialised with",
                                view -> view.read(scene.folio())
                                        || view.read(scene.second()) == FolioOrder.Words.INITIAL)
                        .told(Sentences.cells(scene.folio(), scene.second())),
                new NoDeadlock(NOT_STUCK, "whatever anybody waits for can still come", view -> false)
                        .told(Sentences.stuck()),
                new StepProperty(
                                LOCKED_ALONE,
                                "who locks a page finds it in no folio, and with the words it was initialised with",
                                step -> !step.step().id().equals(FolioOrder.LOCKS)
                                        || !step.before(scene.folio())
                                                && step.before(scene.second()) == FolioOrder.Words.INITIAL)
                        .told(Sentences.last(run -> "locks a page of a folio, or one with the words of a folio")),
                new Sometimes("a folio can be made", "the pages are one folio", view -> view.read(scene.folio())),
                new Sometimes(
                        "a folio can have an order",
                        "the order stands in the second page",
                        view -> view.read(scene.second()) == FolioOrder.Words.ORDER));
    }

    private static DaxEntry madeOf(Counterexample run) {
        return run.events(run.length())
                .find(ZeroEntry.MakesFolio.class::isInstance)
                .map(event -> ((ZeroEntry.MakesFolio) event).of())
                .get();
    }

    private static Seq<Property> zeroEntry(ZeroEntry scene) {
        return Vector.of(
                new StepProperty(
                                HAS_PAGE,
                                "no entry without a page is made into a folio",
                                step -> step.events()
                                        .forAll(event -> !(event instanceof ZeroEntry.MakesFolio makes)
                                                || makes.of().page().isDefined()))
                        .told(Sentences.last(run -> "makes a folio of an entry without a page: " + madeOf(run))),
                new Sometimes(
                        "the zero page can be mapped",
                        "the entry stands for the zero page",
                        view -> view.read(scene.entry()).kind() == DaxEntry.Kind.ZERO),
                Witnesses.allCanEnd(scene.model()));
    }
}
