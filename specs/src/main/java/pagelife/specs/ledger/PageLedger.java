package pagelife.specs.ledger;

import io.vavr.collection.Seq;
import pagelife.checker.model.Event;
import pagelife.checker.model.State;
import pagelife.checker.result.Trace;
import pagelife.models.page.PageEvent;
import pagelife.models.page.PageId;
import pagelife.models.page.PageRef;

/**
 * The references of a page in the course of a trace.
 *
 * @param page the page
 * @param first its count at the start
 * @param last its count at the end
 * @param holdings who held what when, in the order in which it was taken
 * @param wrongs what went wrong, in the order of steps
 */
public record PageLedger(PageId page, int first, int last, Seq<Holding> holdings, Seq<Wrong> wrongs) {

    /** The ledgers of all pages whose count a step of the trace looked at or changed, or that are mapped at its end. */
    public static Seq<PageLedger> of(Trace trace) {
        Seq<PageId> counted = trace.steps()
                .flatMap(step -> step.events())
                .flatMap(PageLedger::page)
                .distinct();
        Seq<PageId> mapped = references(trace.last()).flatMap(PageRef::page);
        return counted.appendAll(mapped)
                .distinct()
                .sortBy(PageId::number)
                .map(page -> new Bookkeeper(page).audit(trace));
    }

    private static Seq<PageId> page(Event event) {
        return event instanceof PageEvent.OnPage on
                ? io.vavr.collection.Vector.of(on.page())
                : io.vavr.collection.Vector.empty();
    }

    /** The page-table entries of a state, and what else refers to pages as they do. */
    static Seq<PageRef> references(State state) {
        return state.model()
                .cells()
                .map(cell -> (Object) state.read(cell))
                .filter(PageRef.class::isInstance)
                .map(PageRef.class::cast);
    }
}
