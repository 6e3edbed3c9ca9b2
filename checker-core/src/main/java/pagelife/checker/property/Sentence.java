package pagelife.checker.property;

/**
 * How a counterexample of a claim is told in one sentence: plain English in the present tense, with the names and the
 * step numbers of the run: "gup still holds P0 (since step 9) when removal takes its memory map away (step 14)". It
 * begins in lower case, unless with a name, and ends without a full stop.
 *
 * <p>Nothing is said but what follows from the run that is given. It is asked only about runs that break the claim.
 */
@FunctionalInterface
public interface Sentence {
    /** The sentence about a run that breaks the claim. */
    String of(Counterexample run);
}
