package pagelife.reports;

import io.vavr.collection.Seq;
import pagelife.reports.told.Part;
import pagelife.specs.mutants.NamedMutant;

/**
 * The mistakes of kernels that a checker of page lifetimes has to find, and the claims that find them.
 *
 * @param mutants the mistakes
 * @param missing how many were not tried, since the user wanted to stop
 * @param command the command that does it again
 * @param measured all that may differ from run to run
 */
public record NamedReport(Seq<Named> mutants, int missing, String command, Measured measured) implements Report {
    /** The format and its version. */
    public static final String FORMAT = "pagelife-named/1";

    /**
     * A mistake.
     *
     * @param id the number by which it goes
     * @param what the mistake
     * @param broken the row or the variant that has it; empty where no model can say it
     * @param sound the row or the variant without it; empty for the row without its rules
     * @param why why no model can say it; empty where one does
     * @param killers the claims that are broken by it and hold without it
     */
    public record Named(String id, String what, String broken, String sound, String why, Seq<Killer> killers)
            implements Part {
        /** What came out for a mistake. */
        public static Named of(NamedMutant mutant, Seq<NamedMutant.Killer> killers) {
            return new Named(
                    mutant.id(),
                    mutant.what(),
                    mutant.broken(),
                    mutant.sound(),
                    mutant.why(),
                    killers.map(one -> new Killer(one.claim(), one.length())));
        }

        /** Whether a model can say it and no claim finds it. */
        public boolean survived() {
            return why.isEmpty() && killers.isEmpty();
        }
    }

    /**
     * A claim that finds a mistake.
     *
     * @param property its name
     * @param length the steps of the shortest trace
     */
    public record Killer(String property, int length) implements Part {}

    /**
     * All that may differ from run to run.
     *
     * @param nanos how long it took
     */
    public record Measured(long nanos) implements Part {}

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public void accept(Cases cases) {
        cases.named(this);
    }
}
