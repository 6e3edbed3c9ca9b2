package pagelife.reports;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import pagelife.checker.result.Verdict;
import pagelife.specs.Size;
import pagelife.specs.Spec;

/**
 * A spec of the catalogue, expected against found.
 *
 * @param spec the spec
 * @param command the command that checks its variant with its rules and bounds, and only what differs if something does
 * @param judgements one per expectation, in their order; empty when the check failed
 * @param size the size found; empty when not all states were seen
 * @param fault what went wrong with the model or the checker itself, in one line; empty when nothing did
 */
public record SpecOutcome(
        Spec spec, String command, Seq<Judgement> judgements, Option<Size> size, Option<String> fault) {

    /** Whether everything came out as expected. */
    public boolean asExpected() {
        return fault.isEmpty() && judgements.forAll(Judgement::asExpected) && isSizeAsExpected();
    }

    private boolean isSizeAsExpected() {
        return spec.size().isEmpty() || spec.size().equals(size);
    }

    /** Whether nothing speaks against the expectations, but a limit stopped the search before all was known. */
    public boolean undecided() {
        return fault.isEmpty()
                && !asExpected()
                && judgements.reject(Judgement::asExpected).forAll(j -> j.found() == Verdict.UNDECIDED)
                && (isSizeAsExpected() || size.isEmpty());
    }
}
