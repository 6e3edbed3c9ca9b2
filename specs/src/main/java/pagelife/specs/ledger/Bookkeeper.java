package pagelife.specs.ledger;

import io.vavr.collection.HashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.checker.model.Event;
import pagelife.checker.model.State;
import pagelife.checker.result.Trace;
import pagelife.models.page.Books;
import pagelife.models.page.Counted;
import pagelife.models.page.Owner;
import pagelife.models.page.PageEvent;

/** Follows one count through a trace: who holds it at the start say the books, what happens to it the events. */
final class Bookkeeper {
    private final Books books;
    private final Counted what;
    private Seq<Holding> holdings = Vector.empty();
    private Seq<Wrong> wrongs = Vector.empty();
    private Set<Owner> seen = HashSet.empty();
    private int unnamed;

    Bookkeeper(Books books, Counted what) {
        this.books = books;
        this.what = what;
    }

    /** The ledger in a trace. */
    CountLedger audit(Trace trace) {
        holdings = books.holds(trace.initial(), what)
                .filter(held -> held.refs() > 0)
                .map(held -> Holding.from(0, held.owner(), held.refs()));
        seen = holdings.map(Holding::owner).toSet();
        unnamed = Math.max(0, count(trace.initial()) - books.held(trace.initial(), what));
        for (int i = 0; i < trace.length(); i++) {
            boolean gone = books.isGone(trace.before(i), what);
            for (Event event : trace.steps().get(i).events()) {
                if (event instanceof PageEvent.OnCount on && on.what().equals(what)) {
                    enter(i + 1, on, gone);
                } else if (event instanceof PageEvent.Passed passed
                        && passed.what().equals(what)) {
                    pass(i + 1, passed);
                }
            }
        }
        Seq<Wrong> atEnd = new ClosingAudit(books, what, holdings).wrongs(trace);
        if (!wrongs.isEmpty()) { // then it is known why
            atEnd = atEnd.reject(wrong -> wrong.kind() == Wrong.Kind.COUNT_AND_OWNERS_DISAGREE);
        }
        return new CountLedger(what, count(trace.initial()), count(trace.last()), holdings, wrongs.appendAll(atEnd));
    }

    private int count(State state) {
        return books.count(state, what).get();
    }

    private void enter(int step, PageEvent.OnCount event, boolean gone) {
        if (gone) {
            wrong(Wrong.Kind.USE_AFTER_REMOVAL, step, event.owner(), 0);
        }
        int change = event.change();
        if (event.isStore()) {
            stored(step, event);
        } else if (change > 0) {
            get(step, event, change);
        } else if (change < 0) {
            put(step, event, -change);
        }
        seen = seen.add(event.owner());
    }

    private void wrong(Wrong.Kind kind, int step, Owner who, int refs) {
        wrongs = wrongs.append(new Wrong(what, kind, step, who.toString(), refs));
    }

    private void get(int step, PageEvent.OnCount get, int refs) {
        boolean held = holdings.exists(one -> one.until().isEmpty());
        if (get.before() <= 0 && !held && get.isBlind() && get.owner().holder().isDefined()) {
            wrong(Wrong.Kind.GET_FROM_ZERO, step, get.owner(), refs);
        }
        if (get.before() > 0 && get.after() < get.before()) { // from 0 it is that, and saturates
            wrong(Wrong.Kind.OVERFLOW, step, get.owner(), refs);
        }
        holdings = holdings.append(Holding.from(step, get.owner(), refs));
    }

    private void put(int step, PageEvent.OnCount put, int refs) {
        boolean again = seen.contains(put.owner());
        int missing = drop(step, put.owner(), refs);
        if (!again) { // it may be one of those whom nobody named as holders at the start
            int own = Math.min(missing, unnamed);
            if (own > 0) {
                holdings = holdings.prepend(new Holding(put.owner(), own, 0, Option.some(step)));
            }
            unnamed -= own;
            missing -= own;
        }
        if (missing > 0) {
            wrong(again ? Wrong.Kind.DOUBLE_PUT : Wrong.Kind.PUT_BY_NON_OWNER, step, put.owner(), missing);
        }
        if (put.before() <= 0) {
            wrong(Wrong.Kind.USE_AFTER_LAST_PUT, step, put.owner(), refs);
        }
    }

    private void pass(int step, PageEvent.Passed passed) {
        int missing = drop(step, passed.from(), passed.amount());
        if (missing < passed.amount()) {
            holdings = holdings.append(Holding.from(step, passed.to(), passed.amount() - missing));
        }
        seen = seen.add(passed.to());
    }

    /** A plain store takes what its owner held, and with it the references that others took meanwhile. */
    private void stored(int step, PageEvent.OnCount stored) {
        int own = holdings.filter(one -> one.isOpenOf(stored.owner()))
                .map(Holding::refs)
                .sum()
                .intValue();
        drop(step, stored.owner(), own);
        int others = stored.before() - own;
        if (others > 0) {
            wrong(Wrong.Kind.LOST_BY_STORE, step, stored.owner(), others);
        }
        if (stored.after() > 0) {
            holdings = holdings.append(Holding.from(step, stored.owner(), stored.after()));
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
