package pagelife.checker.engine.pack;

import java.util.ArrayList;
import java.util.List;

/** What the tries say comes after one state: for the the audit to compare with what the code says. */
public final class Replay {
    private final List<Integer> effects = new ArrayList<>();
    private final List<long[]> successors = new ArrayList<>();

    /** Adds a successor; {@code effect} is its index, or the complement of the step's if it was executed directly. */
    public void add(int effect, long... packed) {
        effects.add(effect);
        successors.add(packed);
    }

    public int count() {
        return effects.size();
    }

    public int effect(int i) {
        return effects.get(i);
    }

    public long[] successor(int i) {
        return successors.get(i);
    }
}
