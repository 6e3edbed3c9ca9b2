/**
 * From states to their successors. {@code Forest} lays the tries of all steps out as one table of numbers that a
 * {@code Walker} goes through with two to four dependent loads a step; {@code GroupWalker} does so once for a group of
 * states that differ in near cells only: ten transitions for one walk. {@code ClaimWalker} does the same with claims,
 * {@code Auditor} runs the model's own code beside them and compares.
 *
 * <p>A state comes here packed, in a stretch of a level. An {@code Expander} has its walker find the successors of a
 * block of states, each the state with an effect's mask over it, puts them into the store together, and tells a
 * listener which of them were new and which states no step leads out of. Where the table ends, {@code Memo} is asked,
 * and the table grows; a value that does not fit the layout ends the block before that state.
 *
 * <p>Why so: "Steps are replayed from tries of what they read"
 * (checker-core/decisions/0002-steps-are-replayed-from-tries.md) and "States that differ in near cells are explored
 * together" (checker-core/decisions/0007-groups-are-explored-together.md).
 */
package pagelife.checker.engine.walk;
