package pagelife.reports;

import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import pagelife.models.Settings;
import pagelife.models.Variant;
import pagelife.reports.told.Part;
import pagelife.reports.told.Told;
import pagelife.specs.mutants.Fate;
import pagelife.specs.mutants.Judged;
import pagelife.specs.mutants.Kind;
import pagelife.specs.mutants.Mutated;
import pagelife.specs.mutants.Survivors;

/**
 * What the claims about a variant make of its mutants.
 *
 * @param variant the full name of the variant
 * @param summary what it is
 * @param ruled the rules that are set otherwise than in the variant
 * @param bounded the bounds that are
 * @param score the killed among those that were killed or survived, from 0 to 1
 * @param explained how many of those that survived have a reason
 * @param kills how many mutants each claim kills, of the claims that hold of the original
 * @param mutants the mutants, step by step
 * @param missing how many were not judged, since the user wanted to stop
 * @param command the command that does it again
 * @param measured all that may differ from run to run
 */
public record MutantsReport(
        String variant,
        String summary,
        Map<String, String> ruled,
        Map<String, String> bounded,
        double score,
        int explained,
        Map<String, Integer> kills,
        Seq<Mutation> mutants,
        int missing,
        String command,
        Measured measured)
        implements Report {
    /** The format and its version. */
    public static final String FORMAT = "pagelife-mutate/1";

    /**
     * A mutant.
     *
     * @param mutant the mistake in one line
     * @param operation the operation of the step
     * @param step the id of the step
     * @param kind the kind of mistake
     * @param target what is not written as it should be, or the step that changes places; empty where there is neither
     * @param fate what became of it
     * @param killers the claims that hold of the original and not of it
     * @param shortest the steps of the shortest trace that breaks one of them
     * @param scene the row of the catalogue, or the workload, where it was killed; empty among the tasks that were
     *     asked about
     * @param remark why it is invalid, or why it may survive; empty where nothing is known
     */
    public record Mutation(
            String mutant,
            String operation,
            String step,
            Kind kind,
            String target,
            Fate fate,
            Seq<String> killers,
            Option<Integer> shortest,
            String scene,
            String remark)
            implements Part {
        private static Mutation of(Variant variant, Judged judged) {
            return new Mutation(
                    judged.mutant().toString(),
                    judged.mutant().operation(),
                    judged.mutant().step(),
                    judged.mutant().kind(),
                    judged.mutant().target(),
                    judged.fate(),
                    judged.killers(),
                    judged.shortest(),
                    judged.scene(),
                    judged.fate() == Fate.SURVIVED ? Survivors.reason(variant, judged.mutant()) : judged.remark());
        }
    }

    /**
     * All that may differ from run to run.
     *
     * @param nanos how long it took
     */
    public record Measured(long nanos) implements Part {}

    /**
     * What was asked.
     *
     * @param variant the variant
     * @param rules rules set otherwise
     * @param bounds bounds set otherwise
     * @param command the command that asks it again
     */
    public record Asked(Variant variant, Settings rules, Settings bounds, String command) {}

    /** The report about a survey. */
    public static MutantsReport of(Asked asked, Mutated found, long nanos) {
        Seq<Mutation> mutants = found.mutants().map(one -> Mutation.of(asked.variant(), one));
        return new MutantsReport(
                asked.variant().fullName(),
                asked.variant().summary(),
                Told.words(asked.rules()),
                Told.words(asked.bounds()),
                found.score(),
                mutants.count(
                        one -> one.fate() == Fate.SURVIVED && !one.remark().isEmpty()),
                found.kills(),
                mutants,
                found.missing(),
                asked.command(),
                new Measured(nanos));
    }

    /** How many have this fate. */
    public int count(Fate fate) {
        return mutants.count(one -> one.fate() == fate);
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
        cases.mutants(this);
    }
}
