package pagelife.specs.gup;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.model.Transition;
import pagelife.checker.model.View;
import pagelife.checker.property.Counterexample;
import pagelife.checker.property.Invariant;
import pagelife.checker.property.NoDeadlock;
import pagelife.checker.property.Property;
import pagelife.checker.property.Sometimes;
import pagelife.checker.property.StepProperty;
import pagelife.models.gup.Bias;
import pagelife.models.gup.Fork;
import pagelife.models.gup.GupScene;
import pagelife.models.gup.LongTerm;
import pagelife.models.gup.Overflow;
import pagelife.specs.claims.Clause;
import pagelife.specs.claims.CountClaims;
import pagelife.specs.claims.Sentences;
import pagelife.specs.claims.Witnesses;

/** Claims about pin accounting. */
final class GupClaims {
    static final String NO_FALSE_PIN = "what looks pinned is pinned";
    static final String NO_HIDDEN_PIN = "what is pinned looks pinned";
    static final String DMA_STAYS = "a pinned page stays the program's";
    static final String SHARED_READ_ONLY = "a shared page is read-only";
    static final String CHILD_COUNTED = "mappings follow forks and copies";
    static final String WRITES_TO_OWN = "a write finds its own page";
    static final String TRUNCATE_NOT_STUCK = "LTL-3' TruncateNotStuck";
    static final String COUNTS_ROUND = "the count goes round";
    static final String NOT_FREED = "INV-6u UsedNotFreed";

    private final GupScene scene;

    private GupClaims(GupScene scene) {
        this.scene = scene;
    }

    /** Every claim that makes sense for {@code scene}. */
    static Seq<Property> all(GupScene scene) {
        GupClaims claims = new GupClaims(scene);
        if (scene instanceof Bias bias) {
            return claims.bias(bias);
        }
        if (scene instanceof Fork fork) {
            return claims.fork(fork);
        }
        return scene instanceof LongTerm longTerm ? claims.longTerm(longTerm) : claims.overflow((Overflow) scene);
    }

    private int refs(View view) {
        return view.read(scene.page()).refs();
    }

    private Clause counts(Counterexample run) {
        return Clause.counts(run, run.length(), scene.books(), GupScene.PAGE);
    }

    private Clause pins(Counterexample run) {
        return Clause.pins(run, run.length(), scene.books(), GupScene.PAGE);
    }

    private Sometimes pinned() {
        return new Sometimes("a page can be pinned", "somebody holds a pin", scene::isPinned);
    }

    private Seq<Property> bias(Bias bias) {
        return Vector.of(
                CountClaims.countSane(get -> false),
                CountClaims.countIsOwners(scene.books()),
                Invariant.whenever(
                                NO_FALSE_PIN,
                                "a page whose count has reached the bias is pinned",
                                view -> refs(view) >= bias.bias(),
                                scene::isPinned)
                        .told(run ->
                                counts(run).meets(Clause.unpinned(run, run.length(), GupScene.PAGE, scene::isPinned))),
                Invariant.whenever(
                                NO_HIDDEN_PIN,
                                "a page that is pinned has a count of at least the bias",
                                scene::isPinned,
                                view -> refs(view) >= bias.bias())
                        .told(run -> pins(run).meets(counts(run))),
                pinned());
    }

    private Seq<Property> fork(Fork fork) {
        return Vector.of(
                CountClaims.countSane(get -> false),
                CountClaims.countIsOwners(scene.books()),
                Invariant.whenever(
                                DMA_STAYS,
                                "while a page is pinned, the program that pinned it has not been given a copy",
                                scene::isPinned,
                                fork::mapsPage)
                        .told(run -> pins(run)
                                .meets(Clause.of(
                                        run,
                                        run.length(),
                                        "the program that pinned it has a copy instead",
                                        who -> who + " gives the program that pinned it a copy",
                                        view -> !fork.mapsPage(view)))),
                sharedIsReadOnly(fork),
                childIsCounted(fork),
                writesToOwn(fork),
                pinned(),
                Witnesses.allCanEnd(scene.model()));
    }

    private Invariant sharedIsReadOnly(Fork fork) {
        return Invariant.whenever(
                        SHARED_READ_ONLY,
                        "a page that a child also maps is not mapped for writing",
                        view -> mappings(view) > 1,
                        view -> !fork.isWritable(view))
                .told(run -> Clause.of(
                                run,
                                run.length(),
                                "a child maps the page",
                                who -> who + " lets a child map the page",
                                view -> mappings(view) > 1)
                        .meets(Clause.of(
                                run,
                                run.length(),
                                "the program may write to it",
                                who -> who + " lets the program write to it",
                                fork::isWritable)));
    }

