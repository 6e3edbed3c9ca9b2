package pagelife.specs.fuzz;

import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import pagelife.checker.property.Property;

/**
 * What came out of random workloads.
 *
 * @param stop why it ended
 * @param trials how many workloads were tried
 * @param walks how many walks were taken through them
 * @param steps how many steps these took
 * @param kept how many workloads did something new, and were changed further
 * @param lastNew the number of the last trial that did something new; 0 where none did
 * @param covered how much was seen
 * @param found the claims that are broken, in the order in which they were met
 * @param unbroken the claims that no walk broke, and that could be asked in all
 * @param refusals why the family does not build some workloads, each reason with the first of them
 * @param unasked the claims that some workloads give nothing to ask about, by name, and why: one about a task that is
 *     not there
 */
public record Fuzzed(
        Stop stop,
        long trials,
        long walks,
        long steps,
        int kept,
        long lastNew,
        Covered covered,
        Seq<Found> found,
        Seq<Property> unbroken,
        Map<String, String> refusals,
        Map<String, String> unasked) {
    /** Why it ended. */
    public enum Stop {
        /** As many were tried as were wanted. */
        COUNT("as many workloads were tried as were wanted"),
        /** Nothing new was seen for long. */
        NOTHING_NEW("nothing new was seen for long"),
        /** The limit on time. */
        TIMEOUT("the limit on time was reached"),
        /** The user wanted to stop. */
        INTERRUPTED("it was interrupted");

        private final String sentence;

        Stop(String sentence) {
            this.sentence = sentence;
        }

        /** The reason as a clause. */
        public String sentence() {
            return sentence;
        }
    }
}
