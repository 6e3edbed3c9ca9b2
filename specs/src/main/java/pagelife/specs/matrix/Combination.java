package pagelife.specs.matrix;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Seq;

/**
 * A choice in every dimension.
 *
 * @param choices the choices by dimension
 */
public record Combination(LinkedHashMap<String, String> choices) {
    /** No choice made. */
    static final Combination NONE = new Combination(LinkedHashMap.empty());

    /** With a choice. */
    public Combination with(String dimension, String choice) {
        return new Combination(choices.put(dimension, choice));
    }

    /** The choice in a dimension. */
    public String get(String dimension) {
        return choices.get(dimension)
                .getOrElseThrow(() -> new IllegalArgumentException("no dimension is called " + dimension
                        + ": there are " + choices.keySet().mkString(", ")));
    }

    /**
     * What it takes to come from here to {@code other}, as rules are set: {@code pagemapWaitsFor=pages}, one for each
     * dimension.
     */
    public Seq<String> changesTo(Combination other) {
        return choices.toVector()
                .filter(entry -> !other.get(entry._1()).equals(entry._2()))
                .map(entry -> Dimension.setting(entry._1(), other.get(entry._1())));
    }

    @Override
    public String toString() {
        return choices.map(entry -> Dimension.setting(entry._1(), entry._2())).mkString(" ");
    }
}
