package pagelife.reports;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import pagelife.models.Family;
import pagelife.models.Release;
import pagelife.reports.outcome.SpecOutcome;
import pagelife.reports.told.Part;

/**
 * The catalogue, expected against found.
 *
 * @param asExpected how many specs came out as expected
 * @param notChecked how many were not checked since the user wanted to stop
 * @param newest the newest kernel that some family describes; empty where none names one
 * @param open the claims that it breaks
 * @param families the families of which something was checked, each in a line
 * @param specs those that were checked
 * @param measured all that may differ from run to run
 */
public record CatalogueReport(
        int asExpected,
        int notChecked,
        Option<String> newest,
        Seq<OpenClaim> open,
        Seq<FamilyTally> families,
        Seq<ToldSpec> specs,
        Taken measured)
        implements Report {
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

    /** The report about these outcomes of these families; {@code missing} specs were not checked. */
    public static CatalogueReport of(Seq<SpecOutcome> outcomes, Seq<Family<?>> families, int missing, long nanos) {
        Newest newest = Newest.of(families);
        Seq<OpenClaim> open = newest.open(outcomes);
        return new CatalogueReport(
                outcomes.count(SpecOutcome::asExpected),
                missing,
                newest.release().map(Release::toString),
                open,
                families.map(family -> tally(family, outcomes, newest, open)).filter(tally -> tally.specs() > 0),
                outcomes.map(ToldSpec::of),
                new Taken(nanos));
    }

    private static FamilyTally tally(Family<?> family, Seq<SpecOutcome> outcomes, Newest newest, Seq<OpenClaim> open) {
        Seq<SpecOutcome> own = outcomes.filter(
                outcome -> family.variant(outcome.spec().variant()).isDefined());
        return new FamilyTally(
                family.name(),
                family.summary(),
                own.size(),
                own.count(SpecOutcome::asExpected),
                newest.isIn(family),
                open.count(claim -> claim.family().equals(family.name())));
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
