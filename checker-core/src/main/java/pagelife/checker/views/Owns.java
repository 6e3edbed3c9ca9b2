package pagelife.checker.views;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Numbers for what members hold in their own cells. Those of one kind come before those of the next, so that members
 * in the order of their numbers stand in that of their kinds.
 */
final class Owns {
    private static final int EACH = 1 << 24;

    private final List<Ids<List<Object>>> kinds;

    Owns(int kinds) {
        this.kinds = IntStream.range(0, kinds)
                .mapToObj(kind -> new Ids<List<Object>>())
                .toList();
    }

    int of(int kind, List<Object> own) {
        int id = kinds.get(kind).of(own);
        if (id >= EACH) {
            throw new Refused("a member can hold too many different things");
        }
        return kind * EACH + id;
    }

    /** Whether a member of a kind was never seen to hold that. */
    boolean isNew(int kind, List<Object> own) {
        return kinds.get(kind).isNew(own);
    }

    List<Object> value(int number) {
        return kinds.get(kind(number)).value(number % EACH);
    }

    static int kind(int number) {
        return number / EACH;
    }

    /** All that a member of a kind was seen to hold. */
    List<List<Object>> all(int kind) {
        Ids<List<Object>> ids = kinds.get(kind);
        return IntStream.range(0, ids.size()).mapToObj(ids::value).toList();
    }
}
