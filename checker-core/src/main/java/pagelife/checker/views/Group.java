package pagelife.checker.views;

import java.util.Arrays;

/**
 * Members by the numbers of what each holds in its own cells, in ascending order: which of them is which does not
 * matter. Immutable.
 */
final class Group {
    private final int[] members;

    private Group(int[] members) {
        this.members = members;
    }

    static Group of(int... members) {
        int[] sorted = members.clone();
        Arrays.sort(sorted);
        return new Group(sorted);
    }

    int size() {
        return members.length;
    }

    int get(int place) {
        return members[place];
    }

    /** This group and one more. */
    Group with(int member) {
        int[] more = Arrays.copyOf(members, members.length + 1);
        more[members.length] = member;
        return of(more);
    }

    /** This group without the one at {@code place}. */
    Group without(int place) {
        int[] fewer = new int[members.length - 1];
        System.arraycopy(members, 0, fewer, 0, place);
        System.arraycopy(members, place + 1, fewer, place, fewer.length - place);
        return new Group(fewer);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Group group && Arrays.equals(members, group.members);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(members);
    }
}
