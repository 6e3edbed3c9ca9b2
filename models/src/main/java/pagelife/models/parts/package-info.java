/**
 * What several families do alike, step by step: operations on the {@linkplain pagelife.models.page vocabulary} of page
 * lifetimes, each written once. What differs from family to family, and from era to era, a family hands in.
 *
 * <ul>
 *   <li>{@link pagelife.models.parts.SlowPin} s1..s2 and {@link pagelife.models.parts.FastPin} g1..g5: a task takes a
 *       pin, with locks and without.
 *   <li>{@link pagelife.models.parts.Unpin} s3: the pin ends.
 * </ul>
 */
package pagelife.models.parts;
