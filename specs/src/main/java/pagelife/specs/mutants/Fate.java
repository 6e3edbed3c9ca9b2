package pagelife.specs.mutants;

/** What became of a mutant. */
public enum Fate {
    /** A claim that holds of the original does not hold of it. */
    KILLED,
    /** All claims that hold of the original hold of it, and it does something else. */
    SURVIVED,
    /** It has the same states and the same transitions as the original. */
    EQUIVALENT,
    /** Nobody who sees what all cells hold, who is in which call, and what is told, could tell it from the original. */
    ALIKE,
    /** It breaks a promise of models, such as that a step asks for cells that are there: it says nothing of the protocol. */
    INVALID,
    /** A limit came before the claims were decided. */
    UNDECIDED
}
