package pagelife.reports;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Move;
import pagelife.checker.model.State;
import pagelife.checker.property.Property;
import pagelife.checker.result.Trace;
import pagelife.models.page.Books;
import pagelife.models.page.WaitQueue;
import pagelife.specs.ledger.CountLedger;
import pagelife.specs.ledger.StuckWaiter;

/**
 * What a counterexample tells about references and sleepers, as far as it matters to the claim.
 *
 * @param ledgers what is counted and whose references went wrong, or that the claim is about
 * @param stuck who sleeps, if the claim is about that
 */
record Account(Seq<CountLedger> ledgers, Seq<StuckWaiter> stuck) {
    /** Nothing is told. */
    static final Account NOTHING = new Account(Vector.empty(), Vector.empty());

    /** Two counts are an explanation, more are not. */
    private static final int MOST_LEDGERS = 2;

    /** Of a counterexample of {@code property}; of a claim about runs nothing, since its trace has no end. */
    static Account of(Property property, Books books, Trace trace, Seq<Cell<?>> core) {
        return switch (property.kind()) {
            case TEMPORAL -> NOTHING;
            case DEADLOCK -> new Account(ledgers(blockers(trace.last()), books, trace), StuckWaiter.of(books, trace));
            case INVARIANT, STEP, SOMETIMES -> about(core, books, trace);
        };
    }

    private static Account about(Seq<Cell<?>> reads, Books books, Trace trace) {
        return new Account(
                ledgers(reads, books, trace),
                StuckWaiter.of(books, trace).filter(waiter -> isAbout(reads, waiter, trace)));
    }

    private static Seq<CountLedger> ledgers(Seq<Cell<?>> reads, Books books, Trace trace) {
        return CountLedger.of(books, trace)
                .filter(ledger -> !ledger.wrongs().isEmpty()
                        || !ledger.holdings().isEmpty() && isAbout(reads, books, ledger, trace.last()))
                .take(MOST_LEDGERS);
    }

    /** What those who are stuck wait for. */
    private static Seq<Cell<?>> blockers(State last) {
        return last.model()
                .actors()
                .filter(actor -> Move.isBlocked(last, actor))
                .flatMap(actor -> Move.blockers(last, actor))
                .distinct();
    }

    /** Whether the claim looks at the count, or at where an actor is, or what it keeps, that holds what is counted. */
    private static boolean isAbout(Seq<Cell<?>> reads, Books books, CountLedger ledger, State last) {
        return books.cell(ledger.what()).exists(reads::contains)
                || last.model()
                        .actors()
                        .exists(actor -> reads.exists(cell -> cell.owner().contains(actor.name()))
                                && books.task(last, actor)
                                        .exists(held -> held.what().equals(ledger.what())));
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
