package pagelife.reports.cli;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.naive.NaiveRuns;
import pagelife.checker.naive.NaiveSearch;
import pagelife.checker.property.Property;
import pagelife.checker.property.Sometimes;
import pagelife.checker.property.Temporal;
import pagelife.checker.result.Depth;
import pagelife.checker.result.FairnessFacts;
import pagelife.checker.result.Finding;
import pagelife.checker.result.Result;
import pagelife.checker.result.Stop;
import pagelife.checker.result.Verdict;
import pagelife.reports.page.Amounts;

/**
 * A result beside what the naive search finds, which shares no code with the engine.
 *
 * @param agreements what both say
 * @param disagreements what they say differently
 * @param open what it was not asked, or did not answer
 */
record SecondSearch(Seq<String> agreements, Seq<String> disagreements, Seq<String> open) {
    /** It takes a second or two for so many states, and the memory of some tens of megabytes. */
    static final int MOST_STATES = 20_000;

    /** How something came out. */
    private enum Outcome {
        AGREES,
        DISAGREES,
        OPEN
    }

    /** One thing that both were asked. */
    private record Compared(Outcome outcome, String text) {}

    /** Runs it where the search saw no more than {@value #MOST_STATES} states. */
    static SecondSearch of(Result result) {
        if (result.counts().states() > MOST_STATES) {
            return new SecondSearch(
                    Vector.empty(),
                    Vector.empty(),
                    Vector.of("it is run where up to " + Amounts.counted(MOST_STATES, "state") + " were seen, and "
                            + Amounts.grouped(result.counts().states()) + " were"));
        }
        Seq<Finding> usual =
                result.findings().filter(finding -> finding.apart().isEmpty()).distinctBy(Finding::property);
        NaiveSearch naive = new NaiveSearch(result.model(), usual.map(Finding::property), MOST_STATES);
        boolean shortest = result.depth() == Depth.LEVELS;
        Seq<Compared> all =
                usual.map(finding -> compared(finding, naive, shortest)).prepend(sizes(result, naive, shortest));
        return new SecondSearch(texts(all, Outcome.AGREES), texts(all, Outcome.DISAGREES), texts(all, Outcome.OPEN));
    }

    private static Seq<String> texts(Seq<Compared> all, Outcome outcome) {
        return all.filter(one -> one.outcome() == outcome).map(Compared::text);
    }

    private static Compared sizes(Result result, NaiveSearch naive, boolean levels) {
        if (result.stop() != Stop.COMPLETE) {
            return new Compared(Outcome.OPEN, "how many states there are: the search did not see all");
        }
        String own = size(result.counts().states(), result.counts().transitions());
        String other = size(naive.states(), naive.transitions());
        boolean same = naive.isComplete()
                && own.equals(other)
                && (!levels || result.counts().levels() == naive.levels());
        return same
                ? new Compared(Outcome.AGREES, own)
                : new Compared(
                        Outcome.DISAGREES,
                        own + ", " + Amounts.counted(result.counts().levels(), "level") + "; the naive search: " + other
                                + ", " + Amounts.counted(naive.levels(), "level"));
    }

    private static String size(long states, long transitions) {
        return Amounts.counted(states, "state") + ", " + Amounts.counted(transitions, "transition");
    }

    private static Compared compared(Finding finding, NaiveSearch naive, boolean shortest) {
        Property property = finding.property();
        if (finding.verdict() == Verdict.UNDECIDED) {
            return new Compared(Outcome.OPEN, property.name() + ": the search did not decide it");
        }
        if (property instanceof Temporal runs) {
            return compared(finding, runs, naive);
        }
        int steps = naive.shortest(property);
        if (steps < 0 && !naive.isComplete()) {
            return new Compared(
                    Outcome.OPEN,
                    property.name() + ": the naive search has no answer after "
                            + Amounts.counted(MOST_STATES, "state"));
        }
        String own = told(property, finding.trace().map(trace -> trace.length()).getOrElse(-1));
        String other = told(property, steps);
        boolean same = shortest ? own.equals(other) : finding.trace().isDefined() == steps >= 0;
        return same
                ? new Compared(Outcome.AGREES, property.name() + ": " + own)
                : new Compared(Outcome.DISAGREES, property.name() + ": " + own + "; the naive search: " + other);
    }

    /** By all runs of what the naive search has seen; it knows whether one breaks the claim, and not how long it is. */
    private static Compared compared(Finding finding, Temporal claim, NaiveSearch naive) {
        if (!NaiveRuns.isFeasible(naive, claim.formula())) {
            return new Compared(
                    Outcome.OPEN, claim.name() + ": it is about runs, and there are too many to go through naively");
        }
        boolean holds = new NaiveRuns(naive, claim.formula())
                .holdsUnder(finding.fairness().map(FairnessFacts::assumed).getOrElse(Vector.empty()));
        boolean broken = finding.verdict() == Verdict.VIOLATED;
        String own = broken ? "some run breaks it" : "no run breaks it";
        return holds != broken
                ? new Compared(Outcome.AGREES, claim.name() + ": " + own)
                : new Compared(
                        Outcome.DISAGREES,
                        claim.name() + ": " + own + "; the naive search: " + (holds ? "no run does" : "some run does"));
    }

    private static String told(Property property, int steps) {
        String in = " in " + Amounts.counted(steps, "step");
        return property instanceof Sometimes
                ? steps < 0 ? "never happens" : "happens" + in
                : steps < 0 ? "not broken" : "broken" + in;
    }

    boolean disagrees() {
        return disagreements.nonEmpty();
    }

    /** What came of it, behind "the naive search". */
    String words() {
        if (disagrees()) {
            return "DISAGREES about " + disagreements.mkString("; ");
        }
        String asked = agreements.isEmpty() ? "was not asked" : "agrees in " + counted(agreements);
        return agreements.isEmpty() || open.isEmpty() ? asked : asked + ", " + counted(open) + " not asked";
    }

    private static String counted(Seq<String> answers) {
        return Amounts.counted(answers.size(), "answer");
    }
}
