package pagelife.specs.fuzz;

/**
 * How much was seen.
 *
 * @param steps steps of operations that were taken
 * @param leaves leaves of their tries: what they read in shared cells, and where that led
 * @param pairs pairs of steps of different tasks of which one read what the other had written, by the kind of the cell
 */
public record Covered(int steps, int leaves, int pairs) {}
