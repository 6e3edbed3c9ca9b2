package pagelife.checker.views;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/**
 * How many there are of each of those out of sight who stand for many.
 *
 * @param counts so many of each, by the name
 */
record Lineup(Map<String, Integer> counts) {
    /** Of so many of them all ways to have one or two of each are taken. */
    private static final int MOST_COMBINED = 2;

    /** So many tasks of each kind have names who are named out of sight. */
    static final int NAMES = 24;

    /** Nobody is out of sight and named. */
    static final List<Lineup> NONE = List.of(new Lineup(Map.of()));

    private static final int ONE = 1;
    private static final int TWO = 2;
    private static final int THREE = 3;
    private static final int FIVE = 5;

    int times(String name) {
        return counts.getOrDefault(name, ONE);
    }

    /** One or two of each; where that are too many ways, one of each, two of each, and two of one of them. */
    static List<Lineup> usual(Crowd crowd, List<Object> shared) {
        List<String> names = many(crowd, shared);
        List<Lineup> lineups = new ArrayList<>();
        if (names.size() <= MOST_COMBINED) {
            for (int bits = 0; bits < 1 << names.size(); bits++) {
                int two = bits;
                lineups.add(of(names, i -> (two >> i & 1) == 0 ? ONE : TWO));
            }
            return lineups;
        }
        lineups.add(of(names, i -> ONE));
        lineups.add(of(names, i -> TWO));
        for (int one = 0; one < names.size(); one++) {
            int two = one;
            lineups.add(of(names, i -> i == two ? TWO : ONE));
        }
        return lineups;
    }

    /**
     * Three of each; five and one in turn; and as many of each as there are names for. Where so many are named that there
     * are no names for three of each, five of each in turn and one of the others.
     */
    static List<Lineup> further(Crowd crowd, List<Object> shared) {
        List<String> names = many(crowd, shared);
        if (names.isEmpty()) {
            return List.of();
        }
        int strangers = crowd.strangers(shared).size();
        List<Lineup> lineups = new ArrayList<>();
        if (strangers * THREE <= NAMES) {
            lineups.add(of(names, i -> THREE));
            lineups.add(of(names, i -> i % 2 == 0 ? FIVE : ONE));
        } else {
            for (int one = 0; one < names.size(); one++) {
                int five = one;
                lineups.add(of(names, i -> i == five ? FIVE : ONE));
            }
        }
        lineups.add(of(names, i -> NAMES / strangers));
        return lineups;
    }

    private static Lineup of(List<String> names, IntUnaryOperator many) {
        Map<String, Integer> counts = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            counts.put(names.get(i), many.applyAsInt(i));
        }
        return new Lineup(counts);
    }

    private static List<String> many(Crowd crowd, List<Object> shared) {
        return crowd.strangers(shared).stream()
                .filter(Crowd.Stranger::many)
                .map(Crowd.Stranger::name)
                .toList();
    }
}
