package pagelife.reports;

import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import pagelife.reports.told.Part;
import pagelife.reports.told.ToldTrace;

/**
 * Recordings of kernels, put to a variant.
 *
 * @param recordings each of them
 * @param rules for each value of a rule what the recordings say to it, where that was asked for
 * @param steps for each step how many recorded runs take it, where that was asked for
 * @param measured all that may differ from one time to the next
 */
public record ObserveReport(Seq<ToldRecording> recordings, Seq<ToldRule> rules, Seq<ToldTaken> steps, Measured measured)
        implements Report {
    /** The format and its version. */
    public static final String FORMAT = "pagelife-observe/1";

    /**
     * All that may differ from run to run.
     *
     * @param nanos how long it took
     * @param cpuNanos for each recording how much of the time of a processor it took to read and to explain it; negative
     *     where the system does not say
     */
    public record Measured(long nanos, Seq<Long> cpuNanos) implements Part {}

    /** What came out. */
    public enum Outcome {
        /** A run of the variant shows all that was seen. */
        EXPLAINED,
        /** A run of the variant shows all that was seen, but for what the models do not have. */
        EXPLAINED_IN_PART,
        /** No run of the variant shows what was seen. */
        BLOCKED,
        /** Nothing can be said: it is about pages that the models do not have. */
        OUT_OF_SCOPE,
        /** The limit was reached before it was known. */
        UNDECIDED
    }

    /**
     * A recording.
     *
     * @param file where it is
     * @param kernel the release that it names; may be empty
     * @param variant the variant
     * @param rules rules set otherwise than in the variant
     * @param outcome what came out
     * @param observations how much was seen
     * @param explained how much of it some run shows
     * @param seen how many steps of that run were seen
     * @param inferred how many steps of that run nobody saw
     * @param nodes how many states, each with what was owed there, were looked at
     * @param outside how many lines do something to the pages that the models do not have
     * @param claims the claims that were put to it; none where it is not explained
     * @param blockage where it stops being a run; empty if it does not
     * @param remedies each rule that would explain it, set alone
     * @param unused the lines that were not used, by kind and reason
     * @param notes what else is to be known of the file
     * @param run the run, where it was asked for
     * @param command the command that says it again
     */
    public record ToldRecording(
            String file,
            String kernel,
            String variant,
            Map<String, String> rules,
            Outcome outcome,
            int observations,
            int explained,
            int seen,
            int inferred,
            long nodes,
            long outside,
            Seq<ToldClaim> claims,
            Option<ToldBlockage> blockage,
            Seq<String> remedies,
            Seq<ToldUnused> unused,
            Seq<String> notes,
            Option<ToldTrace> run,
            String command)
            implements Part {
        /** Whether some claim is broken. */
        public boolean isBroken() {
            return claims.exists(claim -> claim.outcome() == ClaimOutcome.BROKEN);
        }
    }

    /** What came out for a claim. */
    public enum ClaimOutcome {
        /** Some run that shows the recording keeps it. */
        KEPT,
        /** Every run that shows the recording breaks it. */
        BROKEN,
        /** The limit was reached before it was known. */
        UNDECIDED
    }

    /**
     * A claim.
     *
     * @param claim its name
     * @param words the same in a sentence
     * @param outcome what came out
     * @param line the line by which every run has broken it; empty for one that is kept
     */
    public record ToldClaim(String claim, String words, ClaimOutcome outcome, Option<Long> line) implements Part {}

    /**
     * Where a recording stops being a run.
     *
     * @param line the line
     * @param task the recorded task
     * @param seen what was seen of it
     * @param before the observation before that one of the same task, as {@code line what}; may be empty
     * @param owed what the task must show first, in some of the runs
     * @param standings where the tasks are that it may be
     */
    public record ToldBlockage(
            long line, String task, String seen, String before, Seq<String> owed, Seq<ToldStanding> standings)
            implements Part {}

    /**
     * A task where it cannot be what was seen.
     *
     * @param actor the task
     * @param place where it is
     * @param ways what it could do there
     */
    public record ToldStanding(String actor, String place, Seq<ToldWay> ways) implements Part {}

    /**
     * A step that a task could take, or waits to take.
     *
     * @param step the step
     * @param function the function that it stands for; may be empty
     * @param outcome what comes of it: it goes, waits or fails
     * @param shows what it would show
     * @param read the cells that made it so, with their values
     */
    public record ToldWay(String step, String function, String outcome, Seq<String> shows, Seq<String> read)
            implements Part {}

    /**
     * Lines that were not used.
     *
     * @param kind the kind of event
     * @param reason why
     * @param lines how many
     * @param first where the first is
     * @param touches whether they do something to the pages that the models do not have
     */
    public record ToldUnused(String kind, String reason, long lines, long first, boolean touches) implements Part {}

    /**
     * A value of a rule.
     *
     * @param variant the variant that explains the recordings
     * @param rule the rule
     * @param value the value
     * @param means whether it means anything together with the other rules of the variant
     * @param refutedBy the recordings that no run shows with it, each with the first line that none does
     * @param rows rows of the catalogue about it: a recording of what they show would decide it
     */
    public record ToldRule(
            String variant, String rule, String value, boolean means, Seq<ToldRefutation> refutedBy, Seq<String> rows)
            implements Part {}

    /** A recording, and its first line that no run shows. */
    public record ToldRefutation(String file, long line, String seen) implements Part {}

    /**
     * A step of a variant.
     *
     * @param variant the variant
     * @param operation the operation, whatever it is called with
     * @param step the step
     * @param recordings how many recordings it explains with a run that takes the step
     */
    public record ToldTaken(String variant, String operation, String step, int recordings) implements Part {}

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public void accept(Cases cases) {
        cases.observe(this);
    }
}
