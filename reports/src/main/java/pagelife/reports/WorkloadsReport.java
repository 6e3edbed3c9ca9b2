package pagelife.reports;

import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.checker.result.Trace;
import pagelife.models.Settings;
import pagelife.models.Variant;
import pagelife.reports.told.Part;
import pagelife.reports.told.Told;
import pagelife.specs.workloads.Broken;
import pagelife.specs.workloads.Enumerated;

/**
 * All small workloads of a variant.
 *
 * @param variant the full name of the variant
 * @param summary what it is
 * @param ruled the rules that are set otherwise than in the variant
 * @param bounded the bounds that are
 * @param calls what tasks were asked to do
 * @param leftOut the operations that were left out, as they are written, and why
 * @param renamed the kinds of identities whose names do not matter
 * @param apart the kinds whose names do
 * @param sizes the workloads by the number of their operations, smallest first
 * @param claims what came out for each claim
 * @param refusals why the family does not build some workloads, each reason with the first of them
 * @param unasked the claims that some workloads give nothing to ask about, by name, and why: one about a task that is
 *     not there
 * @param finished the largest size all of which was explored
 * @param tasks the most tasks that a workload may have
 * @param isWhole whether all was explored that was asked for
 * @param command the command that does it again
 * @param measured all that may differ from run to run
 */
public record WorkloadsReport(
        String variant,
        String summary,
        Map<String, String> ruled,
        Map<String, String> bounded,
        Seq<String> calls,
        Map<String, String> leftOut,
        Seq<String> renamed,
        Seq<String> apart,
        Seq<Size> sizes,
        Seq<Claim> claims,
        Map<String, String> refusals,
        Map<String, String> unasked,
        int finished,
        int tasks,
        boolean isWhole,
        String command,
        Measured measured)
        implements Report {
    /** The format and its version. */
    public static final String FORMAT = "pagelife-workloads/1";

    /**
     * The workloads of a size.
     *
     * @param operations how many operations each has
     * @param programs how many there are when tasks have names
     * @param mixes how many there are when they have none
     * @param explored how many of these stand for all of them, up to the names of identities, and were explored
     * @param audited how many more were explored, to see whether names matter
     * @param refused how many the family does not build
     * @param undecided how many were cut off by a limit
     * @param states the states of all that were explored
     * @param transitions their transitions
     * @param largest the states of the largest
     * @param isWhole whether all were explored
     */
    public record Size(
            int operations,
            long programs,
            int mixes,
            int explored,
            int audited,
            int refused,
            int undecided,
            long states,
            long transitions,
            long largest,
            boolean isWhole)
            implements Part {
        private static Size of(pagelife.specs.workloads.Size size) {
            return new Size(
                    size.operations(),
                    size.programs(),
                    size.mixes(),
                    size.explored(),
                    size.audited(),
                    size.refused(),
                    size.undecided(),
                    size.states(),
                    size.transitions(),
                    size.largest(),
                    size.isWhole());
        }
    }

    /**
     * What came out for a claim.
     *
     * @param property its name
     * @param id its id
     * @param claim the claim in one sentence
     * @param asked how many workloads it makes sense for
     * @param broken how many of them break it
     * @param undecided for how many a limit left it open
     * @param known the rows of the catalogue, about the variant under the same rules, that have it broken
     * @param smallest the smallest workloads that break it
     */
    public record Claim(
            String property,
            String id,
            String claim,
            int asked,
            int broken,
            int undecided,
            Seq<String> known,
            Seq<Smallest> smallest)
            implements Part {
        private static Claim of(Broken broken, Seq<String> known) {
            return new Claim(
                    broken.property().name(),
                    broken.property().id(),
                    broken.property().claim(),
                    broken.asked(),
                    broken.broken(),
                    broken.undecided(),
                    known,
                    broken.smallest().map(Smallest::of));
        }

        /** Whether some workload breaks it. */
        public boolean isBroken() {
            return broken > 0;
        }
    }

    /**
     * A smallest workload that breaks a claim.
     *
     * @param programs its programs, tasks apart by {@code |}
     * @param operations how many operations they have
     * @param tasks how many tasks there are
     * @param length the steps of the shortest trace that breaks it
     * @param reason the step that breaks it, or where those stand who do not get on
     * @param test it as a litmus test with the run
     */
    public record Smallest(
            String programs, int operations, int tasks, Option<Integer> length, String reason, String test)
            implements Part {
        private static Smallest of(pagelife.specs.workloads.Smallest smallest) {
            return new Smallest(
                    smallest.programs(),
                    smallest.operations(),
                    smallest.tasks(),
                    smallest.finding().trace().map(Trace::length),
                    smallest.reason(),
                    smallest.test().toString());
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
     * @param tasks the most tasks that a workload may have
     * @param command the command that asks it again
     */
    public record Asked(Variant variant, Settings rules, Settings bounds, int tasks, String command) {}

    /**
     * The report about an enumeration.
     *
     * @param known for each id the rows of the catalogue that have the claim broken
     */
    public static WorkloadsReport of(Asked asked, Enumerated found, Map<String, Seq<String>> known, Measured measured) {
        return new WorkloadsReport(
                asked.variant().fullName(),
                asked.variant().summary(),
                Told.words(asked.rules()),
                Told.words(asked.bounds()),
                found.calls(),
                found.leftOut(),
                found.renamed(),
                found.apart(),
                found.sizes().map(Size::of),
                found.claims()
                        .map(claim ->
                                Claim.of(claim, known.get(claim.property().id()).getOrElse(Vector.empty()))),
                found.refusals(),
                found.unasked(),
                found.finished(),
                asked.tasks(),
                found.isWhole(),
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
        cases.workloads(this);
    }
}
