package pagelife.checker.views;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Common values in which members are named, with names that say no more than a view does: those in sight by their
 * places in it, those out of sight by numbers. Of those out of sight who are named alike, in a sequence side by side, one
 * stands for all of them, however many they are.
 */
final class Crowd {
    private static final char MARK = '\u0002';
    private static final String SEEN = MARK + "seen ";
    private static final String AT = MARK + "at ";
    private static final String OTHER = MARK + "other ";
    /** Makes a second name of the first. */
    private static final String AGAIN = "0000000";

    private static final String BETWEEN = " ";

    /** How a member calls itself. */
    static final String SELF = MARK + "self";

    /** Numbers of what sets those apart who are out of sight: what has a number keeps it. */
    private final Ids<Object> marks = new Ids<>();

    /** Of which kind a task is, by its name. */
    private final Map<String, Integer> kinds = new HashMap<>();

    private final Set<Shape> known = new HashSet<>();

    private final Names names = new Names(text -> isSeen(text) || kind(text) >= 0);

    /** Nobody is known yet. */
    Crowd(Kit.Set kits) {
        kits.all().forEach(kit -> know(kit.shape()));
    }

    /** Knows the members of an instance from now on. */
    void know(Shape shape) {
        if (known.add(shape)) {
            kinds.putAll(shape.kinds());
            names.forget();
        }
    }

    /** Whether somebody is named in values. */
    boolean isNamed(List<Object> values) {
        return names.isIn(values);
    }

    /** All who are in sight, or not, that are named in values with names as in a view. */
    List<String> all(List<Object> shared) {
        return names.spots(shared).stream().map(Names.Spot::name).distinct().toList();
    }

    /** The name of the one in sight at a place. */
    static String seen(int place) {
        return SEEN + place;
    }

    private static String other(int kind, int number) {
        return OTHER + kind + BETWEEN + number;
    }

    /** The place of one that is in sight. */
    static int place(String seen) {
        return Integer.parseInt(seen.substring(SEEN.length()));
    }

    /** The name of the one of a kind at a place, where it may still be out of sight. */
    static String at(int place, int kind) {
        return AT + kind + BETWEEN + place;
    }

    static boolean isSeen(String text) {
        return text.startsWith(SEEN);
    }

    static boolean isOther(String text) {
        return text.startsWith(OTHER);
    }

    /** Of which kind one is who is out of sight, or may be; -1 for other texts. */
    int kind(String other) {
        int from = isOther(other) ? OTHER.length() : other.startsWith(AT) ? AT.length() : -1;
        return from < 0
                ? kinds.getOrDefault(other, -1)
                : Integer.parseInt(other.substring(from, other.indexOf(BETWEEN, from)));
    }

    /**
     * One who is out of sight, and named.
     *
     * @param name the name
     * @param many whether it stands for any number of such, but none
     * @param ordered whether these stand in a sequence
     */
    record Stranger(String name, boolean many, boolean ordered) {
        /** Who may stand where it does, once one of those that it stands for is called {@code joining}. */
        List<List<String>> rows(String joining) {
            if (!many) {
                return List.of(List.of(joining));
            }
            List<String> before = List.of(name, joining);
            return ordered
                    ? List.of(List.of(joining), before, List.of(joining, name), List.of(name, joining, name + AGAIN))
                    : List.of(List.of(joining), before);
        }
    }

    /** Those out of sight who are named in values with such names. */
    List<Stranger> strangers(List<Object> shared) {
        List<Stranger> strangers = new ArrayList<>();
        spots(shared, Crowd::isOther)
                .forEach((name, spots) -> strangers.add(
                        new Stranger(name, areMany(spots), spots.stream().anyMatch(Names.Spot::isOrdered))));
        return strangers;
    }

    /** Whether more may be named where one is. */
    private static boolean areMany(List<Names.Spot> spots) {
        int ordered = 0;
        for (Names.Spot spot : spots) {
            if (!spot.free()) {
                return false;
            }
            ordered += spot.isOrdered() ? 1 : 0;
        }
        return ordered <= 1;
    }

    private Map<String, List<Names.Spot>> spots(List<Object> values, Predicate<String> who) {
        Map<String, List<Names.Spot>> named = new LinkedHashMap<>();
        for (Names.Spot spot : names.spots(values)) {
            if (who.test(spot.name())) {
                named.computeIfAbsent(spot.name(), name -> new ArrayList<>()).add(spot);
            }
        }
        return named;
    }

    /**
     * The values with such names.
     *
     * @param values with any names
     * @param places where those are in sight that are
     */
    List<Object> of(List<Object> values, Map<String, Integer> places) {
        List<Object> shared = names.renamed(values, text -> places.containsKey(text) ? seen(places.get(text)) : text);
        Map<String, List<Names.Spot>> strangers = spots(shared, text -> !isSeen(text));
        if (strangers.isEmpty()) {
            return shared;
        }
        Set<String> gone = alikeBefore(strangers);
        if (!gone.isEmpty()) {
            shared = names.spread(shared, text -> gone.contains(text) ? List.of() : List.of(text));
            strangers = spots(shared, text -> !isSeen(text));
        }
        Map<String, String> numbered = numbered(strangers);
        return names.renamed(shared, text -> numbered.getOrDefault(text, text));
    }

    /** Those before whom there is one that is named alike: it stands for them, too. */
    private Set<String> alikeBefore(Map<String, List<Names.Spot>> strangers) {
        Set<String> gone = new HashSet<>();
        Set<Integer> known = new HashSet<>();
        Map<List<Integer>, String> ordered = new LinkedHashMap<>();
        strangers.forEach((name, spots) -> {
            if (areMany(spots)) {
                int looks = looks(name, spots, false);
                int index = -1;
                for (Names.Spot spot : spots) {
                    index = Math.max(index, spot.index());
                }
                if (index < 0 && !known.add(looks)) {
                    gone.add(name);
                } else if (index >= 0) {
                    ordered.put(List.of(looks, index), name);
                }
            }
        });
        ordered.forEach((looks, name) -> {
            if (ordered.containsKey(List.of(looks.get(0), looks.get(1) - 1))) {
                gone.add(name);
            }
        });
        return gone;
    }

    /** The number of what can be seen of one: where it is named; in sequences with the index, or without. */
    private int looks(String name, List<Names.Spot> spots, boolean indices) {
        List<Integer> looks = new ArrayList<>();
        for (Names.Spot spot : spots) {
            looks.add(marks.of(List.of(spot.place(), spot.free(), indices ? spot.index() : -1)));
        }
        Collections.sort(looks);
        return marks.of(List.of(kind(name), looks));
    }

    private Map<String, String> numbered(Map<String, List<Names.Spot>> strangers) {
        TreeMap<Integer, String> looks = new TreeMap<>();
        strangers.forEach((name, spots) -> {
            String same = looks.put(looks(name, spots, true), name);
            if (same != null) {
                throw new Refused("of " + same + " and " + name
                        + ", who are named out of sight, it cannot be told which is which");
            }
        });
        Map<String, String> numbered = new HashMap<>();
        looks.values().forEach(name -> numbered.put(name, other(kind(name), numbered.size())));
        return numbered;
    }

    List<Object> renamed(List<Object> values, UnaryOperator<String> to) {
        return names.renamed(values, to);
    }

    List<Object> spread(List<Object> values, Function<String, List<String>> to) {
        return names.spread(values, to);
    }
}
