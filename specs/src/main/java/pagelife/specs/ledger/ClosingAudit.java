package pagelife.specs.ledger;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.model.State;
import pagelife.checker.result.Trace;
import pagelife.models.page.Owner;
import pagelife.models.page.PageId;
import pagelife.models.page.PageRef;

/**
 * Compares the books of a page with the last state of a trace: with the entries that map it and the actors that hold it.
 *
 * @param page the page
 * @param holdings what the books say
 * @param count the count
 * @param unclaimed references of the start that nobody has dropped: those of an unused page
 */
record ClosingAudit(PageId page, Seq<Holding> holdings, int count, int unclaimed) {

    Seq<Wrong> wrongs(Trace trace) {
        State last = trace.last();
        Vector<Wrong> found = Vector.empty();
        int held = heldByActors(last) + mappings(last).count(PageRef::isCounted) + others();
        if (count > held) {
            found = found.append(new Wrong(Wrong.Kind.LEAK, trace.length(), leaker(last), count - held));
        }
        if (count < held) {
            found = found.append(
                    new Wrong(Wrong.Kind.COUNT_AND_OWNERS_DISAGREE, trace.length(), page.toString(), held - count));
        }
        int uncounted = mappings(last).count(entry -> !entry.isCounted());
        return uncounted == 0
                ? found
                : found.append(new Wrong(Wrong.Kind.UNCOUNTED_MAPPING, mappedAt(trace), entry(last), uncounted));
    }

    private Seq<PageRef> mappings(State state) {
        return PageLedger.references(state).filter(entry -> entry.page().contains(page));
    }

    private int heldByActors(State state) {
        return state.model()
                .actors()
                .map(actor -> Stance.of(state, actor).refs(page))
                .sum()
                .intValue();
    }

    /** What neither entries nor actors hold: the unused page's own, and what belongs to a pagemap or a DAX entry. */
    private int others() {
        return unclaimed
                + open().filter(one -> one.owner() instanceof Owner.Base || one.owner() instanceof Owner.Entry)
                        .map(Holding::refs)
                        .sum()
                        .intValue();
    }

    private Seq<Holding> open() {
        return holdings.filter(one -> one.until().isEmpty());
    }

    /** Whose reference it is that nobody holds any more: first one of an entry that maps the page no more. */
    private String leaker(State last) {
        return open().find(one -> isEntry(one.owner()) && !mapsStill(one.owner(), last))
                .orElse(() -> open().find(one -> !isEntry(one.owner())))
                .map(one -> one.owner().toString())
                .getOrElse("nobody known");
    }

    private static boolean isEntry(Owner owner) {
        return owner instanceof Owner.Mapping || owner instanceof Owner.Entries;
    }

    /** The cell of an entry has the name of the owner that the entry is. */
    private boolean mapsStill(Owner owner, State last) {
        return last.model()
                .cells()
                .exists(cell -> cell.name().equals(owner.toString())
                        && (Object) last.read(cell) instanceof PageRef entry
                        && entry.page().contains(page));
    }

    /** The first entry that maps the page without a reference. */
    private String entry(State last) {
        return last.model()
                .cells()
                .find(cell -> isUncounted(last, cell))
                .map(cell -> cell.name())
                .getOrElse("an entry");
    }

    private boolean isUncounted(State state, pagelife.checker.model.Cell<?> cell) {
        return (Object) state.read(cell) instanceof PageRef entry
                && !entry.isCounted()
                && entry.page().contains(page);
    }

    /** The step since which it does. */
    private int mappedAt(Trace trace) {
        String name = entry(trace.last());
        int step = trace.length();
        while (step > 0 && entry(trace.before(step - 1)).equals(name)) {
            step--;
        }
        return step;
    }
}
