package pagelife.reports.told;

import pagelife.reports.page.Amounts;
import pagelife.specs.ledger.Wrong;

/** What went wrong with the references of a page, in words. */
final class WrongText {
    private WrongText() {}

    /** What went wrong, as a sentence without a full stop. */
    static String words(Wrong wrong) {
        String who = wrong.who();
        String references = Amounts.counted(wrong.refs(), "reference");
        String step = "step " + wrong.step();
        String since = wrong.step() == 0 ? "from the start" : "since " + step;
        return switch (wrong.kind()) {
            case LEAK ->
                "leak: " + who + " does not hold it after " + step + ", and " + references + " of it "
                        + (wrong.refs() == 1 ? "is" : "are") + " still counted";
            case DOUBLE_PUT ->
                "double put: " + step + " drops " + references + " of " + who + ", who had dropped what it held";
            case PUT_BY_NON_OWNER ->
                "put by a non-owner: " + step + " drops " + references + " of " + who + ", who held none";
            case USE_AFTER_LAST_PUT ->
                "use after the last put: " + step + " drops " + references + " of " + who
                        + " from a count of 0 or less";
            case GET_FROM_ZERO ->
                "get from zero: " + step + " takes " + references + " for " + who + ", though nobody holds one";
            case USE_AFTER_REMOVAL ->
                "use after removal: " + step + " counts for " + who + " in a memory map that is gone";
            case UNCOUNTED_MAPPING ->
                "mapped without a reference: " + who + " has mapped it " + since + " and holds none";
            case OVERFLOW ->
                "overflow: " + step + " takes " + references + " for " + who + ", more than the count can tell";
            case LOST_BY_STORE ->
                "lost by a plain store: " + step + " of " + who + " sets the count, and " + references
                        + " of others with it";
            case COUNT_AND_OWNERS_DISAGREE ->
                "count and owners disagree: " + references + " held and not counted, " + since;
        };
    }
}
