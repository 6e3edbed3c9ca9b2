/**
 * The model's code, run once for many states. Values of cells have dense ids ({@code Domain}, {@code Cells}); code runs
 * under a {@code Recorder} that notes what it reads, chooses and writes; what was noted becomes a decision trie ({@code
 * Point}) whose leaves are effects ({@code Effect}); {@code Memo} keeps them all, and runs code only where no trie
 * knows. Decision record 2: on dax medium the code runs once for 4,211 transitions.
 */
package pagelife.checker.engine.code;
