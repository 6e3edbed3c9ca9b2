package pagelife.reports.bench;

/**
 * What one run of our own cost, and what only we can tell.
 *
 * @param cost what it cost
 * @param levels breadth-first levels
 * @param storeBytes bytes of visited set and frontier at their largest
 * @param bits bits of a packed state
 * @param executions how often the model's step code ran
 * @param searchNanos CPU time of the thread that searches, Java's start and compilation apart; 0 when there were
 *     several
 */
record OwnSample(Sample cost, int levels, long storeBytes, int bits, long executions, long searchNanos) {}
