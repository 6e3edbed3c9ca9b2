package pagelife.specs.observe;

import io.vavr.control.Option;
import pagelife.models.page.PageId;
import pagelife.models.page.PteAt;

/** What a task has begun and not ended, as far as its lines say. */
sealed interface Open {
    /** A fault; it shows its page where it sets the entry. */
    record Fault(PteAt at) implements Open {}

    /** A fault of a size that the models do not have; one that falls back was nothing. */
    record LargeFault() implements Open {}

    /**
     * A call of GUP.
     *
     * @param operation what a pin of it is called
     * @param start the first address
     * @param done how many pages it has grabbed
     * @param current the pin that it is taking
     */
    record Gup(String operation, long start, int done, Option<Taking> current) implements Open {
        Gup taking(PteAt at) {
            return new Gup(operation, start, done, Option.some(new Taking(at, 0)));
        }

        Gup took(int refs) {
            return new Gup(
                    operation, start, done, current.map(taking -> new Taking(taking.at(), taking.refs() + refs)));
        }

        Gup next() {
            return new Gup(operation, start, done + 1, Option.none());
        }
    }

    /** A pin being taken, and how many references it has so far. */
    record Taking(PteAt at, int refs) {}

    /** An unmapping by a program. */
    record Zap() implements Open {}

    /**
     * A truncate of the file.
     *
     * @param busy the page that it has found busy last
     */
    record Truncate(Option<PageId> busy) implements Open {}

    /**
     * The end of the file's inode.
     *
     * @param isModelled whether it is one that the models have
     */
    record Evict(boolean isModelled) implements Open {}

    /** The removal of the device. */
    record Remove() implements Open {}

    /** The same of another file, or of other memory. */
    record Other() implements Open {}
}
