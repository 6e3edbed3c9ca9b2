package pagelife.reports;

import io.vavr.collection.Seq;
import pagelife.reports.outcome.SpecOutcome;
import pagelife.reports.told.Part;

/**
 * The catalogue, expected against found.
 *
 * @param asExpected how many specs came out as expected
 * @param notChecked how many were not checked since the user wanted to stop
 * @param specs those that were
 * @param measured all that may differ from run to run
 */
public record CatalogueReport(int asExpected, int notChecked, Seq<ToldSpec> specs, Taken measured) implements Report {
    /** The format and its version. */
    public static final String FORMAT = "pagelife-catalogue/2";

    /** What kind of report it is. */
    public static final String KIND = "catalogue";

    /**
     * How long something took.
     *
     * @param nanos in nanoseconds
     */
    public record Taken(long nanos) implements Part {}

    /** The report about these outcomes; {@code missing} specs were not checked. */
    public static CatalogueReport of(Seq<SpecOutcome> outcomes, int missing, long nanos) {
        return new CatalogueReport(
                outcomes.count(SpecOutcome::asExpected), missing, outcomes.map(ToldSpec::of), new Taken(nanos));
    }

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public void accept(Cases cases) {
        cases.catalogue(this);
    }
}
