package pagelife.reports;

import io.vavr.collection.Seq;
import pagelife.reports.told.Part;
import pagelife.specs.reach.Told;

/**
 * What holds for any number of tasks: the claims about states and steps of some variants, asked for each of their sorts.
 *
 * @param rows what came out for each variant and sort
 * @param missing how many were not asked, since the user wanted to stop
 * @param command the command that asks again
 * @param measured all that may differ from run to run
 */
public record ReachReport(Seq<Row> rows, int missing, String command, Measured measured) implements Report {
    /** The format and its version. */
    public static final String FORMAT = "pagelife-reach/1";

    /** What is printed of a state begins so. */
    private static final String STATE = " in {";

    /**
     * A variant and a sort.
     *
     * @param variant the variant
     * @param sort the sort
     * @param inSight how many tasks the last views show
     * @param views how many views there are
     * @param closed whether there are no more, so that claims may be proved
     * @param refused the premise that does not hold, or why there may be more views; empty if {@code closed}
     * @param proved the claims that hold for any number of tasks, by id
     * @param broken those that are broken with some number
     * @param open those that hold as far as was tried
     * @param command the command that says more
     */
    public record Row(
            String variant,
            String sort,
            int inSight,
            int views,
            boolean closed,
            String refused,
            Seq<String> proved,
            Seq<Broken> broken,
            Seq<Open> open,
            String command)
            implements Part {
        /** What is told at length. */
        public static Row of(AnyReport told) {
            return new Row(
                    told.variant(),
                    told.sort(),
                    told.proof().inSight(),
                    told.proof().views(),
                    told.proof().closed(),
                    brief(told.proof().refused()),
                    of(told, Told.Word.ANY).map(AnyReport.Claim::id),
                    of(told, Told.Word.BROKEN)
                            .map(claim -> new Broken(
                                    claim.id(),
                                    claim.brokenWith().get(),
                                    claim.length().get())),
                    of(told, Told.Word.UP_TO).map(Open::of),
                    told.command());
        }

        private static Seq<AnyReport.Claim> of(AnyReport told, Told.Word word) {
            return told.claims().filter(claim -> claim.word() == word);
        }

        /** Whether each claim is proved or broken. */
        public boolean isSettled() {
            return open.isEmpty();
        }
    }

    /**
     * A claim that is broken.
     *
     * @param property its id
     * @param tasks with so many tasks
     * @param length the steps of the shortest run
     */
    public record Broken(String property, int tasks, int length) implements Part {}

    /**
     * A claim that is neither proved nor broken.
     *
     * @param property its id
     * @param upTo it holds with up to so many tasks; -1 where not even none was tried to the end
     * @param why why it is not proved, without the state that shows it
     */
    public record Open(String property, int upTo, String why) implements Part {
        private static Open of(AnyReport.Claim claim) {
            return new Open(
                    claim.id(), claim.upTo(), claim.resists().isDefined() ? "a state resists" : brief(claim.reason()));
        }
    }

    /**
     * All that may differ from run to run.
     *
     * @param nanos how long it took in all
     * @param rows how long each row took
     */
    public record Measured(long nanos, Seq<Long> rows) implements Part {}

    /** A reason without the state that shows it. */
    private static String brief(String reason) {
        int at = reason.indexOf(STATE);
        return at < 0 ? reason : reason.substring(0, at);
    }

    /** Whether some claim is broken. */
    public boolean isBroken() {
        return rows.exists(row -> !row.broken().isEmpty());
    }

    /** Whether each claim of each row is proved or broken. */
    public boolean isSettled() {
        return missing == 0 && rows.forAll(Row::isSettled);
    }

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public void accept(Cases cases) {
        cases.reach(this);
    }
}
