package pagelife.specs.mutants;

/**
 * One mistake in one step.
 *
 * @param operation the name of the operation that the step belongs to, or of its actor where that does one thing only
 * @param step the id of the step
 * @param kind the mistake
 * @param target the family of the cells that are not written as they should be, or the step that changes places; empty
 *     where there is neither
 * @param then where the pair goes on that changes places; empty for other mistakes
 */
public record Mutant(String operation, String step, Kind kind, String target, String then) {
    /** A mistake other than two steps that change places. */
    Mutant(String operation, String step, Kind kind, String target) {
        this(operation, step, kind, target, "");
    }

    /** The mutant in one line: {@code munmap u2: leaves out its write of page}. */
    @Override
    public String toString() {
        return operation + " " + step + ": " + kind.words() + (target.isEmpty() ? "" : " " + target);
    }
}
