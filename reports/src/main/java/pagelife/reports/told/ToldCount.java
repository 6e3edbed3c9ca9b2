package pagelife.reports.told;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.model.Cell;
import pagelife.checker.model.State;
import pagelife.checker.result.Trace;
import pagelife.checker.result.TraceStep;
import pagelife.models.page.Books;
import pagelife.models.page.Counted;
import pagelife.specs.ledger.CountLedger;

/**
 * A count in the course of a trace, and who held what of it.
 *
 * @param what what is counted
 * @param cell the cell in which the count stands
 * @param counts the count at the start and after each step
 * @param holdings who held how many references from when to when
 */
public record ToldCount(String what, String cell, Seq<Integer> counts, Seq<ToldLedger.Holding> holdings)
        implements Part {
    /** Every count that changes in the trace. */
    static Seq<ToldCount> of(Books books, Trace trace) {
        return CountLedger.of(books, trace)
                .map(ledger -> of(books, trace, ledger))
                .filter(told -> told.counts.distinct().size() > 1);
    }

    private static ToldCount of(Books books, Trace trace, CountLedger ledger) {
        Counted what = ledger.what();
        Vector<State> states = trace.steps().toVector().map(TraceStep::after).prepend(trace.initial());
        return new ToldCount(
                what.toString(),
                books.cell(what).map(Cell::name).getOrElse(""),
                states.map(state -> books.count(state, what).get()),
                ToldLedger.of(ledger).holdings());
    }
}
