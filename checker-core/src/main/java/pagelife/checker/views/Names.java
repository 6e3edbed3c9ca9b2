package pagelife.checker.views;

import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.SortedMap;
import io.vavr.collection.SortedSet;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import pagelife.checker.value.Parts;

/**
 * Where tasks are named in values: a text that is a task's name, in records, options, pairs and collections, however
 * deep. What it cannot look into names nobody; whether that is so, is seen when members are exchanged.
 *
 * <p>What was once found of a value, or of an element of a collection, is kept: a queue is looked at a thousand times,
 * and who stands in it are a few.
 */
final class Names {
    /** So much is kept of each kind. */
    private static final int MOST_KEPT = 500_000;

    /** Stands where a name was. */
    private static final String BLANK = "\u0001";

    private final Predicate<String> isName;
    private final java.util.Map<Object, Look> looks = new HashMap<>();
    /** For each element with its name blank what it is with a name. */
    private final java.util.Map<Object, java.util.Map<String, Object>> made = new HashMap<>();
    /** For each value and its place the spots in it. */
    private final java.util.Map<Placed, List<Spot>> spots = new HashMap<>();
    /** For each value the names in it, each once. */
    private final java.util.Map<Object, List<String>> named = new HashMap<>();
    /** For each value, and what its names give way to, what it becomes. */
    private final java.util.Map<Spread, Object> spread = new HashMap<>();

    private record Placed(Object value, int place) {}

    private record Spread(Object value, List<List<String>> names) {}

    Names(Predicate<String> isName) {
        this.isName = isName;
    }

    /**
     * Somewhere a task is named.
     *
     * @param name the name
     * @param place how to get there: equal for two of which nobody can say which is which, their order apart
     * @param free whether any number of tasks may be named there side by side: in elements of a collection of which each
     *     names one
     * @param index where among the elements, if these have an order; else -1
     */
    record Spot(String name, List<Object> place, boolean free, int index) {
        boolean isOrdered() {
            return index >= 0;
        }
    }

    /**
     * What there is to find in a value that has no collection inside.
     *
     * @param name the one that is named, if it is one
     * @param blank the value without the name
     * @param many whether there is more, or a collection inside
     */
    private record Look(Option<String> name, Object blank, boolean many) {}

    private Look look(Object value) {
        Look known = looks.get(value);
        if (known == null) {
            List<String> direct = new ArrayList<>();
            boolean[] nested = {false};
            direct(value, direct::add, inner -> nested[0] = true);
            List<String> named = direct.stream().filter(isName).toList();
            boolean many = nested[0] || named.size() > 1;
            known = many
                    ? new Look(Option.none(), "", true)
                    : new Look(Option.ofOptional(named.stream().findFirst()), blank(value), false);
            looks.put(value, known);
        }
        return known;
    }

    private Object blank(Object value) {
        return spread(value, text -> List.of(isName.test(text) ? BLANK : text));
    }

    /** Forgets what was found, since there are more names now. */
    void forget() {
        looks.clear();
        made.clear();
        spots.clear();
        named.clear();
        spread.clear();
    }

    /** Forgets what was found where that is much. */
    private void tidy() {
        if (spots.size() > MOST_KEPT || named.size() > MOST_KEPT || spread.size() > MOST_KEPT) {
            forget();
        }
    }

    /** Whether a task is named in one of these values. */
    boolean isIn(List<Object> values) {
        return !spots(values).isEmpty();
    }

