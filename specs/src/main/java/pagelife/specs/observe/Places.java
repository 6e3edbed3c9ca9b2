package pagelife.specs.observe;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.models.page.Index;

/**
 * The places of the file that a recording is about: a model has no others.
 *
 * @param all their page offsets, in ascending order
 */
record Places(Vector<Long> all) {
    /** The place of a page offset. */
    Option<Index> index(long offset) {
        int at = all.indexOf(offset);
        return Option.when(at >= 0, () -> new Index(at));
    }

    /** The places from one offset to another, both included. */
    Vector<Index> between(long from, long to) {
        return Vector.range(0, all.size())
                .filter(i -> all.get(i) >= from && all.get(i) <= to)
                .map(Index::new);
    }

    int size() {
        return all.size();
    }
}
