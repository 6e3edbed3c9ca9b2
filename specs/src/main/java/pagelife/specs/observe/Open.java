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
     * @param done how many pages it has gone past
     * @param current the pin that it is taking
     */
    record Gup(String operation, long start, int done, Option<Taking> current) implements Open {
        Gup taking(PteAt at, PageId page) {
            return new Gup(operation, start, done, Option.some(new Taking(at, page, 0)));
        }

        Gup took(int refs) {
            return new Gup(operation, start, done, current.map(taking -> taking.took(refs)));
        }

        Gup next() {
            return new Gup(operation, start, done + 1, Option.none());
        }
    }

    /** A pin being taken, and how many references it has so far. */
    record Taking(PteAt at, PageId page, int refs) {
        Taking took(int more) {
            return new Taking(at, page, refs + more);
        }
    }

    /** An unmapping by a program. */
    record Zap() implements Open {}

    /**
     * What takes pages from the file: a truncate, a punch, an eviction.
     *
     * @param what all that its lines say
     * @param busy the page that it has found busy last
     */
    record Removing(Removal what, Option<PageId> busy) implements Open {
        Removing found(Option<PageId> page) {
            return new Removing(what, page);
        }

        /** Whether somebody else ends it. */
        boolean endsLater(long line) {
            return what.frees().exists(freed -> freed > line);
        }
    }

    /** The removal of the device. */
    record Remove() implements Open {}

    /** The same of another file, or of other memory. */
    record Other() implements Open {}
}
