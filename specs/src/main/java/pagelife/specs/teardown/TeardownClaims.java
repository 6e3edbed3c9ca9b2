package pagelife.specs.teardown;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.model.Cell;
import pagelife.checker.property.Invariant;
import pagelife.checker.property.Property;
import pagelife.checker.property.StepProperty;
import pagelife.models.page.Books;
import pagelife.models.page.Owner;
import pagelife.models.page.Pagemap;
import pagelife.models.teardown.RefData;
import pagelife.models.teardown.Teardown;
import pagelife.models.teardown.UsesMapping;
import pagelife.models.teardown.UsesReference;
import pagelife.specs.claims.Clause;
import pagelife.specs.claims.CountClaims;
import pagelife.specs.claims.Sentences;
import pagelife.specs.claims.Witnesses;

/** Claims about tearing a pagemap down. */
final class TeardownClaims {
    static final String PIN_PAGEMAP = "INV-3 PinPgmap";
    static final String REFERENCE = "INV-5f NoUseOfFreedReference";
    static final String HELD_PAGEMAP = "a pagemap that is held stays";
    static final String NOTHING_LEFT = "a removal leaves nothing";
    static final String MAPPING = "INV-5m NoUseOfRemovedMapping";

    private final Teardown protocol;
    private final Books books;

    private TeardownClaims(Teardown protocol) {
        this.protocol = protocol;
        this.books = protocol.books();
    }

    /** Every claim that makes sense for {@code protocol}. */
    static Seq<Property> all(Teardown protocol) {
        TeardownClaims claims = new TeardownClaims(protocol);
        Vector<Property> of = protocol.hasPages()
                ? claims.pages()
                : claims.raw(protocol.mapped().get());
        return of.append(claims.nothingLeft())
                .append(CountClaims.removalNotStuck())
                .append(Witnesses.allCanEnd(protocol.model()));
    }

    /**
     * Else a later lookup finds what is gone (pgmap_array_delete), and percpu memory leaks (percpu_ref_exit): mm/memremap.c
     * memunmap_pages.
     */
    private Property nothingLeft() {
        return Invariant.whenever(
                        NOTHING_LEFT,
                        "when a device is gone nothing of what a removal takes down is left",
                        protocol::isTornDown,
                        view -> !protocol.isTornDown(view)
                                || protocol.left(view).isEmpty())
                .told(run -> Clause.is(
                                run, run.length(), protocol.left(run.end()).head())
                        .meets(Clause.of(
                                run,
                                run.length(),
                                "the device is gone",
                                who -> who + " has ended",
                                protocol::isTornDown)));
    }

    private Vector<Property> raw(Cell<Boolean> mapped) {
        return Vector.of(new StepProperty(
                        MAPPING,
                        "no I/O uses a mapping that was removed",
                        step -> !step.events().exists(UsesMapping.class::isInstance) || step.before(mapped))
                .told(Sentences.last(run -> "uses the mapping, which was removed ("
                        + run.sinceWhen(run.length() - 1, view -> !view.read(mapped)) + ")")));
    }

    /** Who has a reference may look at the pagemap and at its pages (mm/memremap.c, dev_pagemap_kill and wait). */
    private Property heldPagemapStays() {
        return Invariant.whenever(
                        HELD_PAGEMAP,
                        "nobody holds a pagemap that is gone",
                        view -> view.read(protocol.pagemap()).isGone(),
                        view -> books.users(view, Pagemap.Id.PAGEMAP).isEmpty())
                .told(run -> {
                    Owner owner =
                            books.users(run.end(), Pagemap.Id.PAGEMAP).head().owner();
                    return Clause.of(
                                    run,
                                    run.length(),
                                    owner + " still holds the pagemap",
                                    who -> who + " takes a reference of the pagemap for " + owner,
                                    view -> books.users(view, Pagemap.Id.PAGEMAP)
                                            .exists(held -> held.owner().equals(owner)))
                            .meets(Clause.gone(run, run.length(), protocol.pagemap()));
                });
    }

    private Vector<Property> pages() {
        return Vector.of(
                CountClaims.countSane(protocol.pagemap()),
                new StepProperty(
                                REFERENCE,
                                "no lookup takes a reference whose memory is freed",
                                step -> !step.events().exists(UsesReference.class::isInstance)
                                        || step.before(protocol.refData()) == RefData.ALLOCATED)
                        .told(Sentences.last(run ->
                                "takes a reference of the pagemap, whose reference counter is freed ("
                                        + run.sinceWhen(
                                                run.length() - 1,
                                                view -> view.read(protocol.refData()) != RefData.ALLOCATED)
                                        + ")")),
                Invariant.whenever(
                                PIN_PAGEMAP,
                                "no page whose pagemap is gone is pinned",
                                view -> view.read(protocol.pagemap()).isGone(),
                                view -> !books.isPinned(view, protocol.pageId()))
                        .told(Sentences.pinnedWithoutMemory(books, protocol.pagemap(), Vector.of(protocol.pageId()))),
                heldPagemapStays(),
                CountClaims.pagemapIsOwners(books),
                CountClaims.countIsOwners(books, protocol.pageId()));
    }
}
