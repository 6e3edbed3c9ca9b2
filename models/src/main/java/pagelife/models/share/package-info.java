/**
 * A page that several files share by reflink.
 *
 * <p>The story. A page knows one file. When it is shared it has a marker instead, and a count of the entries that stand
 * for it; the last one to go must take the marker away. In 6.1 the test was {@code index-- > 0}: it asks for the count
 * before, so that the last one still believes in another, and the marker stays on a page that belongs to nobody. Since
 * 6.2 the count has a field of its own and goes down first.
 *
 * <p>{@link pagelife.models.share.Share} is the whole family, {@link pagelife.models.page.Mapping} what the page says.
 */
package pagelife.models.share;