    /** An entry loses its write permission for a child that maps the page, and the page for a copy. */
    private StepProperty childIsCounted(Fork fork) {
        return new StepProperty(
                        CHILD_COUNTED,
                        "a fork that shares a page adds a mapping of it, and a copy takes one away",
                        step -> mappings(step.after()) - mappings(step.before()) == expected(fork, step))
                .told(run -> run.who(run.length()) + " makes " + mappings(run.end()) + " mappings of "
                        + mappings(run.state(run.length() - 1)) + " (step " + run.length() + ")");
    }

    private static int expected(Fork fork, Transition step) {
        if (fork.mapsPage(step.before()) && !fork.mapsPage(step.after())) {
            return -1;
        }
        return step.step().id().equals(Fork.SHARES) ? 1 : 0;
    }

    private StepProperty writesToOwn(Fork fork) {
        return new StepProperty(
                        WRITES_TO_OWN,
                        "a write goes to a copy, or to a page that is mapped for writing",
                        step -> !step.step().id().equals(Fork.WRITES)
                                || fork.isWritable(step.after())
                                || !fork.mapsPage(step.after()))
                .told(run -> run.who(run.length()) + " writes to a page that is mapped read-only (step " + run.length()
                        + ")");
    }

    private int mappings(View view) {
        return view.read(scene.page()).mapcount();
    }

    /** The truncate frees the block as its last step, which is not modelled. */
    private Invariant goneIsUnmapped(LongTerm longTerm) {
        return Invariant.whenever(
                        "INV-23m TruncatedMapped",
                        "a page that a truncate is done with is not mapped",
                        longTerm::isTruncated,
                        view -> !view.read(longTerm.pte()).isPresent())
                .told(run -> Clause.maps(run, run.length(), longTerm.pte(), GupScene.PAGE)
                        .meets(truncated(run, longTerm)));
    }

    private Invariant goneIsUnpinned(LongTerm longTerm) {
        return Invariant.whenever(
                        "INV-23 TruncatedPin",
                        "a page that a truncate is done with is not pinned",
                        longTerm::isTruncated,
                        view -> !scene.isPinned(view))
                .told(run -> pins(run).meets(truncated(run, longTerm)));
    }

    private static Clause truncated(Counterexample run, LongTerm longTerm) {
        return Clause.of(
                run,
                run.length(),
                "the file is truncated",
                who -> who + " has truncated the file",
                longTerm::isTruncated);
    }

    private Seq<Property> longTerm(LongTerm longTerm) {
        return Vector.of(
                CountClaims.countSane(get -> false),
                CountClaims.countIsOwners(scene.books()),
                goneIsUnmapped(longTerm),
                goneIsUnpinned(longTerm),
                new NoDeadlock(TRUNCATE_NOT_STUCK, "whatever a truncate waits for can still come", view -> false)
                        .told(Sentences.stuck()),
                pinned(),
                Witnesses.allCanEnd(scene.model()));
    }

    private boolean isRight(Overflow overflow, View view) {
        return (refs(view) - overflow.references(view)) % overflow.values() == 0;
    }

    private Seq<Property> overflow(Overflow overflow) {
        return Vector.of(
                Invariant.always(
                                NOT_FREED,
                                "a page is not freed while its owner holds it",
                                view -> !view.read(overflow.freed()))
                        .told(run -> Clause.of(
                                                run,
                                                run.length(),
                                                GupScene.PAGE + " is freed",
                                                who -> who + " frees " + GupScene.PAGE,
                                                view -> view.read(overflow.freed()))
                                        .stated()
                                + " while its owner still holds it"),
                Invariant.always(
                                COUNTS_ROUND,
                                "the count is the number of references, as far as its bits can tell",
                                view -> isRight(overflow, view))
                        .told(run -> Clause.of(
                                        run,
                                        run.length(),
                                        "the count is not that of the references there are",
                                        who -> who + " makes the count another than that of the references there are",
                                        view -> !isRight(overflow, view))
                                .stated()),
                new Sometimes("the count can overflow", "the count is below 0", view -> refs(view) < 0));
    }
}
