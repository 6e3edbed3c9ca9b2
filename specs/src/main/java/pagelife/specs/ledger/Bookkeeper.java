package pagelife.specs.ledger;

import io.vavr.collection.HashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.checker.model.Event;
import pagelife.checker.model.State;
import pagelife.checker.result.Trace;
import pagelife.models.page.Owner;
import pagelife.models.page.Page;
import pagelife.models.page.PageEvent;
import pagelife.models.page.PageId;
import pagelife.models.page.Pagemap;

/** Keeps the books of one page while it goes through a trace. */
final class Bookkeeper {
    /*
     * Who holds what at the start is not told. A put by somebody who was never seen before is therefore taken for that of
     * a reference held since then, as long as there are such; a second one is not.
     */
    private final PageId page;
    private Seq<Holding> holdings = Vector.empty();
    private Seq<Wrong> wrongs = Vector.empty();
    private Set<Owner> seen = HashSet.empty();
    private Option<Integer> first = Option.none();
    private int count;
    private int unclaimed;

    Bookkeeper(PageId page) {
        this.page = page;
    }

    /** The ledger of the page in a trace. */
    PageLedger audit(Trace trace) {
        for (int i = 0; i < trace.length(); i++) {
            boolean gone = isGone(trace.before(i));
            for (Event event : trace.steps().get(i).events()) {
                if (event instanceof PageEvent.OnPage on && on.page().equals(page)) {
                    enter(i + 1, on, gone);
                }
            }
        }
        if (first.isEmpty()) {
            begin(countIn(trace.initial()));
        }
        Seq<Wrong> atEnd = new ClosingAudit(page, holdings, count, unclaimed).wrongs(trace);
        if (!wrongs.isEmpty()) { // then it is known why
            atEnd = atEnd.reject(wrong -> wrong.kind() == Wrong.Kind.COUNT_AND_OWNERS_DISAGREE);
        }
        if (unclaimed > 0) {
            holdings = holdings.prepend(Holding.from(0, Owner.Base.PAGEMAP, unclaimed));
        }
        return new PageLedger(page, first.get(), count, holdings, wrongs.appendAll(atEnd));
    }

    private static boolean isGone(State state) {
        return state.model().cells().exists(cell -> (Object) state.read(cell) instanceof Pagemap map && map.isGone());
    }

    /** The count of a page that no event is about: that of the one cell that can be its own. */
    private int countIn(State state) {
        return state.model()
                .cells()
                .find(cell -> cell.name().equals("page(" + page + ")"))
                .map(cell -> (Object) state.read(cell))
                .filter(Page.class::isInstance)
                .map(value -> ((Page) value).refs())
                .getOrElse(0);
    }

    private void begin(int refs) {
        first = Option.some(refs);
        count = refs;
        unclaimed = Math.max(refs, 0);
    }

    private void enter(int step, PageEvent.OnPage event, boolean gone) {
        if (first.isEmpty()) {
            begin(event.before());
        }
        if (gone) {
            wrong(Wrong.Kind.USE_AFTER_REMOVAL, step, event.owner(), 0);
        }
        if (event instanceof PageEvent.Get get) {
            get(step, get);
        } else if (event instanceof PageEvent.Put put) {
            put(step, put);
        }
        seen = seen.add(event.owner());
    }

    private void wrong(Wrong.Kind kind, int step, Owner who, int refs) {
        wrongs = wrongs.append(new Wrong(kind, step, who.toString(), refs));
    }

    private void get(int step, PageEvent.Get get) {
        boolean looked = get.how() == PageEvent.How.UNLESS_ZERO;
        if (get.before() <= 0 && !looked && get.owner() instanceof Owner.Pin) {
            wrong(Wrong.Kind.GET_FROM_ZERO, step, get.owner(), get.amount());
        }
        holdings = holdings.append(Holding.from(step, get.owner(), get.amount()));
        count = get.after();
    }

    private void put(int step, PageEvent.Put put) {
        count = put.after();
        int missing = drop(step, put.owner(), put.amount());
        if (missing > 0 && !seen.contains(put.owner()) && unclaimed >= missing) {
            unclaimed -= missing;
            holdings = holdings.prepend(Holding.from(0, put.owner(), missing).droppedAt(step));
        } else if (missing > 0) {
            boolean again = seen.contains(put.owner());
            wrong(again ? Wrong.Kind.DOUBLE_PUT : Wrong.Kind.PUT_BY_NON_OWNER, step, put.owner(), missing);
        }
        if (put.before() <= 0) {
            wrong(Wrong.Kind.USE_AFTER_LAST_PUT, step, put.owner(), put.amount());
        }
    }

    /** Closes what {@code owner} holds, the latest first. Returns how much of {@code amount} it did not hold. */
    private int drop(int step, Owner owner, int amount) {
        int left = amount;
        for (int i = holdings.size() - 1; i >= 0 && left > 0; i--) {
            Holding held = holdings.get(i);
            if (held.isOpenOf(owner)) {
                int dropped = Math.min(left, held.refs());
                left -= dropped;
                holdings = holdings.update(i, new Holding(owner, dropped, held.since(), Option.some(step)));
                if (dropped < held.refs()) {
                    holdings = holdings.insert(i, Holding.from(held.since(), owner, held.refs() - dropped));
                }
            }
        }
        return left;
    }
}
