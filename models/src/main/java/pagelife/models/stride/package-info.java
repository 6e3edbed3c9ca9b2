/**
 * The yield of the loop that puts a device's pages. When the loop began to go by compound pages, its test for a yield
 * every 1024 pages had to become one for every 1024 iterations. The form posted in review lacked {@code == 0}: it
 * yields at all iterations but those, was merged for 5.17 and lived until the loop was deleted. It costs yields and
 * nothing else. The form that was meant has a corner of its own: where the first pfn is no multiple of the stride, it
 * never yields.
 *
 * <p>{@link pagelife.models.stride.Stride} is the whole family.
 */
package pagelife.models.stride;
