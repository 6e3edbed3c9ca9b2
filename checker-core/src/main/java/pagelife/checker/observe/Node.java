package pagelife.checker.observe;

import java.util.Arrays;

/** A state, with what the recorded tasks owe there. The trail is how it was come to, and no part of it. */
final class Node {
    private final int[] ids;
    private final Owed owed;
    private final Trail trail;
    private final int hash;

    Node(int[] ids, Owed owed, Trail trail) {
        this.ids = ids;
        this.owed = owed;
        this.trail = trail;
        this.hash = 31 * Arrays.hashCode(ids) + owed.hashCode();
    }

    int[] ids() {
        return ids;
    }

    Owed owed() {
        return owed;
    }

    Trail trail() {
        return trail;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Node node
                && hash == node.hash
                && owed.equals(node.owed)
                && Arrays.equals(ids, node.ids);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
