package pagelife.checker.engine;

import java.util.Arrays;

/** Transitions from some one-word states: for each the state it comes from and its effect. */
record Transitions(long[] sources, int[] effects) {
    /** The transitions from these states, without an alarm for any of them. */
    static Transitions from(long[] states, Memo memo) {
        Walker walker = new Walker(memo, (watch, effect, ids) -> {});
        walker.clear(memo.layout());
        int[] ends = new int[states.length];
        for (int i = 0; i < states.length; i++) {
            walker.expand(states, i);
            ends[i] = walker.count();
        }
        long[] sources = new long[walker.count()];
        int transition = 0;
        for (int i = 0; i < states.length; i++) {
            for (; transition < ends[i]; transition++) {
                sources[transition] = states[i];
            }
        }
        int[] effects = Arrays.copyOf(walker.effects(), walker.count());
        return new Transitions(sources, effects);
    }
}
