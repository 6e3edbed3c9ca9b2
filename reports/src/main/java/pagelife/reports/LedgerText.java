package pagelife.reports;

import io.vavr.collection.Seq;
import pagelife.models.page.Owner;
import pagelife.specs.ledger.CountLedger;
import pagelife.specs.ledger.Holding;
import pagelife.specs.ledger.Wrong;

/** Who held what of a page, and what went wrong, in words. */
final class LedgerText {
    private LedgerText() {}

    /** {@code references of P0: 1 at the start, 2 at the end}. */
    static String title(CountLedger ledger) {
        return "references of " + ledger.what() + ": " + ledger.first() + " at the start, " + ledger.last()
                + " at the end";
    }

    /** What was held to the end, what was held for long, and what went wrong. */
    static Seq<String> lines(CountLedger ledger) {
        Seq<Holding> telling =
                ledger.holdings().filter(held -> held.until().isEmpty() || !(held.owner() instanceof Owner.Transient));
        return telling.map(LedgerText::holding).appendAll(ledger.wrongs().map(wrong -> "WRONG: " + words(wrong)));
    }

    /** {@code pin of gup: 1 from step 9 to step 16}. */
    static String holding(Holding held) {
        String since = held.since() == 0 ? "from the start" : "from step " + held.since();
        String until = held.until().map(step -> " to step " + step).getOrElse(" to the end");
        return held.owner() + ": " + held.refs() + " " + since + until;
    }

    /** What went wrong, as a sentence without a full stop. */
    static String words(Wrong wrong) {
        String who = wrong.who();
        String references = Amounts.counted(wrong.refs(), "reference");
        String step = "step " + wrong.step();
        return switch (wrong.kind()) {
            case LEAK ->
                "leak: " + references + " of " + who + " still counted, though nobody holds "
                        + (wrong.refs() == 1 ? "it" : "them") + " any more";
            case DOUBLE_PUT ->
                "double put: " + step + " drops " + references + " of " + who + ", who had dropped what it held";
            case PUT_BY_NON_OWNER ->
                "put by a non-owner: " + step + " drops " + references + " of " + who + ", who held none";
            case USE_AFTER_LAST_PUT ->
                "use after the last put: " + step + " drops " + references + " of " + who
                        + " from a count of 0 or less";
            case GET_FROM_ZERO ->
                "get from zero: " + step + " takes " + references + " for " + who + " of a page that nobody holds";
            case USE_AFTER_REMOVAL ->
                "use after removal: " + step + " counts for " + who + " in a memory map that is gone";
            case UNCOUNTED_MAPPING ->
                "mapped without a reference: " + who + " maps it since " + step + " and holds none";
            case OVERFLOW ->
                "overflow: " + step + " takes " + references + " for " + who + ", more than the count can tell";
            case LOST_BY_STORE ->
                "lost by a plain store: " + step + " of " + who + " sets the count, and " + references
                        + " of others with it";
            case COUNT_AND_OWNERS_DISAGREE -> "count and owners disagree: " + references + " held, but not counted";
        };
    }
}
