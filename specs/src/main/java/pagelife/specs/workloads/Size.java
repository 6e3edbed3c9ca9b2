package pagelife.specs.workloads;

/**
 * The workloads of one number of calls.
 *
 * @param operations how many calls each has
 * @param programs how many there are when tasks have names
 * @param mixes how many there are when they have none
 * @param explored how many of these were explored: one of those that are equal up to the names of identities
 * @param audited how many of the others were explored as well, and compared
 * @param refused how many the family does not build
 * @param undecided how many were cut off by a limit
 * @param states the states of all that were explored
 * @param transitions the transitions of all that were explored
 * @param largest the states of the largest
 * @param isWhole whether all were explored
 */
public record Size(
        int operations,
        long programs,
        int mixes,
        int explored,
        int audited,
        int refused,
        int undecided,
        long states,
        long transitions,
        long largest,
        boolean isWhole) {}
