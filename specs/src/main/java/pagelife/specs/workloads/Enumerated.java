package pagelife.specs.workloads;

import io.vavr.collection.Map;
import io.vavr.collection.Seq;

/**
 * What came out of an enumeration.
 *
 * @param asked the largest size that was asked for
 * @param calls what tasks were asked to do
 * @param leftOut the operations that were left out, as they are written, and why
 * @param renamed the sorts whose values are told apart by nothing but their names
 * @param apart the sorts whose values are not
 * @param sizes the sizes, smallest first, the last one perhaps begun only
 * @param claims what came out for each claim, in the order of the family
 * @param refusals why the family does not build some workloads, each reason with the first of them
 * @param unasked the claims that some workloads give nothing to ask about, by name, and why: one about a task that is
 *     not there
 */
public record Enumerated(
        int asked,
        Seq<String> calls,
        Map<String, String> leftOut,
        Seq<String> renamed,
        Seq<String> apart,
        Seq<Size> sizes,
        Seq<Broken> claims,
        Map<String, String> refusals,
        Map<String, String> unasked) {
    /** The largest size that was finished; 0 where none was. */
    public int finished() {
        return sizes.filter(Size::isWhole).map(Size::operations).max().getOrElse(0);
    }

    /** Whether every size was finished, and no workload cut off. */
    public boolean isWhole() {
        return finished() == asked && sizes.forAll(size -> size.isWhole() && size.undecided() == 0);
    }

    /** How many workloads were explored. */
    public int explored() {
        return sizes.map(size -> size.explored() + size.audited()).sum().intValue();
    }
}
