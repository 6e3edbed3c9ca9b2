package pagelife.reports.text;

import io.vavr.collection.Seq;
import pagelife.reports.page.Page;
import pagelife.reports.told.ToldFinding;
import pagelife.reports.told.ToldLedger;
import pagelife.reports.told.ToldSleeper;

/** Who is stuck and why, and who held what of which page. */
final class AccountText {
    private final Page page;

    AccountText(Page page) {
        this.page = page;
    }

    void print(ToldFinding finding) {
        finding.stuck().forEach(stuck -> {
            page.hanging("  ", title(stuck));
            page.hanging("    ", stuck.words());
        });
        finding.ledgers().forEach(ledger -> {
            page.line("  " + title(ledger));
            lines(ledger).forEach(line -> page.hanging("    ", line));
        });
        finding.also()
                .forEach(aside -> page.hanging(
                        "  also: ", aside.page() + ": " + aside.wrong().words()));
    }

    /** {@code truncate is stuck in pageWaiters(P0) since step 17}. */
    private static String title(ToldSleeper stuck) {
        String queue = stuck.queue().isEmpty() ? "" : " in " + stuck.queue();
        return stuck.task() + " is stuck" + queue + ", asleep since step " + stuck.asleep();
    }

    /** {@code references of P0: 1 at the start, 2 at the end}. */
    private static String title(ToldLedger ledger) {
        return "references of " + ledger.page() + ": " + ledger.first() + " at the start, " + ledger.last()
                + " at the end";
    }

    /** What was held to the end, what was held for long, and what went wrong. */
    private static Seq<String> lines(ToldLedger ledger) {
        return ledger.holdings()
                .filter(held -> held.until().isEmpty() || !held.passing())
                .map(AccountText::holding)
                .appendAll(ledger.wrongs().map(wrong -> "WRONG: " + wrong.words()));
    }

    /** {@code pin of gup: 1 from step 9 to step 16}. */
    static String holding(ToldLedger.Holding held) {
        String since = held.since() == 0 ? "from the start" : "from step " + held.since();
        String until = held.until().map(step -> " to step " + step).getOrElse(" to the end");
        return held.owner() + ": " + held.refs() + " " + since + until;
    }
}
