package pagelife.specs.sweep;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.models.Setting;
import pagelife.models.Settings;
import pagelife.specs.Subject;

/**
 * How the bounds of a subject can be raised. A bound that is a number is raised to each larger value that it may have;
 * another one is set to each value that it may have beside its own.
 *
 * @param bounds the bounds that can be set
 * @param now the value that each has
 */
record Raises(Seq<Setting> bounds, Settings now) {
    static Raises of(Subject subject) {
        Seq<Setting> bounds = subject.family().bounds();
        Settings set = subject.variant().bounds().and(subject.bounds());
        Settings now = bounds.foldLeft(
                Settings.NONE,
                (all, bound) -> all.with(
                        bound.name(),
                        set.get(bound.name()).getOrElse(bound.values().head())));
        return new Raises(bounds, now);
    }

    /** One bound set to its next higher value, for each bound. */
    Seq<Settings> next() {
        return bounds.flatMap(bound -> raised(bound).headOption());
    }

    /** One bound set higher than that, for each bound and value. */
    Seq<Settings> further() {
        return bounds.flatMap(bound -> raised(bound).drop(1));
    }

    private Seq<Settings> raised(Setting bound) {
        return higher(bound).map(value -> Settings.NONE.with(bound.name(), value));
    }

    /** Two bounds set to the next higher value each. */
    Seq<Settings> pairs() {
        Vector<Settings> next = next().toVector();
        return next.zipWithIndex()
                .flatMap(first ->
                        next.drop(first._2() + 1).map(second -> first._1().and(second)));
    }

    private Seq<String> higher(Setting bound) {
        String current = now.get(bound.name()).get();
        return number(current)
                .map(from -> bound.values()
                        .filter(value -> number(value).exists(to -> to > from))
                        .sortBy(value -> number(value).get()))
                .getOrElse(() -> bound.values().remove(current));
    }

    /** The raises of one step less in one bound: all that {@code raise} goes beyond. */
    Seq<Settings> below(Settings raise) {
        return raise.asMap().toVector().flatMap(entry -> {
            Settings others = raise.asMap()
                    .filter(other -> !other._1().equals(entry._1()))
                    .foldLeft(Settings.NONE, (all, other) -> all.with(other._1(), other._2()));
            Seq<String> values = bounds.find(bound -> bound.name().equals(entry._1()))
                    .map(this::higher)
                    .get();
            int at = values.indexOf(entry._2());
            boolean numbers = number(entry._2()).isDefined();
            return Option.when(at > 0 && numbers, () -> others.with(entry._1(), values.get(at - 1)))
                    .orElse(Option.when(!others.isEmpty(), others));
        });
    }

    private static Option<Integer> number(String text) {
        return text.matches("-?[0-9]{1,9}") ? Option.some(Integer.parseInt(text)) : Option.none();
    }
}