    /** Every spot of {@code values} with a name. */
    List<Spot> spots(List<Object> values) {
        tidy();
        List<Spot> all = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            all.addAll(spots(values.get(i), i));
        }
        return all;
    }

    private List<Spot> spots(Object value, int place) {
        Placed key = new Placed(value, place);
        List<Spot> known = spots.get(key);
        if (known == null) {
            Finder finder = new Finder();
            finder.find(value, List.of(place), null);
            known = finder.drafts.stream().map(Draft::spot).toList();
            spots.put(key, known);
        }
        return known;
    }

    /** The names in a value, each once. */
    List<String> named(Object value) {
        List<String> known = named.get(value);
        if (known == null) {
            known = spots(value, 0).stream().map(Spot::name).distinct().toList();
            named.put(value, known);
        }
        return known;
    }

    /** An element of a collection, with names blank, and how many are named in it. */
    private static final class Element {
        private final List<Object> collection;
        private final int index;
        private final Object blank;
        private final Element outer;
        private int named;

        Element(List<Object> collection, int index, Object blank, Element outer) {
            this.collection = collection;
            this.index = index;
            this.blank = blank;
            this.outer = outer;
        }
    }

    /** A spot of which it is not known yet who else is named beside it. */
    private record Draft(String name, List<Object> path, Element element) {
        Spot spot() {
            return element == null || element.named > 1
                    ? new Spot(name, path, false, -1)
                    : new Spot(name, List.of(element.collection, element.blank), true, element.index);
        }
    }

    /** Finds spots. */
    private final class Finder {
        private final List<Draft> drafts = new ArrayList<>();

        private void find(Object value, List<Object> path, Element in) {
            if (value instanceof String text) {
                note(text, path, in);
            } else if (value instanceof Map<?, ?> map) {
                map.forEach((key, held) -> entry(key, held, path, in));
            } else if (value instanceof Seq<?> elements) {
                int index = 0;
                for (Object element : elements) {
                    element(element, path, index, in);
                    index++;
                }
            } else if (value instanceof Set<?> elements) {
                elements.forEach(element -> element(element, path, -1, in));
            } else {
                int[] part = {0};
                parts(value, inner -> find(inner, List.of(path, part[0]++), in));
            }
        }

        private void note(String text, List<Object> path, Element in) {
            if (isName.test(text)) {
                drafts.add(new Draft(text, path, in));
                for (Element each = in; each != null; each = each.outer) {
                    each.named++;
                }
            }
        }

        private void element(Object element, List<Object> path, int index, Element in) {
            Look look = look(element);
            if (look.many()) {
                Element one = new Element(path, index, blank(element), in);
                find(element, List.of(path, index < 0 ? one.blank : index), one);
            } else if (look.name().isDefined()) {
                note(look.name().get(), path, new Element(path, index, look.blank(), in));
            }
        }

        /** A key has room for one value: who is named in it is alone there. */
        private void entry(Object key, Object held, List<Object> path, Element in) {
            Element entry = new Element(path, -1, blank(Tuple.of(key, held)), in);
            find(key, List.of(path, entry.blank, "key"), entry);
            int keys = entry.named;
            find(held, List.of(path, entry.blank), entry);
            entry.named += entry.named > keys ? 1 : 0;
        }
    }

    private static boolean isCollection(Object value) {
        return value instanceof Seq || value instanceof Set || value instanceof Map;
    }

    /** The parts of a value that is no collection. */
    private static void parts(Object value, Consumer<Object> each) {
        Parts.mapped(value, inner -> {
            each.accept(inner);
            return inner;
        });
    }

    /** The texts in a value that are in no collection inside of it, and these collections. */
    private static void direct(Object value, Consumer<String> each, Consumer<Object> collections) {
        if (value instanceof String text) {
            each.accept(text);
        } else if (isCollection(value)) {
            collections.accept(value);
        } else {
            parts(value, inner -> direct(inner, each, collections));
        }
    }

    /** Values with other names. */
    List<Object> renamed(List<Object> values, UnaryOperator<String> names) {
        return spread(values, text -> List.of(names.apply(text)));
    }

    /**
     * Values in which some names give way to none, to one, or to several side by side. Where there is room for one only
     * it has to be one.
     */
    List<Object> spread(List<Object> values, Function<String, List<String>> names) {
        tidy();
        List<Object> all = new ArrayList<>(values.size());
        for (Object value : values) {
            List<String> from = named(value);
            all.add(from.isEmpty() ? value : known(value, from, names));
        }
        return List.copyOf(all);
    }

    private Object known(Object value, List<String> from, Function<String, List<String>> names) {
        Spread key = new Spread(value, from.stream().map(names).toList());
        Object known = spread.get(key);
        if (known == null) {
            known = spread(value, names);
            spread.put(key, known);
        }
        return known;
    }

    private Object spread(Object value, Function<String, List<String>> names) {
        if (value instanceof String text) {
            List<String> to = names.apply(text);
            return to.size() == 1 ? to.get(0) : text;
        }
        if (value instanceof Enum || value instanceof Number || value instanceof Boolean) {
            return value;
        }
        if (value instanceof Map<?, ?> map) {
            return spread(map, names);
        }
        if (value instanceof SortedSet<?> sorted) {
            return spread(sorted, names);
        }
        if (value instanceof Vector<?> vector) {
            List<Object> all = new ArrayList<>();
            vector.forEach(element -> all.addAll(element(element, names)));
            return Vector.ofAll(all);
        }
        if (value instanceof Seq<?> seq) {
            return seq.flatMap(element -> element(element, names));
        }
        if (value instanceof Set<?> set) {
            return set.flatMap(element -> element(element, names));
        }
        return Parts.mapped(value, inner -> spread(inner, names));
    }

    @SuppressWarnings("unchecked") // what is of a class stays of it
    private Object spread(SortedSet<?> of, Function<String, List<String>> names) {
        SortedSet<Object> sorted = (SortedSet<Object>) of;
        return sorted.flatMap(sorted.comparator(), element -> element(element, names));
    }

    @SuppressWarnings("unchecked") // as above
    private Object spread(Map<?, ?> of, Function<String, List<String>> names) {
        Map<Object, Object> map = (Map<Object, Object>) of;
        return map instanceof SortedMap<Object, Object> sorted
                ? sorted.flatMap(sorted.comparator(), (key, held) -> entry(key, held, names))
                : map.flatMap((key, held) -> entry(key, held, names));
    }

    @SuppressWarnings("unchecked") // a pair becomes pairs
    private Seq<Tuple2<Object, Object>> entry(Object key, Object held, Function<String, List<String>> names) {
        return Vector.ofAll(element(Tuple.of(key, held), names)).map(pair -> (Tuple2<Object, Object>) pair);
    }

    private List<Object> element(Object element, Function<String, List<String>> names) {
        Look look = look(element);
        if (!look.many()) {
            return look.name().isEmpty() ? List.of(element) : row(element, look, names);
        }
        List<String> several = new ArrayList<>();
        direct(
                element,
                text -> {
                    if (names.apply(text).size() != 1) {
                        several.add(text);
                    }
                },
                inner -> {});
        if (several.isEmpty()) {
            return List.of(spread(element, names));
        }
        String name = several.get(0);
        return names.apply(name).stream()
                .map(to -> spread(element, text -> text.equals(name) ? List.of(to) : names.apply(text)))
                .toList();
    }

    /** An element that names one, with each of other names. */
    private List<Object> row(Object element, Look look, Function<String, List<String>> names) {
        List<Object> row = new ArrayList<>();
        for (String to : names.apply(look.name().get())) {
            java.util.Map<String, Object> known = made.computeIfAbsent(look.blank(), key -> new HashMap<>());
            Object one = known.get(to);
            if (one == null) {
                one = spread(element, text -> List.of(isName.test(text) ? to : text));
                known.put(to, one);
            }
            row.add(one);
        }
        return row;
    }
}
