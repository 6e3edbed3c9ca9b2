package pagelife.specs.pagefree;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.model.Control;
import pagelife.checker.model.State;
import pagelife.checker.model.Transition;
import pagelife.checker.model.View;
import pagelife.checker.property.Counterexample;
import pagelife.checker.property.Invariant;
import pagelife.checker.property.NoDeadlock;
import pagelife.checker.property.Property;
import pagelife.checker.property.Sometimes;
import pagelife.checker.property.StepProperty;
import pagelife.models.page.Books;
import pagelife.models.page.Custody;
import pagelife.models.page.Mapping;
import pagelife.models.page.Owner;
import pagelife.models.page.PageEvent;
import pagelife.models.page.Pte;
import pagelife.models.page.TaskId;
import pagelife.models.pagefree.HandedOut;
import pagelife.models.pagefree.NotAPagemap;
import pagelife.models.pagefree.PageType;
import pagelife.models.pagefree.Pagefree;
import pagelife.models.parts.Calls;
import pagelife.specs.claims.Clause;
import pagelife.specs.claims.CountClaims;
import pagelife.specs.claims.Sentences;
import pagelife.specs.claims.Witnesses;

/** Claims about the free path of device pages. */
final class PagefreeClaims {
    static final String MAP_ASSOC = "INV-7 MapAssoc";
    static final String FREE_CLEAN = "INV-8 FreeClean";
    static final String HANDED_OUT_UNUSED = "handed out unused";
    static final String NO_LEAK = "LTL-4' NoLeak";
    static final String NOT_STUCK = "nobody is stuck";
    static final String KEEPS_FILE = "only truncate takes a page from its file";
    static final String TELLS = "a free tells the right one";
    static final String PUTS_PAGEMAP = "what a page puts is its pagemap";
    static final String CHARGED = "memory of a program is charged";
    static final String REUSED = "a page can be used twice";

    private final Pagefree protocol;
    private final PageType type;
    private final Books books;

    private PagefreeClaims(Pagefree protocol) {
        this.protocol = protocol;
        this.type = protocol.rules().type();
        this.books = protocol.books();
    }

    /** Every claim that makes sense for {@code protocol}. */
    static Seq<Property> all(Pagefree protocol) {
        return new PagefreeClaims(protocol).all();
    }

    private Seq<Property> all() {
        Vector<Property> claims = Vector.of(countSane(), countIsOwners(), tellsTheRightOne(), noLeak(), notStuck());
        return switch (type) {
            case PRIVATE, COHERENT -> {
                claims = claims.append(anonAssoc())
                        .append(charged())
                        .append(freeClean())
                        .append(handedOutUnused())
                        .append(pgrefConserve())
                        .append(reused());
                yield protocol.largerFolios() ? claims.append(putsPagemap()) : claims;
            }
            case FSDAX -> claims.append(fileAssoc()).append(keepsFile()).append(Witnesses.allCanEnd(protocol.model()));
            case GENERIC, P2PDMA ->
                claims.append(freeClean())
                        .append(handedOutUnused())
                        .append(pgrefConserve())
                        .append(reused());
        };
    }

    /** An allocation by the owner, and a fault that maps, may raise a count from 0; a pin may not. */
    private StepProperty countSane() {
        return CountClaims.countSane(get -> !(get.owner() instanceof Owner.Pin));
    }

    private StepProperty tellsTheRightOne() {
        return new StepProperty(
                        TELLS,
                        "the driver is told of its own pages, and waiters of a file's",
                        step -> step.events()
                                .forAll(event -> !(event instanceof PageEvent.Freed && type == PageType.FSDAX)
                                        && !(event instanceof PageEvent.Wake && type != PageType.FSDAX)))
                .told(Sentences.last(run -> type == PageType.FSDAX
                        ? "tells the driver of a free page that belongs to a file"
                        : "wakes waiters of a page that belongs to no file"));
    }

    private Invariant anonAssoc() {
        return Invariant.whenever(
                        MAP_ASSOC,
                        "a page that a PTE points to is associated with what is mapped there",
                        view -> !protocol.inDevice(view).isEmpty(),
                        view -> protocol.inDevice(view)
                                .forAll(user -> protocol.mapping(view).equals(new Mapping.Anon(user))))
                .told(run -> {
                    TaskId user = protocol.inDevice(run.end())
                            .find(one -> !protocol.mapping(run.end()).equals(new Mapping.Anon(one)))
                            .get();
                    return inDevice(run, user).meets(mapping(run));
                });
    }

    /** Else a program escapes its limit by way of the device (mem_cgroup_migrate, mm/memcontrol.c). */
    private Invariant charged() {
        return Invariant.whenever(
                        CHARGED,
                        "a page with memory of a program is charged to a cgroup",
                        view -> !protocol.inDevice(view).isEmpty(),
                        view -> view.read(protocol.charged()))
                .told(run -> inDevice(run, protocol.inDevice(run.end()).head())
                        .meets(Clause.of(
                                run,
                                run.length(),
                                protocol.pageId() + " is charged to no cgroup",
                                view -> !view.read(protocol.charged()))));
    }

    private Clause inDevice(Counterexample run, TaskId user) {
        return Clause.of(
                run,
                run.length(),
                "memory of " + user + " is in " + protocol.pageId(),
                who -> who + " puts memory of " + user + " into " + protocol.pageId(),
                view -> protocol.inDevice(view).contains(user));
    }

