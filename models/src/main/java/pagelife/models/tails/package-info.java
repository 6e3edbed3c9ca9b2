/**
 * Pages of compounds that are taken for what they are not.
 *
 * <p>The story. A tail must count 0, since its head counts for it. Setting that 0 by a plain store lost a reference
 * that a lookup had just taken (and the later removal of the store led to device pages whose tails count 1, seed 001).
 * Who pins a tail counts on its head, and must see afterwards that it still is the head. The words of a tail mean other
 * things once it is a page of its own. And an entry that has no page must not be made into one.
 *
 * <p>Four scenes: {@link pagelife.models.tails.Gigantic} h1..h3, {@link pagelife.models.tails.HeadLookup} g1..g6,
 * {@link pagelife.models.tails.FolioOrder}, {@link pagelife.models.tails.ZeroEntry};
 * {@link pagelife.models.tails.TailsFamily} has the variants.
 */
package pagelife.models.tails;
