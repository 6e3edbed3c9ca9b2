package pagelife.specs.ledger;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.model.Cell;
import pagelife.checker.model.State;
import pagelife.checker.result.Trace;
import pagelife.models.page.Books;
import pagelife.models.page.Counted;
import pagelife.models.page.Holds;
import pagelife.models.page.Owner;
import pagelife.models.page.PageRef;

/**
 * Compares what a trace told about a count with the books of its last state.
 *
 * @param books who holds what
 * @param what what is counted
 * @param holdings what the trace told
 */
record ClosingAudit(Books books, Counted what, Seq<Holding> holdings) {

    Seq<Wrong> wrongs(Trace trace) {
        State last = trace.last();
        Vector<Wrong> found = Vector.empty();
        int count = books.count(last, what).get();
        int held = books.held(last, what);
        if (count > held) {
            found = found.append(new Wrong(Wrong.Kind.LEAK, trace.length(), leaker(last), count - held));
        }
        if (count < held) {
            found = found.append(
                    new Wrong(Wrong.Kind.COUNT_AND_OWNERS_DISAGREE, trace.length(), what.toString(), held - count));
        }
        Seq<Cell<?>> uncounted = uncounted(last);
        return uncounted.isEmpty() ? found : found.append(unrefed(trace, uncounted));
    }

    /** Whose reference it is that nobody holds any more: first one of an entry that maps the page no more. */
    private String leaker(State last) {
        Seq<Owner> lost = holdings.filter(one -> one.until().isEmpty())
                .map(Holding::owner)
                .distinct()
                .filter(owner -> told(owner) > held(last, owner));
        return lost.find(ClosingAudit::isEntry)
                .orElse(lost.headOption())
                .map(Owner::toString)
                .getOrElse("nobody known");
    }

    private int told(Owner owner) {
        return holdings.filter(one -> one.isOpenOf(owner))
                .map(Holding::refs)
                .sum()
                .intValue();
    }

    private int held(State state, Owner owner) {
        return books.holds(state, what)
                .filter(holds -> holds.owner().equals(owner))
                .map(Holds::refs)
                .sum()
                .intValue();
    }

    private static boolean isEntry(Owner owner) {
        return owner instanceof Owner.Mapping || owner instanceof Owner.Entries;
    }

    private Wrong unrefed(Trace trace, Seq<Cell<?>> uncounted) {
        Cell<?> first = uncounted.head();
        int step = trace.length();
        while (step > 0 && isUncounted(trace.before(step - 1), first)) {
            step--;
        }
        return new Wrong(Wrong.Kind.UNCOUNTED_MAPPING, step, first.name(), uncounted.size());
    }

    /** The entries that map the page without a reference. */
    private Seq<Cell<?>> uncounted(State state) {
        return state.model().cells().filter(cell -> isUncounted(state, cell));
    }

    private boolean isUncounted(State state, Cell<?> cell) {
        return (Object) state.read(cell) instanceof PageRef entry
                && !entry.isCounted()
                && entry.page().exists(what::equals);
    }
}
