package pagelife.specs.fsdax;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import pagelife.checker.model.View;
import pagelife.checker.property.Counterexample;
import pagelife.checker.property.Invariant;
import pagelife.checker.property.Property;
import pagelife.models.fsdax.Cells;
import pagelife.models.fsdax.FsdaxProtocol;
import pagelife.models.fsdax.Rules;
import pagelife.models.fsdax.World;
import pagelife.models.page.Books;
import pagelife.models.page.Custody;
import pagelife.models.page.EntryAt;
import pagelife.models.page.Page;
import pagelife.models.page.PageId;
import pagelife.models.page.Pte;
import pagelife.models.page.PteAt;
import pagelife.specs.claims.Clause;
import pagelife.specs.claims.CountClaims;
import pagelife.specs.claims.Sentences;

/** What must hold in every state. */
final class Safety {
    private final World world;
    private final Seq<PageId> pages;
    private final Seq<PteAt> ptes;
    private final Cells cells;
    private final int idle;
    private final Ghosts ghosts;
    private final Books books;
    private final boolean countsMappings;

    Safety(FsdaxProtocol protocol, Ghosts ghosts) {
        this.world = protocol.world();
        this.pages = world.pages();
        this.ptes = world.ptes();
        this.cells = protocol.cells();
        this.idle = protocol.rules().idle();
        this.ghosts = ghosts;
        this.books = protocol.books();
        this.countsMappings = protocol.rules().is(Rules.PTE_HOLDS_REFERENCE);
    }

    /** A page that a PTE points to counts more than an idle page does. */
    Property pteRef() {
        return Invariant.whenever(
                        "INV-1 PteRef",
                        "a page that a PTE points to is counted as used",
                        this::anyMapped,
                        view -> everyPage(
                                view, (v, page) -> ghosts.mappings(v, page).isEmpty() || refs(v, page) > idle))
                .told(run -> uncovered(
                        run, page -> ghosts.mappings(run.end(), page).isEmpty() || refs(run.end(), page) > idle));
    }

    /** The strong form: every PTE and every pin is counted. */
    Property pteRefStrong() {
        return Invariant.whenever(
                        "INV-1s PteRefStrong",
                        "the count of a page covers every PTE that points to it and every pin",
                        this::anyMapped,
                        view -> everyPage(
                                view,
                                (v, page) -> refs(v, page) - idle
                                        >= ghosts.mappings(v, page).size() + ghosts.pinRefs(v, page)))
                .told(run -> uncovered(
                        run,
                        page -> refs(run.end(), page) - idle
                                >= ghosts.mappings(run.end(), page).size() + ghosts.pinRefs(run.end(), page)));
    }

    /** A user that loads through such a PTE reads freed memory. */
    Property ptePgmap() {
        return Invariant.whenever(
                        "INV-2 PtePgmap",
                        "no PTE points to a page whose pagemap is gone",
                        this::isGone,
                        view -> !anyMapped(view))
                .told(Sentences.mappedWithoutMemory(cells.pagemap(), ptes.map(cells::pte)));
    }

    /** The holder of such a pin drops it into freed memory. */
    Property pinPgmap() {
        return Invariant.whenever(
                        "INV-3 PinPgmap",
                        "no page whose pagemap is gone is pinned",
                        this::isGone,
                        view -> everyPage(view, (v, page) -> !ghosts.isPinned(v, page)))
                .told(Sentences.pinnedWithoutMemory(books, cells.pagemap(), pages));
    }

    /** Else a device writes into what belongs to nobody, or to another file. */
    Property blockPin() {
        return Invariant.whenever(
                        "INV-4 BlockPin",
                        "a page whose block is free, or another file's, is not pinned",
                        this::anyFreed,
                        view -> everyPage(view, this::isPinnedThroughOwnerOnly))
                .told(Sentences.pinned(
                        books, pages, (state, page) -> !isPinnedThroughOwnerOnly(state, page), this::lost));
    }

    private boolean isPinnedThroughOwnerOnly(View view, PageId page) {
        return view.read(cells.block(page)) instanceof Custody.Block block
                ? !ghosts.isPinnedThroughOther(view, page, block.file())
                : !ghosts.isPinned(view, page);
    }

    /** Else a program writes into what belongs to nobody. */
    Property blockMapped() {
        return Invariant.whenever(
                        "INV-4m BlockMapped",
                        "a page whose block is free is not mapped",
                        view -> pages.exists(
                                page -> view.read(cells.block(page)).isFree()),
                        view -> everyPage(
                                view,
                                (v, page) -> !v.read(cells.block(page)).isFree()
                                        || ghosts.mappings(v, page).isEmpty()))
                .told(run -> Sentences.mapped(
                                ptes.map(cells::pte),
                                pte -> pte.page()
                                        .exists(page -> run.end()
                                                .read(cells.block(page))
                                                .isFree()),
                                (same, page) -> lost(same, (PageId) page))
                        .of(run));
    }

