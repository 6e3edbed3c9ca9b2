package pagelife.reports.text;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import pagelife.reports.page.Page;
import pagelife.reports.told.ToldFinding;
import pagelife.reports.told.ToldLedger;
import pagelife.reports.told.ToldSleeper;
import pagelife.specs.ledger.Wrong;

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

    /** What was held at the start, to the end, or for long, and what went wrong: so the counts of the title add up. */
    private static Seq<String> lines(ToldLedger ledger) {
        Seq<ToldLedger.Holding> told = ledger.holdings()
                .filter(held -> held.since() == 0 || held.until().isEmpty() || !held.passing());
        return told.map(ToldLedger.Holding::owner)
                .distinct()
                .map(owner ->
                        owner + ": " + course(told.filter(held -> held.owner().equals(owner))))
                .appendAll(ledger.wrongs().map(wrong -> "WRONG: " + wrong.words()))
                .appendAll(unnamed(ledger));
    }

    /** {@code no owner declared: 1 at the start, 1 at the end}: what is counted and held by none whom the books name. */
    private static Option<String> unnamed(ToldLedger ledger) {
        int first = ledger.first() - refs(ledger.holdings(), 0);
        int last = ledger.last() - refs(ledger.holdings(), Integer.MAX_VALUE);
        return Option.when(
                (first > 0 || last > 0) && ledger.wrongs().forAll(wrong -> wrong.kind() == Wrong.Kind.LEAK),
                () -> "no owner declared: " + amount(Math.max(first, 0)) + " at the start, " + amount(Math.max(last, 0))
                        + " at the end");
    }

    /** How many references one owner holds, and since when: {@code 1 from step 9, 2 from step 11, none from step 16}. */
    static String course(Seq<ToldLedger.Holding> held) {
        Seq<Integer> moments = held.map(ToldLedger.Holding::since)
                .appendAll(held.flatMap(ToldLedger.Holding::until))
                .distinct()
                .sorted();
        return moments.filter(moment -> moment.equals(moments.head()) || refs(held, moment) != refs(held, moment - 1))
                .map(moment -> amount(refs(held, moment)) + (moment == 0 ? " from the start" : " from step " + moment))
                .mkString(", ");
    }

    private static int refs(Seq<ToldLedger.Holding> held, int moment) {
        return held.filter(one -> one.since() <= moment && one.until().forAll(until -> until > moment))
                .map(ToldLedger.Holding::refs)
                .sum()
                .intValue();
    }

    private static String amount(int refs) {
        return refs == 0 ? "none" : Integer.toString(refs);
    }
}
