package pagelife.specs.devdax;

import io.vavr.Tuple;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.checker.model.Cell;
import pagelife.checker.model.State;
import pagelife.checker.model.Transition;
import pagelife.checker.model.View;
import pagelife.checker.property.Counterexample;
import pagelife.checker.property.Invariant;
import pagelife.checker.property.Property;
import pagelife.checker.property.Sometimes;
import pagelife.checker.property.StepProperty;
import pagelife.models.Workload;
import pagelife.models.devdax.Cells;
import pagelife.models.devdax.Devdax;
import pagelife.models.devdax.DevdaxOperations;
import pagelife.models.devdax.Health;
import pagelife.models.devdax.Rules;
import pagelife.models.devdax.World;
import pagelife.models.page.Books;
import pagelife.models.page.DaxDevice;
import pagelife.models.page.EntryAt;
import pagelife.models.page.Frame;
import pagelife.models.page.PageId;
import pagelife.models.page.Pagemap;
import pagelife.models.page.Pte;
import pagelife.models.page.PteAt;
import pagelife.models.parts.Calls;
import pagelife.specs.claims.Clause;
import pagelife.specs.claims.CountClaims;
import pagelife.specs.claims.Sentences;

/** Claims about device-dax. */
final class DevdaxClaims {
    static final String PTE_REF = "INV-1 PteRef";
    static final String PTE_PAGEMAP = "INV-2 PtePgmap";
    static final String PIN_PAGEMAP = "INV-3 PinPgmap";
    static final String MAP_ASSOC = "INV-7 MapAssoc";
    static final String TAIL_ZERO = "INV-10 TailZero";
    static final String FAILURE_FINDS = "memory failure finds what is mapped";

    private final Devdax protocol;
    private final Cells cells;
    private final World world;
    private final Books books;

    private DevdaxClaims(Devdax protocol) {
        this.protocol = protocol;
        this.cells = protocol.cells();
        this.world = protocol.world();
        this.books = protocol.books();
    }

    /** Every claim that makes sense for {@code protocol}. */
    static Seq<Property> all(Devdax protocol) {
        return new DevdaxClaims(protocol).all();
    }

    private Seq<Property> all() {
        Workload asked = protocol.workload();
        boolean mapped = asked.calls(Calls.TOUCH) || world.start() == World.Start.MAPPED;
        boolean pinned = mapped && (asked.calls(Calls.PIN_SLOW) || asked.calls(Calls.PIN_FAST));
        Vector<Property> claims = Vector.of(CountClaims.countSane(cells.pagemap()), countIsOwners());
        if (world.align() > 1 && protocol.rules().compoundMemmap()) {
            claims = claims.append(tailZero());
        }
        if (mapped) {
            claims = claims.append(pteRef()).append(mapAssoc()).append(canMap());
        }
        if (mapped && protocol.rules().is(Rules.PTE_HOLDS_REFERENCE)) {
            claims = claims.append(mappingsCounted());
        }
        if (asked.calls(DevdaxOperations.PROBE)) {
            claims = claims.append(madeWhole()).append(initialisedFirst()).append(setUpFirst());
        }
        if (pinned) {
            claims = claims.append(canPin());
        }
        if (mapped && asked.calls(DevdaxOperations.MEMORY_FAILURE)) {
            claims = claims.append(failureFinds()).append(canUnmapPoison());
        }
        return asked.calls(Calls.REMOVE) ? claims.appendAll(ofRemoval(mapped, pinned)) : claims;
    }

    private Seq<Property> ofRemoval(boolean mapped, boolean pinned) {
        Vector<Property> claims = Vector.of(CountClaims.removalNotStuck(), pgrefConserve(), canRemove());
        claims = mapped ? claims.append(ptePagemap()) : claims;
        return pinned ? claims.append(pinPagemap()) : claims;
    }

    private Seq<PteAt> present(View view) {
        return world.ptes().filter(at -> view.read(cells.pte(at)).isPresent());
    }

    private Invariant pteRef() {
        return Invariant.whenever(
                        PTE_REF,
                        "a page that a PTE points to is counted as used",
                        view -> !present(view).isEmpty(),
                        view -> present(view).forAll(at -> {
                            PageId page = view.read(cells.pte(at)).page().get();
                            return view.read(cells.page(
                                                    view.read(cells.frame(page)).head()))
                                            .refs()
                                    > 1;
                        }))
                .told(this::uncounted);
    }

