package pagelife.reports;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import pagelife.reports.outcome.Shell;
import pagelife.reports.told.Part;
import pagelife.specs.twins.Twin;

/**
 * The switches of the catalogue: what is broken with each and holds without it.
 *
 * @param twins what came out for each switch
 * @param untried for each family the values of rules that no variant and no row has
 * @param missing how many were not tried, since the user wanted to stop
 * @param command the command that does it again
 * @param measured all that may differ from run to run
 */
public record TwinsReport(Seq<Pair> twins, Seq<Untried> untried, int missing, String command, Measured measured)
        implements Report {
    /** The format and its version. */
    public static final String FORMAT = "pagelife-twins/1";

    /**
     * A switch.
     *
     * @param family the family
     * @param setting the rule and the value that it is set to
     * @param row the row that sets it
     * @param why why the row is there; may be empty
     * @param repaired the claims that are broken with it and hold without it: what it breaks
     * @param mended the claims that hold with it and are broken without it: what it mends
     * @param replays whether the model's code takes the trace of each again
     * @param differ whether it makes twins
     * @param command the command that checks the broken one
     */
    public record Pair(
            String family,
            String setting,
            String row,
            String why,
            Seq<Repaired> repaired,
            Seq<Repaired> mended,
            boolean replays,
            boolean differ,
            String command)
            implements Part {
        private String rule() {
            return setting.substring(0, setting.indexOf('='));
        }

        /** What came out for a switch. */
        public static Pair of(Twin twin) {
            return new Pair(
                    twin.tried().family(),
                    twin.tried().setting(),
                    twin.tried().row().id(),
                    twin.tried().row().why(),
                    twin.repaired().map(Repaired::of),
                    twin.mended().map(Repaired::of),
                    twin.replays(),
                    twin.differ(),
                    Shell.check(twin.tried().broken().address()));
        }
    }

    /**
     * A claim that is broken in one of the two and holds in the other.
     *
     * @param property its name
     * @param length the steps of the shortest trace
     */
    public record Repaired(String property, int length) implements Part {
        private static Repaired of(Twin.Repaired one) {
            return new Repaired(one.property(), one.length());
        }
    }

    /**
     * Values of rules that no variant and no row has.
     *
     * @param family the family
     * @param settings the rules with these values
     */
    public record Untried(String family, Seq<String> settings) implements Part {}

    /**
     * All that may differ from run to run.
     *
     * @param nanos how long it took
     */
    public record Measured(long nanos) implements Part {}

    /** Whether every rule that is set makes twins by one of its values. */
    public boolean allDiffer() {
        return twins.forAll(pair -> pair.differ() || other(pair).isDefined());
    }

    /** Where a setting makes no difference: another one of the same rule that does. */
    public Option<Pair> other(Pair pair) {
        return twins.find(one ->
                one.differ() && one.family().equals(pair.family()) && one.rule().equals(pair.rule()));
    }

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public void accept(Cases cases) {
        cases.twins(this);
    }
}
