package pagelife.specs.ledger;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.model.Actor;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Move;
import pagelife.checker.model.State;
import pagelife.checker.property.Decisive;
import pagelife.checker.property.Kind;
import pagelife.checker.property.Property;
import pagelife.checker.result.Trace;
import pagelife.models.page.Books;
import pagelife.models.page.Counted;
import pagelife.models.page.Holds;
import pagelife.models.page.PageEvent;

/**
 * What a counterexample tells about references and sleepers, ranked by the claim at hand.
 *
 * @param ledgers what is counted, and matters to the claim; with what went wrong there, as far as it matters, too
 * @param stuck who sleeps, if the claim is about that
 * @param also what else went wrong, which the claim does not speak of
 */
public record Account(Seq<CountLedger> ledgers, Seq<StuckWaiter> stuck, Seq<Wrong> also) {
    /** Nothing is told. */
    public static final Account NOTHING = new Account(Vector.empty(), Vector.empty(), Vector.empty());

    /** Two counts are an explanation, more are not. */
    private static final int MOST_LEDGERS = 2;

    /**
     * Of a counterexample of {@code property}.
     *
     * @param core the cells that decide it
     */
    public static Account of(Property property, Books books, Trace trace, Seq<Decisive> core) {
        Seq<Cell<?>> cells = property.kind() == Kind.DEADLOCK
                ? Move.standstill(trace.last())
                : core.<Cell<?>>map(Decisive::cell).distinct();
        return new Claimed(property.kind(), books, trace, cells).account();
    }

    /**
     * What a claim is about.
     *
     * @param cells the cells that decide it
     */
    private record Claimed(Kind kind, Books books, Trace trace, Seq<Cell<?>> cells) {
        Account account() {
            Seq<StuckWaiter> stuck = StuckWaiter.of(books, trace).filter(this::isAbout);
            Seq<CountLedger> all = CountLedger.of(books, trace);
            Seq<CountLedger> shown = all.filter(this::isAbout)
                    .filter(ledger -> !ledger.holdings().isEmpty())
                    .map(ledger -> ledger.with(ledger.wrongs().filter(this::isAbout)))
                    .sortBy(ledger -> ledger.wrongs().isEmpty() ? 1 : 0)
                    .take(MOST_LEDGERS);
            Seq<Wrong> told = shown.flatMap(CountLedger::wrongs);
            return new Account(shown, stuck, all.flatMap(CountLedger::wrongs).removeAll(told));
        }

        /**
         * Whether the claim looks at the count, or the last step changes it; or, of what the protocol is about, at who
         * holds it.
         */
        private boolean isAbout(CountLedger ledger) {
            return isAbout(ledger.what()) || ledger.what().isSubject() && isHeldByWhoIsLookedAt(ledger.what());
        }

        private boolean isHeldByWhoIsLookedAt(Counted what) {
            return isHolder(what, trace.last())
                    || kind == Kind.STEP && trace.length() > 0 && isHolder(what, trace.before(trace.length() - 1));
        }

        /** Whether the claim looks at the count, or the step that breaks it changes it. */
        private boolean isAbout(Counted what) {
            return books.cell(what).exists(cells::contains) || isDoneAtLast(what);
        }

        private boolean isDoneAtLast(Counted what) {
            return (kind == Kind.STEP || kind == Kind.INVARIANT)
                    && trace.steps()
                            .lastOption()
                            .exists(last -> last.events()
                                    .exists(event -> event instanceof PageEvent.OnCount on
                                            && on.what().equals(what)));
        }

        /** Whether one of the cells is where a task is, or what it keeps, that holds {@code what}. */
        private boolean isHolder(Counted what, State state) {
            return state.model()
                    .actors()
                    .exists(actor -> isLookedAt(actor)
                            && books.task(state, actor).map(Holds::what).contains(what));
        }

        private boolean isLookedAt(Actor actor) {
            return cells.exists(cell -> cell.owner().contains(actor.name()));
        }

        /** What is said of a count matters to a claim that looks at it; of a mapping, to one that looks at that. */
        private boolean isAbout(Wrong wrong) {
            return switch (wrong.kind()) {
                case UNCOUNTED_MAPPING ->
                    cells.exists(cell -> cell.name().equals(wrong.who()))
                            || books.cell(wrong.what()).exists(cells::contains) && kind != Kind.STEP;
                case USE_AFTER_REMOVAL -> wrong.step() == trace.length() && isDoneAtLast(wrong.what());
                default -> isAbout(wrong.what());
            };
        }

        private boolean isAbout(StuckWaiter waiter) {
            Actor actor = trace.last().model().actor(waiter.task());
            return cells.contains(actor.control())
                    || cells.exists(cell -> cell.name().equals(waiter.queue()));
        }
    }
}
