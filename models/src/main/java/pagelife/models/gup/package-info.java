/**
 * How get_user_pages counts a pin, and what can go wrong with the count.
 *
 * <p>The story. A pin of a small page adds a bias to the one count there is, so "is it pinned" is a guess: enough plain
 * references look like a pin, and between the two additions of the fast path a pin looks like none. Fork must not share
 * a pinned page with the child, since the next write would move the parent away from the page the device works on; it
 * asks the guess, and the fast path had to be told of forks by a sequence count. A pin of a file's page makes truncate
 * wait, so pins without end are refused on DAX, at three gates through the years. And a count that wraps frees a page
 * in use.
 *
 * <p>Four scenes: {@link pagelife.models.gup.Bias}, {@link pagelife.models.gup.Fork},
 * {@link pagelife.models.gup.LongTerm}, {@link pagelife.models.gup.Overflow}; {@link pagelife.models.gup.GupFamily} has
 * the variants.
 *
 * <p>Left out: large folios, whose pins are counted apart and exactly; P2PDMA, which must be asked for.
 */
package pagelife.models.gup;
