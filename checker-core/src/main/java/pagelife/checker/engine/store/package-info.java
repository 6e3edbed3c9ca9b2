/**
 * The states met so far. The visited set ({@code Store}, in three kinds: one word a state, several words, and clusters
 * of states that differ in near cells only), the states of each level in the order in which they were found ({@code
 * Levels}), and both on disk as sorted runs ({@code Vault}, {@code RunFile}) that are believed only when their
 * checksums agree. A state of one word takes 8 bytes in the set, at a load of at most three quarters.
 *
 * <p>A state comes here packed, in a block of successors. What the set has not seen goes through the worker's {@code
 * Appender} to a chunk of {@code Levels}, and is named from there on by chunk and position. When its level is closed,
 * {@code LevelSorter} brings it beside the states that it shares an entry with; when it has been explored, {@code
 * FoldedStates} keep what these have in common once. When memory is short, its level goes to
 * disk; when that is not enough, so does the set, and what is found later is a candidate until it has been merged.
 * When the search is over, states get numbers ({@code PackedStates}, {@code StateIndex}), in memory or in {@code Pages}
 * of a file.
 *
 * <p>Why so: "States that differ in near cells share an entry of the visited set"
 * (checker-core/decisions/0003-near-cells-share-an-entry.md) and "Beyond memory through sorted runs; checkpoints
 * without serialised values" (checker-core/decisions/0004-disk-and-checkpoints.md); for how states on disk are looked
 * up, "The set on disk is a few runs, and is subtracted in ranges"
 * (checker-core/decisions/0018-the-set-on-disk-is-a-few-runs.md); for the forms that large searches take, "Bitmaps that
 * are mostly holes are thin, and explored levels are folded"
 * (checker-core/decisions/0020-bitmaps-with-holes-and-folded-levels.md).
 */
package pagelife.checker.engine.store;
