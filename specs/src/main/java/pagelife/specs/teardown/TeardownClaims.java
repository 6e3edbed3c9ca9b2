package pagelife.specs.teardown;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.model.Cell;
import pagelife.checker.property.Invariant;
import pagelife.checker.property.Property;
import pagelife.checker.property.StepProperty;
import pagelife.models.teardown.RefData;
import pagelife.models.teardown.Teardown;
import pagelife.models.teardown.UsesMapping;
import pagelife.models.teardown.UsesReference;
import pagelife.specs.claims.CountClaims;
import pagelife.specs.claims.Ledger;
import pagelife.specs.claims.Witnesses;

/** Claims about tearing a pagemap down. */
final class TeardownClaims {
    static final String PIN_PAGEMAP = "INV-3 PinPgmap";
    static final String REFERENCE = "INV-5 NoUseOfFreedReference";
    static final String MAPPING = "INV-5 NoUseOfRemovedMapping";
    static final String PGREF_CONSERVE = "INV-9 PgrefConserve";
    static final String COUNT_IS_OWNERS = "the count equals the owners";

    private final Teardown protocol;
    private final Ledger ledger;

    private TeardownClaims(Teardown protocol) {
        this.protocol = protocol;
        this.ledger = new Ledger(protocol.model());
    }

    /** Every claim that makes sense for {@code protocol}. */
    static Seq<Property> all(Teardown protocol) {
        TeardownClaims claims = new TeardownClaims(protocol);
        Vector<Property> of = protocol.hasPages()
                ? claims.pages()
                : claims.raw(protocol.mapped().get());
        return of.append(CountClaims.stuckRemoval()).append(Witnesses.allCanEnd(protocol.model()));
    }

    private Vector<Property> raw(Cell<Boolean> mapped) {
        return Vector.of(new StepProperty(
                MAPPING,
                "no I/O uses a mapping that was removed",
                step -> !step.events().exists(UsesMapping.class::isInstance) || step.before(mapped)));
    }

    private Vector<Property> pages() {
        return Vector.of(
                CountClaims.countSane(protocol.pagemap()),
                new StepProperty(
                        REFERENCE,
                        "no lookup takes a reference whose memory is freed",
                        step -> !step.events().exists(UsesReference.class::isInstance)
                                || step.before(protocol.refData()) == RefData.ALLOCATED),
                Invariant.whenever(
                        PIN_PAGEMAP,
                        "nobody pins a page whose pagemap is gone",
                        view -> view.read(protocol.pagemap()).isGone(),
                        view -> !ledger.isPinned(view, protocol.pageId())),
                Invariant.always(
                        PGREF_CONSERVE,
                        "the pagemap's references are its first one, that of a page in use, and what actors hold",
                        view -> view.read(protocol.pagemap()).refs()
                                == (view.read(protocol.pagemap()).isLive() ? 1 : 0)
                                        + (view.read(protocol.page()).refs() > 0 ? 1 : 0)
                                        + ledger.pagemapRefs(view)),
                Invariant.always(
                        COUNT_IS_OWNERS,
                        "the count is the base reference and what actors hold",
                        view -> view.read(protocol.page()).refs()
                                == protocol.baseRefs(view) + ledger.refs(view, protocol.pageId())));
    }
}
