package pagelife.reports.told;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import pagelife.specs.ledger.CountLedger;
import pagelife.specs.ledger.Wrong.Kind;

/**
 * Who held what of something counted.
 *
 * @param page what is counted
 * @param first the count at the start
 * @param last the count at the end
 * @param holdings who held how many references from when to when
 * @param wrongs what went wrong
 */
public record ToldLedger(String page, int first, int last, Seq<Holding> holdings, Seq<Wrong> wrongs) implements Part {
    /**
     * References held.
     *
     * @param owner by whom
     * @param refs how many
     * @param since from which step on, counted from 1; 0 is before the first
     * @param until the step that dropped them; empty when none did
     * @param passing whether they are of the kind that is held for a few steps only
     */
    public record Holding(String owner, int refs, int since, Option<Integer> until, boolean passing) implements Part {}

    /**
     * What went wrong.
     *
     * @param kind what
     * @param step where, counted from 1; 0 is before the first
     * @param who whose references
     * @param refs how many
     * @param words as a sentence without a full stop
     */
    public record Wrong(Kind kind, int step, String who, int refs, String words) implements Part {}

    static ToldLedger of(CountLedger ledger) {
        return new ToldLedger(
                ledger.what().toString(),
                ledger.first(),
                ledger.last(),
                ledger.holdings()
                        .map(held -> new Holding(
                                held.owner().toString(),
                                held.refs(),
                                held.since(),
                                held.until(),
                                held.owner().isPassing())),
                ledger.wrongs().map(ToldLedger::told));
    }

    static Wrong told(pagelife.specs.ledger.Wrong wrong) {
        return new Wrong(wrong.kind(), wrong.step(), wrong.who(), wrong.refs(), WrongText.words(wrong));
    }
}
