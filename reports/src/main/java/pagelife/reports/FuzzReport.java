package pagelife.reports;

import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.checker.property.Property;
import pagelife.models.Settings;
import pagelife.models.Variant;
import pagelife.reports.told.Part;
import pagelife.reports.told.Told;
import pagelife.specs.fuzz.Covered;
import pagelife.specs.fuzz.Found;
import pagelife.specs.fuzz.Fuzzed;
import pagelife.specs.fuzz.Plan;

/**
 * Random workloads of a variant.
 *
 * @param variant the full name of the variant
 * @param summary what it is
 * @param ruled the rules that are set otherwise than in the variant
 * @param bounded the bounds that are
 * @param seed what chance began with
 * @param guided whether workloads that did something new were changed further
 * @param tasks the most tasks that a workload has
 * @param operations the most operations that a workload has
 * @param stop why it ended
 * @param trials how many workloads were tried
 * @param walks how many walks were taken through them
 * @param steps how many steps these took
 * @param kept how many workloads did something new
 * @param lastNew the number of the last trial that did something new, or broke a claim that none had; 0 where none did
 * @param covered how much was seen
 * @param claims the claims that are broken, in the order in which they were met
 * @param unbroken the claims that no walk broke
 * @param refusals why the family does not build some workloads, each reason with the first of them
 * @param unasked the claims that some workloads give nothing to ask about, by name, and why: one about a task that is
 *     not there
 * @param command the command that does it again
 * @param measured all that may differ from run to run
 */
public record FuzzReport(
        String variant,
        String summary,
        Map<String, String> ruled,
        Map<String, String> bounded,
        long seed,
        boolean guided,
        int tasks,
        int operations,
        Fuzzed.Stop stop,
        long trials,
        long walks,
        long steps,
        int kept,
        long lastNew,
        Coverage covered,
        Seq<Claim> claims,
        Seq<String> unbroken,
        Map<String, String> refusals,
        Map<String, String> unasked,
        String command,
        Measured measured)
        implements Report {
    /** The format and its version. */
    public static final String FORMAT = "pagelife-fuzz/1";

    /**
     * How much was seen.
     *
     * @param steps steps of operations that were taken
     * @param leaves leaves of their tries: what they read in shared cells, and where that led
     * @param pairs pairs of steps of different tasks of which one read what the other had written
     */
    public record Coverage(int steps, int leaves, int pairs) implements Part {
        private static Coverage of(Covered covered) {
            return new Coverage(covered.steps(), covered.leaves(), covered.pairs());
        }
    }

    /**
     * A claim that is broken.
     *
     * @param property its name
     * @param id its id
     * @param claim the claim in one sentence
     * @param known the rows of the catalogue, about the variant under the same rules, that have it broken
     * @param trial the number of the trial that broke it first, from 1
     * @param strategy who went next in its walk
     * @param met the programs of that trial, tasks apart by {@code |}
     * @param walked how many steps its walk took until the claim was broken
     * @param programs the programs of the smallest workload made of it
     * @param operations how many operations they have
     * @param shortened how many steps a walk through it needs, after all was left out that can be left out
     * @param length how many steps the run has that is kept
     * @param isShortest whether it is the shortest that there is: no limit came first
     * @param test the workload as a litmus test with that run
     * @param file where it was written to; empty where nobody wanted that
     */
    public record Claim(
            String property,
            String id,
            String claim,
            Seq<String> known,
            long trial,
            String strategy,
            String met,
            int walked,
            String programs,
            int operations,
            int shortened,
            int length,
            boolean isShortest,
            String test,
            Option<String> file)
            implements Part {
        /**
         * A claim that was found broken.
         *
         * @param known the rows of the catalogue that have it broken
         * @param test it as a litmus test
         * @param file where that was written to
         */
        public static Claim of(Found found, Seq<String> known, String test, Option<String> file) {
            return new Claim(
                    found.claim().name(),
                    found.claim().id(),
                    found.claim().claim(),
                    known,
                    found.trial(),
                    found.strategy(),
                    found.met(),
                    found.walked(),
                    found.programs(),
                    found.operations(),
                    found.shortened(),
                    found.finding().trace().get().length(),
                    found.isShortest(),
                    test,
                    file);
        }

        /** Whether the catalogue knows it. */
        public boolean isKnown() {
            return !known.isEmpty();
        }
    }

    /**
     * All that may differ from run to run.
     *
     * @param nanos how long it took
     * @param cpuNanos how much of the time of processors it took; negative where the system does not say
     */
    public record Measured(long nanos, long cpuNanos) implements Part {}

    /**
     * What was asked.
     *
     * @param variant the variant
     * @param rules rules set otherwise
     * @param bounds bounds set otherwise
     * @param plan what was tried
     * @param command the command that asks it again
     */
    public record Asked(Variant variant, Settings rules, Settings bounds, Plan plan, String command) {}

    /** The report about what was found. */
    public static FuzzReport of(Asked asked, Fuzzed fuzzed, Seq<Claim> claims, Measured measured) {
        return new FuzzReport(
                asked.variant().fullName(),
                asked.variant().summary(),
                Told.words(asked.rules()),
                Told.words(asked.bounds()),
                asked.plan().seed(),
                asked.plan().guided(),
                asked.plan().tasks(),
                asked.plan().calls(),
                fuzzed.stop(),
                fuzzed.trials(),
                fuzzed.walks(),
                fuzzed.steps(),
                fuzzed.kept(),
                fuzzed.lastNew(),
                Coverage.of(fuzzed.covered()),
                claims,
                Vector.ofAll(fuzzed.unbroken().map(Property::name)),
                fuzzed.refusals(),
                fuzzed.unasked(),
                asked.command(),
                measured);
    }

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public String subject() {
        return variant;
    }

    @Override
    public void accept(Cases cases) {
        cases.fuzz(this);
    }
}
