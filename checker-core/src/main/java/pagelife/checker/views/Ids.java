package pagelife.checker.views;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers for values, from 0 in the order of first sight. */
final class Ids<T> {
    private final Map<T, Integer> ids = new HashMap<>();
    private final List<T> values = new ArrayList<>();

    int of(T value) {
        Integer known = ids.get(value);
        if (known != null) {
            return known;
        }
        ids.put(value, values.size());
        values.add(value);
        return values.size() - 1;
    }

    boolean isNew(T value) {
        return !ids.containsKey(value);
    }

    T value(int id) {
        return values.get(id);
    }

    int size() {
        return values.size();
    }
}
