package pagelife.checker.value;

import io.vavr.Tuple2;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/**
 * A place where two values differ.
 *
 * @param path the components on the way, such as {@code mapping.file} or {@code [P0].refs}; empty if the whole values
 *     differ
 * @param before what is there in the first value; {@link Value.Absent} where a table has no such key
 * @param after what is there in the second
 */
public record Difference(String path, Value before, Value after) {
    private static final Value MISSING = new Value.Absent("missing");

    /**
     * Where {@code before} and {@code after} differ, in the order of their components: as deep as both are records of
     * one type, or tables. None if they are equal.
     */
    public static Seq<Difference> between(Value before, Value after) {
        return between("", before, after);
    }

    private static Seq<Difference> between(String path, Value before, Value after) {
        if (before.equals(after)) {
            return Vector.empty();
        }
        if (before instanceof Value.Structure old
                && after instanceof Value.Structure now
                && old.type().equals(now.type())
                && old.components().keySet().equals(now.components().keySet())) {
            return within(path.isEmpty() ? "" : path + ".", old.components(), now.components(), "")
                    .orElse(Vector.of(new Difference(path, before, after))); // they differ in what they print
        }
        if (before instanceof Value.Present old && after instanceof Value.Present now) {
            return between(path, old.inside(), now.inside());
        }
        if (before instanceof Value.Table old && after instanceof Value.Table now) {
            return within(path + "[", byKey(old), byKey(now), "]").orElse(Vector.of(new Difference(path, old, now)));
        }
        return Vector.of(new Difference(path, before, after));
    }

    private static Seq<Difference> within(
            String open, LinkedHashMap<String, Value> before, LinkedHashMap<String, Value> after, String close) {
        return before.merge(after)
                .keySet()
                .toVector()
                .flatMap(name -> between(
                        open + name + close,
                        before.get(name).getOrElse(MISSING),
                        after.get(name).getOrElse(MISSING)));
    }

    private static LinkedHashMap<String, Value> byKey(Value.Table table) {
        return LinkedHashMap.ofEntries(
                table.entries().map(entry -> new Tuple2<>(entry._1().text(), entry._2())));
    }

    @Override
    public String toString() {
        return (path.isEmpty() ? "" : path + ": ") + before.text() + " -> " + after.text();
    }
}
