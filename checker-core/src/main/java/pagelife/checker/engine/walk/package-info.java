/**
 * From states to their successors. {@code Forest} lays the tries of all steps out as one table of numbers that a
 * {@code Walker} goes through with two to four dependent loads a step; {@code GroupWalker} does so once for a group of
 * states that differ in near cells only (decision record 7: ten transitions for one walk). {@code ClaimWalker} does the
 * same with claims, {@code Auditor} runs the model's own code beside them and compares.
 */
package pagelife.checker.engine.walk;
