package pagelife.reports;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.model.Cell;
import pagelife.checker.model.State;
import pagelife.checker.property.NoDeadlock;
import pagelife.checker.property.Property;
import pagelife.checker.property.Temporal;
import pagelife.checker.result.Trace;
import pagelife.models.page.WaitQueue;
import pagelife.specs.ledger.PageLedger;
import pagelife.specs.ledger.Stance;
import pagelife.specs.ledger.StuckWaiter;

/**
 * What a counterexample tells about references and sleepers, as far as it matters to the claim.
 *
 * @param ledgers the pages whose references went wrong, or that the claim is about
 * @param stuck who sleeps, if the claim is about that
 */
record Account(Seq<PageLedger> ledgers, Seq<StuckWaiter> stuck) {
    /** Two pages are an explanation, more are not. */
    private static final int MOST_PAGES = 2;

    static Account of(Property property, Trace trace) {
        if (property instanceof Temporal) {
            return new Account(Vector.empty(), Vector.empty()); // its trace has no end
        }
        Seq<Cell<?>> reads = Evidence.reads(property, trace);
        Seq<PageLedger> ledgers = PageLedger.of(trace)
                .filter(ledger -> !ledger.wrongs().isEmpty()
                        || !ledger.holdings().isEmpty() && isAbout(reads, ledger, trace.last()))
                .take(MOST_PAGES);
        Seq<StuckWaiter> stuck =
                StuckWaiter.of(trace).filter(waiter -> property instanceof NoDeadlock || isAbout(reads, waiter, trace));
        return new Account(ledgers, stuck);
    }

    /** Whether the claim looks at the page, or at an actor that holds it. */
    private static boolean isAbout(Seq<Cell<?>> reads, PageLedger ledger, State last) {
        return reads.exists(cell -> cell.name().equals("page(" + ledger.page() + ")"))
                || last.model()
                        .actors()
                        .exists(actor -> reads.contains(actor.control())
                                && Stance.of(last, actor).pages().contains(ledger.page()));
    }

    private static boolean isAbout(Seq<Cell<?>> reads, StuckWaiter waiter, Trace trace) {
        boolean queues = reads.exists(cell -> cell.type() == WaitQueue.class);
        boolean unqueued = !trace.last()
                .model()
                .cells()
                .exists(cell -> cell.type() == WaitQueue.class
                        && ((WaitQueue) trace.last().read(cell)).waiters().nonEmpty());
        return reads.contains(trace.last().model().actor(waiter.task()).control()) && (queues || unqueued);
    }
}