    private Invariant ptePagemap() {
        return Invariant.whenever(
                        PTE_PAGEMAP,
                        "no PTE points to a page whose pagemap is gone",
                        view -> view.read(cells.pagemap()).isGone(),
                        view -> present(view).isEmpty())
                .told(Sentences.mappedWithoutMemory(
                        cells.pagemap(), world.ptes().map(cells::pte)));
    }

    private Invariant pinPagemap() {
        return Invariant.whenever(
                        PIN_PAGEMAP,
                        "no page whose pagemap is gone is pinned",
                        view -> view.read(cells.pagemap()).isGone(),
                        view -> world.pages().forAll(page -> !books.isPinned(view, page)))
                .told(Sentences.pinnedWithoutMemory(books, cells.pagemap(), world.pages()));
    }

    private Invariant mapAssoc() {
        return Invariant.whenever(
                        MAP_ASSOC,
                        "a page that a PTE points to is associated with what is mapped there",
                        view -> !present(view).isEmpty(),
                        view -> present(view).forAll(at -> isAssociated(view, at)))
                .told(run -> notAssociated(run, run.length()));
    }

    private boolean isAssociated(View view, PteAt at) {
        Pte pte = view.read(cells.pte(at));
        return view.read(cells.page(pte.page().get())).mapping().is(new EntryAt(World.DEVICE, at.index()));
    }

    private Invariant tailZero() {
        return Invariant.whenever(
                        TAIL_ZERO,
                        "once a compound page is made, its tails have a count of 0",
                        cells.probe()::isDone,
                        view -> world.pages()
                                .forAll(page -> !view.read(cells.frame(page)).isTail()
                                        || view.read(cells.page(page)).refs() == 0))
                .told(this::countingTail);
    }

    private Invariant countIsOwners() {
        return Invariant.balanced(
                        CountClaims.COUNT_IS_OWNERS,
                        CountClaims.COUNTS_ARE_HELD,
                        cells.probe()::isDone,
                        books.balance(world.pages()))
                .told(Sentences.unbalanced(books, world.pages()));
    }

    private Invariant pgrefConserve() {
        return Invariant.balanced(
                        CountClaims.PGREF_CONSERVE,
                        CountClaims.PAGEMAP_IS_HELD,
                        cells.probe()::isDone,
                        books.balance(Vector.of(Pagemap.Id.PAGEMAP)))
                .told(Sentences.unbalanced(books, Vector.of(Pagemap.Id.PAGEMAP)));
    }

    private Invariant mappingsCounted() {
        return CountClaims.mappingsCounted(
                world.pages().map(cells::page),
                world.ptes().map(cells::pte),
                (view, page) ->
                        Option.some(cells.page(view.read(cells.frame(page)).head())));
    }

    /** Whoever finds a tail goes to its head (compound_head), from the first fault on. */
    private Invariant madeWhole() {
        return Invariant.whenever(
                        "INV-16 MadeWhole",
                        "once the device is set up, every page is the head or the tail that its place makes it",
                        cells.probe()::isDone,
                        view -> unmade(view).isEmpty())
                .told(run -> Clause.is(
                                run, run.length(), cells.frame(unmade(run.end()).get()))
                        .meets(Clause.is(run, run.length(), cells.probe().cell())));
    }

    private Option<PageId> unmade(View view) {
        return world.pages().find(page -> !view.read(cells.frame(page)).equals(made(page)));
    }

    private Frame made(PageId page) {
        PageId head = new PageId(page.number() / world.align() * world.align());
        boolean single = !protocol.rules().compoundMemmap() || world.align() == 1;
        return single ? Frame.base(page) : head.equals(page) ? Frame.head(page) : Frame.tailOf(head);
    }

