package pagelife.reports.told;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.checker.explain.Explainer;
import pagelife.checker.explain.Explanation;
import pagelife.checker.property.Property;
import pagelife.checker.result.Finding;
import pagelife.checker.result.Trace;
import pagelife.checker.result.Verdict;
import pagelife.models.page.Books;
import pagelife.specs.claims.Sentences;
import pagelife.specs.ledger.Account;
import pagelife.specs.ledger.CountLedger;

/**
 * The answer to a claim.
 *
 * @param property the name of the claim
 * @param id its id, unique among all claims about a family
 * @param kind what it speaks of, in a word
 * @param claim the claim in one sentence
 * @param verdict the answer
 * @param remark what else must be said; may be empty
 * @param known of a claim that a limit left undecided: no run of up to so many steps breaks it, or shows it
 * @param apart what sets the trace apart from the usual one; empty unless another was asked for
 * @param length the number of steps of the trace
 * @param sentence what happens in the trace, in one sentence; empty where there is none
 * @param evidence why the end of the trace breaks the claim, or shows it, in words
 * @param facts the same by component
 * @param stuck who sleeps at the end, if the claim is about that
 * @param ledgers who held what, as far as it matters to the claim
 * @param counts every count that changes in the trace
 * @param waits who waits in it
 * @param also what else went wrong with references, which the claim does not speak of
 * @param trace the run that shows it; empty where none does
 * @param story the same told shortly, if the claim is broken
 * @param fairness what fairness has to do with it; empty for claims that are not about runs
 */
public record ToldFinding(
        String property,
        String id,
        String kind,
        String claim,
        Verdict verdict,
        String remark,
        Option<Integer> known,
        Option<String> apart,
        Option<Integer> length,
        String sentence,
        Seq<String> evidence,
        Seq<Fact> facts,
        Seq<ToldSleeper> stuck,
        Seq<ToldLedger> ledgers,
        Seq<ToldCount> counts,
        Seq<ToldWait> waits,
        Seq<ToldAside> also,
        Option<ToldTrace> trace,
        Option<ToldStory> story,
        Option<ToldFairness> fairness)
        implements Part {
    public static ToldFinding of(Finding finding, Books books, Explainer explainer) {
        Option<Trace> trace = finding.trace();
        Option<Explanation> why = trace.map(shown -> explainer.explain(finding.property(), shown));
        Seq<Fact> facts = trace.flatMap(shown -> why.map(known -> Evidence.of(finding.property(), shown, known)))
                .getOrElse(Vector.empty());
        Account account = trace.filter(shown -> finding.verdict() == Verdict.VIOLATED)
                .map(shown -> Account.of(
                        finding.property(),
                        books,
                        shown,
                        why.map(Explanation::core).getOrElse(Vector.empty())))
                .getOrElse(Account.NOTHING);
        return new ToldFinding(
                finding.property().name(),
                finding.property().id(),
                finding.property().kind().word(),
                finding.property().claim(),
                finding.verdict(),
                finding.remark(),
                finding.known(),
                finding.apart(),
                trace.map(Trace::length),
                why.map(Explanation::sentence).getOrElse(""),
                facts.map(Fact::text),
                facts,
                account.stuck().map(ToldSleeper::of),
                account.ledgers().map(ToldLedger::of),
                trace.toVector().flatMap(shown -> ToldCount.of(books, shown)),
                trace.toVector().flatMap(ToldWait::of),
                account.also().map(ToldAside::of),
                trace.map(ToldTrace::of),
                trace.filter(shown -> finding.verdict() == Verdict.VIOLATED && shown.length() > 0)
                        .map(shown -> ToldStory.of(
                                finding.property(),
                                shown,
                                why.get(),
                                books,
                                account.stuck().flatMap(sleeper -> sleeper.idleWakes(shown)),
                                sentences(finding.property(), shown, why.get()),
                                account.ledgers().flatMap(CountLedger::wrongs))),
                finding.fairness().map(ToldFairness::of));
    }

    /**
     * The words that its author has for a counterexample, else the claim, for what is derived speaks of cells; and who waits
     * for what where a run should go on, and nobody can.
     */
    private static Seq<String> sentences(Property property, Trace trace, Explanation why) {
        if (property.sentence().isDefined()) {
            return Vector.of(why.sentence());
        }
        Vector<String> broken = Vector.of("broken: " + property.claim());
        return property.aboutRuns().isEmpty() || Evidence.stuck(trace).isEmpty()
                ? broken
                : broken.append(Explainer.told(Sentences.stuck(), trace));
    }

    /** Whether the claim is broken. */
    public boolean isBroken() {
        return verdict == Verdict.VIOLATED;
    }
}