    /** Else a pin cannot be told from an idle page. */
    Property pinLeRef() {
        return Invariant.whenever(
                        "INV-6 PinLeRef",
                        "the count of a page covers its pins above the idle count",
                        view -> pages.exists(page -> ghosts.isPinned(view, page)),
                        view -> everyPage(view, this::coversPins))
                .told(run -> pages.find(page -> !coversPins(run.end(), page))
                        .map(page -> Sentences.uncovered(run, books, page, Vector.empty(), idle))
                        .get());
    }

    private boolean coversPins(View view, PageId page) {
        int pins = ghosts.pinRefs(view, page);
        return pins == 0 || refs(view, page) >= idle + pins;
    }

    /**
     * Memory failure finds processes by way of the mapping. Reflink, where many files share a page, is not modelled.
     */
    Property mapAssoc() {
        return Invariant.whenever(
                        "INV-7 MapAssoc",
                        "a page that a PTE points to is associated with what is mapped there",
                        this::anyMapped,
                        view -> ptes.forAll(at -> isAssociated(view, at)))
                .told(this::notAssociated);
    }

    private boolean isAssociated(View view, PteAt at) {
        EntryAt entry = world.entry(at);
        return view.read(cells.pte(at))
                .page()
                .forAll(page -> view.read(cells.page(page)).mapping().is(entry));
    }

    private String notAssociated(Counterexample run) {
        PteAt at = ptes.find(one -> !isAssociated(run.end(), one)).get();
        PageId page = run.end().read(cells.pte(at)).page().get();
        EntryAt entry = world.entry(at);
        return Clause.maps(run, run.length(), cells.pte(at), page).stated() + ", but "
                + Clause.of(
                                run,
                                run.length(),
                                page + " is not associated with entry " + entry,
                                view -> !view.read(cells.page(page)).mapping().is(entry))
                        .stated();
    }

    private String uncovered(Counterexample run, Predicate<PageId> isCovered) {
        return pages.find(page -> !isCovered.test(page))
                .map(page -> Sentences.uncovered(run, books, page, ptes.map(cells::pte), idle))
                .get();
    }

    private Clause lost(Counterexample run, PageId page) {
        Custody block = run.end().read(cells.block(page));
        return Clause.of(
                run,
                run.length(),
                block.isFree() ? "its block is free" : "its block is one of " + block,
                who -> block.isFree() ? who + " frees its block" : who + " gives its block to " + block,
                view -> view.read(cells.block(page)).equals(block));
    }

    /**
     * The books balance. A PTE that holds no reference by the rules of its era is no owner; that it should be one is
     * the matter of {@link #pteRef}.
     */
    Property ledger() {
        return CountClaims.countIsOwners(books);
    }

    private Property mappingsCounted() {
        return CountClaims.mappingsCounted(
                pages.map(cells::page), ptes.map(cells::pte), (view, page) -> Option.some(cells.page(page)));
    }

    /** The claims that some state within {@code scope} can put to the test. */
    Seq<Property> all(Scope scope) {
        Vector<Property> claims = Vector.empty();
        claims = scope.mapped() ? claims.append(pteRef()).append(pteRefStrong()) : claims;
        claims = scope.mapped() && scope.removed() ? claims.append(ptePgmap()) : claims;
        claims = scope.pinned() && scope.removed() ? claims.append(pinPgmap()) : claims;
        claims = scope.pinned() && scope.truncated() ? claims.append(blockPin()) : claims;
        claims = scope.mapped() && scope.truncated() ? claims.append(blockMapped()) : claims;
        claims = scope.pinned() ? claims.append(pinLeRef()) : claims;
        claims = scope.mapped() ? claims.append(mapAssoc()) : claims;
        claims = scope.mapped() && countsMappings ? claims.append(mappingsCounted()) : claims;
        return claims.append(ledger());
    }

    private int refs(View view, PageId page) {
        return view.read(cells.page(page), Page::refs);
    }

    private boolean anyMapped(View view) {
        return ptes.exists(at -> view.read(cells.pte(at), Pte::isPresent));
    }

    private boolean isGone(View view) {
        return view.read(cells.pagemap()).isGone();
    }

    private boolean anyFreed(View view) {
        Custody first = Custody.of(world.files().head());
        return pages.exists(page -> !view.read(cells.block(page)).equals(first));
    }

    private boolean everyPage(View view, BiPredicate<View, PageId> holds) {
        return pages.forAll(page -> holds.test(view, page));
    }
}
