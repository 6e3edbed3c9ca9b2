/**
 * The model's code, run once for many states. Values of cells have dense ids ({@code Domain}, {@code Cells}); code runs
 * under a {@code Recorder} that notes what it reads, chooses and writes; what was noted becomes a decision trie ({@code
 * Point}) whose leaves are effects ({@code Effect}); {@code Memo} keeps them all, and runs code only where no trie
 * knows. On dax medium the code runs once for 4,211 transitions.
 *
 * <p>A state comes here as ids, and only when a walk has met a point that is still open: the step or claim runs on it
 * once, the trie grows by what was read, and every state that agrees on that is spared the code from then on. Code that
 * would be run again and again all the same is executed directly ({@code DirectExecution}), and what it did is kept
 * ({@code Outcomes}). What a checkpoint needs of
 * all this is a {@code Snapshot}: the journal of the steps that first made each value.
 *
 * <p>Why so: "Steps are replayed from tries of what they read"
 * (checker-core/decisions/0002-steps-are-replayed-from-tries.md), and for the journal "Beyond memory through sorted
 * runs; checkpoints without serialised values" (checker-core/decisions/0004-disk-and-checkpoints.md).
 */
package pagelife.checker.engine.code;
