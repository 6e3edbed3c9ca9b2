package pagelife.reports.told;

import pagelife.specs.ledger.Wrong;

/**
 * Something that went wrong with references in a trace, beside what its claim is about.
 *
 * @param page what is counted
 * @param wrong what went wrong
 */
public record ToldAside(String page, ToldLedger.Wrong wrong) implements Part {
    static ToldAside of(Wrong wrong) {
        return new ToldAside(wrong.what().toString(), ToldLedger.told(wrong));
    }
}
