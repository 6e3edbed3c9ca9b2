package pagelife.reports.text;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.checker.ltl.Assumption;
import pagelife.checker.model.Fairness;
import pagelife.checker.result.Stop;
import pagelife.checker.result.Treatment.How;
import pagelife.reports.page.Page;
import pagelife.reports.page.Wrap;
import pagelife.reports.told.ToldFairness;
import pagelife.reports.told.ToldFinding;

/** What fairness has to do with an answer: what was assumed, how a lasso meets it, what was needed or is missing. */
final class FairnessText {
    private final Page page;
    private final Stop stop;

    FairnessText(Page page, Stop stop) {
        this.page = page;
        this.stop = stop;
    }

    /** Writes what is known, each fact behind {@code indent} blanks. */
    void print(ToldFinding finding, int indent) {
        ToldFairness facts = finding.fairness().get();
        fact(indent, "assumed", brief(facts.assumed()));
        if (!facts.notOwed().isEmpty()) {
            fact(indent, "free", facts.notOwed().mkString(", ") + ": may stop anywhere");
        }
        boolean ends = finding.trace().exists(trace -> trace.loopStart().contains(trace.length()));
        for (How how : How.values()) {
            Seq<ToldFairness.Treatment> met = facts.treatments().filter(each -> each.how() == how);
            if (!met.isEmpty()) {
                fact(indent, "fair", brief(met.map(ToldFairness.Treatment::assumption)) + ": " + word(how, ends));
            }
        }
        if (finding.isBroken()) {
            missing(indent, facts.blame(), finding.remark());
        } else {
            facts.blame().forEach(blame -> fact(indent, "needed", needed(blame)));
        }
    }

    private void missing(int indent, Option<ToldFairness.Blame> blame, String remark) {
        if (blame.isDefined()) {
            Seq<Assumption> lacking = blame.get().assumptions();
            fact(indent, "missing", brief(lacking) + ": with " + them(lacking) + " the claim would hold");
        } else if (!remark.isEmpty()) {
            fact(indent, "missing", "not known: " + remark);
        } else if (stop == Stop.COMPLETE) {
            fact(indent, "missing", "nothing: no more fairness would make the claim hold");
        }
    }

    private static String needed(ToldFairness.Blame blame) {
        Seq<Assumption> all = blame.assumptions();
        if (all.isEmpty()) {
            return "nothing: the claim holds on unfair runs too";
        }
        String each = all.size() == 1 ? "it" : "any one of them";
        return brief(all)
                + (blame.minimal() ? ": without " + each + " the claim is broken" : ": perhaps not all of them");
    }

    private static String them(Seq<Assumption> assumptions) {
        return assumptions.size() == 1 ? "it" : "them";
    }

    private void fact(int indent, String word, String text) {
        page.hanging(" ".repeat(indent) + Wrap.pad(word, 9), text);
    }

    /** How an assumption is met on a loop, or where a run ends. */
    private static String word(How how, boolean ends) {
        return switch (how) {
            case TAKEN -> "taken in the loop";
            case DISABLED -> "not possible all the time";
            case NEVER_ENABLED -> ends ? "not possible any more" : "never possible in the loop";
        };
    }

    /** {@code WF(fault: f2 f3 f4), WF(removal), SF(gup: s3)}; {@code none} for none. */
    static String brief(Seq<Assumption> assumptions) {
        Vector<String> groups = Vector.empty();
        String open = "";
        for (Assumption assumption : assumptions) {
            String group = group(assumption);
            int dot = assumption.who().indexOf('.');
            String step = assumption.who().substring(dot + 1);
            if (dot >= 0 && group.equals(open)) {
                String last = groups.last();
                groups = groups.init().append(last.substring(0, last.length() - 1) + " " + step + ")");
            } else {
                groups = groups.append(dot < 0 ? assumption.toString() : group + step + ")");
            }
            open = dot < 0 ? "" : group;
        }
        return groups.isEmpty() ? "none" : groups.mkString(", ");
    }

    private static String group(Assumption assumption) {
        int dot = assumption.who().indexOf('.');
        String head = assumption.fairness() == Fairness.WEAK ? "WF(" : "SF(";
        return dot < 0 ? head : head + assumption.who().substring(0, dot) + ".";
    }
}