    /**
     * A compound page is made of what __init_zone_device_page has initialised; its tails are initialised as they are
     * made.
     */
    private StepProperty initialisedFirst() {
        return new StepProperty(
                        "ACT-7 InitialisedFirst",
                        "a page becomes the head of a compound page only after it was initialised",
                        step -> world.pages().forAll(page -> !becomesHeadRaw(step, page)))
                .told(Sentences.last(run -> "makes a head of "
                        + world.pages()
                                .find(page -> becomesHeadRaw(run.taken(run.length()), page))
                                .get()
                        + ", which was never initialised"));
    }

    private boolean becomesHeadRaw(Transition step, PageId page) {
        return step.wrote(cells.frame(page))
                && step.before(cells.frame(page)).kind() == Frame.Kind.RAW
                && step.after(cells.frame(page)).kind() == Frame.Kind.HEAD;
    }

    /** The character device appears last; the driver core removes no device whose probe has not returned. */
    private Invariant setUpFirst() {
        return Invariant.whenever(
                        "INV-17 SetUpFirst",
                        "until a device is set up, it is not dead and nothing of it is mapped",
                        view -> !cells.probe().isDone(view),
                        view -> early(view).isEmpty())
                .told(run -> Clause.is(run, run.length(), early(run.end()).get())
                        .meets(Clause.is(run, run.length(), cells.probe().cell())));
    }

    private Option<Cell<?>> early(View view) {
        return view.read(cells.device()) == DaxDevice.DEAD
                ? Option.some(cells.device())
                : present(view).headOption().map(cells::pte);
    }

    private StepProperty failureFinds() {
        return new StepProperty(
                        FAILURE_FINDS,
                        "when the mapping of a failed page is read, every entry that maps the page is associated"
                                + " with it",
                        step -> !isLookup(step) || present(step.before()).forAll(at -> isAssociated(step.before(), at)))
                .told(run -> Sentences.step(run, run.length()) + " reads the mapping of a failed page, and "
                        + notAssociated(run, run.length() - 1));
    }

    private String uncounted(Counterexample run) {
        State end = run.end();
        return present(end)
                .map(at -> Tuple.of(
                        at,
                        end.read(cells.frame(end.read(cells.pte(at)).page().get()))
                                .head()))
                .find(pair -> end.read(cells.page(pair._2())).refs() <= 1)
                .map(pair -> Clause.maps(
                                        run,
                                        run.length(),
                                        cells.pte(pair._1()),
                                        end.read(cells.pte(pair._1())).page().get())
                                .stated()
                        + ", but "
                        + Clause.counts(run, run.length(), books, pair._2()).stated()
                        + ", as an unused page does")
                .get();
    }

    private String notAssociated(Counterexample run, int moment) {
        State state = run.state(moment);
        PteAt at = present(state).find(one -> !isAssociated(state, one)).get();
        PageId page = state.read(cells.pte(at)).page().get();
        return Clause.maps(run, moment, cells.pte(at), page).stated() + ", but "
                + Clause.of(
                                run,
                                moment,
                                page + " has no mapping there",
                                view -> !view.read(cells.page(page))
                                        .mapping()
                                        .is(new EntryAt(World.DEVICE, at.index())))
                        .stated();
    }

    private String countingTail(Counterexample run) {
        State end = run.end();
        return world.pages()
                .find(page -> end.read(cells.frame(page)).isTail()
                        && end.read(cells.page(page)).refs() != 0)
                .map(page -> page + " is a tail and "
                        + Clause.counts(run, run.length(), books, page).stated())
                .get();
    }

    private static boolean isLookup(Transition step) {
        return step.step().id().equals("m2");
    }

    private Sometimes canMap() {
        return new Sometimes(
                "a page can be mapped",
                "some entry is set",
                view -> !present(view).isEmpty());
    }

    private Sometimes canPin() {
        return new Sometimes(
                "a page can be pinned",
                "somebody holds a pin",
                view -> world.pages().exists(page -> books.isPinned(view, page)));
    }

    private Sometimes canRemove() {
        return new Sometimes(
                "the device can be removed",
                "the pagemap is gone",
                view -> view.read(cells.pagemap()).isGone());
    }

    private Sometimes canUnmapPoison() {
        return new Sometimes(
                "poison can be unmapped",
                "a page is poisoned and nothing is mapped",
                view -> present(view).isEmpty()
                        && world.pages().exists(page -> view.read(cells.health(page)) == Health.POISONED));
    }
}
