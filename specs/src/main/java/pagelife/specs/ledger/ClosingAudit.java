package pagelife.specs.ledger;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.function.Predicate;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Control;
import pagelife.checker.model.State;
import pagelife.checker.result.Trace;
import pagelife.models.page.Books;
import pagelife.models.page.Counted;
import pagelife.models.page.Holds;
import pagelife.models.page.Owner;
import pagelife.models.page.PageRef;

/**
 * Compares what a trace told about a count with the books of its states.
 *
 * @param books who holds what
 * @param what what is counted
 * @param holdings what the trace told
 */
record ClosingAudit(Books books, Counted what, Seq<Holding> holdings) {

    Seq<Wrong> wrongs(Trace trace) {
        State last = trace.last();
        Seq<Wrong> found = leaks(trace);
        int count = books.count(last, what).get();
        int held = books.held(last, what);
        if (count < held) {
            int since = since(trace, state -> books.count(state, what).get() < books.held(state, what));
            found = found.append(
                    new Wrong(what, Wrong.Kind.COUNT_AND_OWNERS_DISAGREE, since, what.toString(), held - count));
        }
        Seq<Cell<?>> uncounted = uncounted(last);
        return uncounted.isEmpty() ? found : found.append(unrefed(trace, uncounted));
    }

    /**
     * References that are counted, and whose owners have let go of them in the model. An owner of whom no state ever
     * said that it holds them may hold them still: it is not accused, unless it is a task that has ended.
     */
    private Seq<Wrong> leaks(Trace trace) {
        State last = trace.last();
        int surplus = books.count(last, what).get() - books.held(last, what);
        Vector<Wrong> found = Vector.empty();
        for (Owner owner : open()) {
            int lost = Math.min(surplus, told(owner) - held(last, owner));
            int letGo = lost > 0 ? letGo(trace, owner) : 0;
            if (letGo > 0) {
                found = found.append(new Wrong(what, Wrong.Kind.LEAK, letGo, owner.toString(), lost));
                surplus -= lost;
            }
        }
        return found;
    }

    private Seq<Owner> open() {
        return holdings.filter(one -> one.until().isEmpty()).map(Holding::owner).distinct();
    }

    /** The last step after which {@code owner} held less than before, or ended; 0 if there is none. */
    private int letGo(Trace trace, Owner owner) {
        for (int step = trace.length(); step > 0; step--) {
            State before = trace.before(step - 1);
            State after = trace.before(step);
            if (held(before, owner) > held(after, owner) || !hasEnded(before, owner) && hasEnded(after, owner)) {
                return step;
            }
        }
        return 0;
    }

    private static boolean hasEnded(State state, Owner owner) {
        return owner.holder()
                .exists(task -> state.model()
                        .actors()
                        .exists(actor -> actor.name().equals(task.name()) && state.at(actor) == Control.finished()));
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

    private Wrong unrefed(Trace trace, Seq<Cell<?>> uncounted) {
        Cell<?> first = uncounted.head();
        int since = since(trace, state -> isUncounted(state, first));
        return new Wrong(what, Wrong.Kind.UNCOUNTED_MAPPING, since, first.name(), uncounted.size());
    }

    /** The step since which it is so to the end; 0 if it is so from the start. */
    private static int since(Trace trace, Predicate<State> isSo) {
        int step = trace.length();
        while (step > 0 && isSo.test(trace.before(step - 1))) {
            step--;
        }
        return step;
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
