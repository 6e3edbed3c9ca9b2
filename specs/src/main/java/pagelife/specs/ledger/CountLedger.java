package pagelife.specs.ledger;

import io.vavr.collection.Seq;
import pagelife.checker.result.Trace;
import pagelife.models.page.Books;
import pagelife.models.page.Counted;

/**
 * The references of a page, or of something else that is counted, in the course of a trace.
 *
 * @param what what is counted
 * @param first its count at the start
 * @param last its count at the end
 * @param holdings who held what when, in the order in which it was taken
 * @param wrongs what went wrong, in the order of steps
 */
public record CountLedger(Counted what, int first, int last, Seq<Holding> holdings, Seq<Wrong> wrongs) {

    /** This ledger with only these of what went wrong. */
    CountLedger with(Seq<Wrong> some) {
        return new CountLedger(what, first, last, holdings, some);
    }

    /** The ledgers of all that the books count: what the protocol is about, then the rest, each as it was declared. */
    public static Seq<CountLedger> of(Books books, Trace trace) {
        return books.counted().sortBy(what -> !what.isSubject()).map(what -> new Bookkeeper(books, what).audit(trace));
    }
}