    private Invariant fileAssoc() {
        return Invariant.whenever(
                        MAP_ASSOC,
                        "a page that a PTE points to is associated with what is mapped there",
                        this::isMapped,
                        view -> protocol.mapping(view).equals(protocol.fileMapping()))
                .told(Sentences.mapped(
                        protocol.pte().toVector(), entry -> entry.page().isDefined(), (run, page) -> mapping(run)));
    }

    private boolean isMapped(View view) {
        return protocol.pte().map(view::read).exists(Pte::isPresent);
    }

    private StepProperty keepsFile() {
        return new StepProperty(
                        KEEPS_FILE,
                        "the association of a file's page ends by truncate, never by a put",
                        step -> !protocol.mapping(step.before()).equals(protocol.fileMapping())
                                || protocol.mapping(step.after()).equals(protocol.fileMapping())
                                || isOfTruncate(step))
                .told(Sentences.last(run ->
                        "takes " + protocol.pageId() + " from its file: mapping = " + protocol.mapping(run.end())));
    }

    private static boolean isOfTruncate(Transition step) {
        return step.actor()
                .call(step.before().at(step.actor()))
                .exists(call -> call.operation().name().equals(Calls.TRUNCATE));
    }

    private Invariant freeClean() {
        return Invariant.whenever(
                        FREE_CLEAN,
                        "a page on the driver's free list has no mapping and no charge",
                        view -> view.read(protocol.custody()) == Custody.FREE,
                        view -> protocol.mapping(view).equals(Mapping.NONE) && !view.read(protocol.charged()))
                .told(this::notClean);
    }

    private StepProperty handedOutUnused() {
        return new StepProperty(
                        HANDED_OUT_UNUSED,
                        "a page that is handed out has the count of an unused page and no mapping",
                        step -> step.events()
                                .forAll(event -> !(event instanceof HandedOut handed)
                                        || handed.refs()
                                                        == protocol.rules()
                                                                .freePath()
                                                                .unused()
                                                && handed.mapping().equals(Mapping.NONE)))
                .told(Sentences.last(PagefreeClaims::handed));
    }

    private Invariant pgrefConserve() {
        return CountClaims.pagemapIsOwners(books);
    }

    private StepProperty putsPagemap() {
        return new StepProperty(
                        PUTS_PAGEMAP,
                        "no page puts a pagemap read from a word that says something else by now",
                        step -> !step.events().exists(NotAPagemap.class::isInstance))
                .told(Sentences.last(run -> "takes the word of " + protocol.pageId()
                        + " that says something else for its pagemap, and puts that"));
    }

    private Invariant noLeak() {
        return Invariant.whenever(
                        NO_LEAK,
                        "when all its users have finished and nothing is mapped, the page is unused and where it"
                                + " belongs",
                        view -> everybodyFinished(view) && !isMapped(view),
                        view -> view.read(protocol.page()).refs()
                                        == protocol.rules().freePath().unused()
                                && view.read(protocol.custody()) == Custody.FREE)
                .told(Sentences.leaked(
                        books, protocol.pageId(), protocol.rules().freePath().unused(), protocol.custody()));
    }

    private String notClean(Counterexample run) {
        State end = run.end();
        Clause free = Clause.of(
                run,
                run.length(),
                protocol.pageId() + " is on the driver's free list",
                who -> who + " puts " + protocol.pageId() + " on the driver's free list",
                view -> view.read(protocol.custody()) == Custody.FREE);
        Clause left = protocol.mapping(end).equals(Mapping.NONE)
                ? Clause.of(
                        run,
                        run.length(),
                        protocol.pageId() + " is charged to a cgroup",
                        who -> who + " charges " + protocol.pageId() + " to a cgroup",
                        view -> view.read(protocol.charged()))
                : mapping(run);
        return left.meets(free);
    }

    /** What the mapping says: {@code mapping = none}. */
    private Clause mapping(Counterexample run) {
        Mapping whose = protocol.mapping(run.end());
        return Clause.of(
                run,
                run.length(),
                "mapping = " + whose,
                who -> who + " sets mapping to " + whose,
                view -> protocol.mapping(view).equals(whose));
    }

    private static String handed(Counterexample run) {
        HandedOut handed = (HandedOut)
                run.events(run.length()).find(HandedOut.class::isInstance).get();
        return "hands out " + handed.page() + " with a count of " + handed.refs() + " and mapping " + handed.mapping();
    }

    private boolean everybodyFinished(View view) {
        return protocol.model().actors().forAll(actor -> view.at(actor) == Control.finished());
    }

    private NoDeadlock notStuck() {
        return new NoDeadlock(NOT_STUCK, "whatever anybody waits for can still come", view -> false)
                .told(Sentences.stuck());
    }

    private Sometimes reused() {
        return new Sometimes(
                REUSED,
                "one user has finished and the other has the page",
                view -> view.read(protocol.custody()) == Custody.OUT
                        && protocol.model().actors().exists(actor -> view.at(actor) == Control.finished())
                        && protocol.model()
                                .actors()
                                .exists(actor -> !books.task(view, actor).isEmpty()));
    }

    private Invariant countIsOwners() {
        return CountClaims.countIsOwners(books, protocol.pageId());
    }
}
