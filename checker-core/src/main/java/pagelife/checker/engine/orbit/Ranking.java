package pagelife.checker.engine.orbit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import pagelife.checker.model.Actor;

/**
 * The members of a sort, put in order by what is their own. One worker's own; about one state at a time.
 *
 * @see Orbits
 */
final class Ranking {
    private final Actor[] members;
    /** For each member its cells, in the same order. */
    private final int[][] own;
    /** For each member what makes its cells those of the first. */
    private final Image[] toFirst;
    /** The bit of the first member, see {@link Mentions}. */
    private final int bit;
    /** What is each member's own, as if it were the first one's. */
    private final int[][] keys;
    /** The members by their keys, the least first. */
    private final int[] sorted;
    /** How many orders of members with equal keys there are. */
    private int ties;
    /** How many of those differ in what they do. */
    private boolean several;

    Ranking(Actor[] members, int[][] own, Image[] toFirst, int bit) {
        this.members = members;
        this.own = own;
        this.toFirst = toFirst;
        this.bit = bit;
        this.keys = new int[members.length][own[0].length];
        this.sorted = new int[members.length];
    }

    int size() {
        return members.length;
    }

    Actor member(int index) {
        return members[index];
    }

    /**
     * Ranks the members in a state.
     *
     * @param entangled whether what is their own says nothing, so that all are tied
     * @param named the tasks that are named in what is everybody's: members that are not can change places unseen
     */
    void rank(int[] ids, boolean entangled, int named) {
        for (int member = 0; member < keys.length; member++) {
            for (int i = 0; i < own[member].length; i++) {
                keys[member][i] = entangled ? 0 : toFirst[member].id(own[member][i], ids[own[member][i]]);
            }
            insert(member);
        }
        ties = 1;
        several = false;
        int run = 1;
        for (int place = 1; place < sorted.length; place++) {
            run = tied(place) ? run + 1 : 1;
            ties *= run;
            several |= run > 1 && (entangled || isNamed(place, named) || isNamed(place - 1, named));
        }
    }

    private boolean isNamed(int place, int named) {
        return (named >>> bit + sorted[place] & 1) != 0;
    }

    private boolean tied(int place) {
        return Arrays.equals(keys[sorted[place]], keys[sorted[place - 1]]);
    }

    private void insert(int member) {
        int place = member;
        while (place > 0 && Arrays.compare(keys[member], keys[sorted[place - 1]]) < 0) {
            sorted[place] = sorted[place - 1];
            place--;
        }
        sorted[place] = member;
    }

    /** Whether there are orders of members with equal keys that lead to different states. */
    boolean several() {
        return several;
    }

    /** Whether the members stand in order as they are. */
    boolean isSorted() {
        for (int place = 0; place < sorted.length; place++) {
            if (sorted[place] != place) {
                return false;
            }
        }
        return true;
    }

    /** How many orders of members with equal keys there are. */
    int ties() {
        return ties;
    }

    /** The place of each member, where those with equal keys stay as they stand. */
    int[] places() {
        int[] places = new int[sorted.length];
        for (int place = 0; place < sorted.length; place++) {
            places[sorted[place]] = place;
        }
        return places;
    }

    /** All orders: for each member its place, those with equal keys in every way. */
    List<int[]> orders() {
        if (!several) {
            return List.of(places());
        }
        List<int[]> found = new ArrayList<>();
        collect(0, new int[sorted.length], new boolean[sorted.length], found);
        return found;
    }

    private void collect(int place, int[] places, boolean[] placed, List<int[]> found) {
        if (place == sorted.length) {
            found.add(places.clone());
            return;
        }
        for (int member : sorted) {
            if (!placed[member] && Arrays.equals(keys[member], keys[sorted[place]])) {
                placed[member] = true;
                places[member] = place;
                collect(place + 1, places, placed, found);
                placed[member] = false;
            }
        }
    }
}
