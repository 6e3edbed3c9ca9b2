package pagelife.checker.engine.store;

import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * An index of states that lie in a file, of four bytes and a half for each: their numbers in the order of a {@link
 * PerfectHash}. That knows no state, so that one that is not there would be taken for another. Where every state that is
 * asked for is there, that does not matter; else the state of the number is read and compared.
 */
final class PerfectStateIndex extends StateIndex {
    private final PackedStates states;
    /** Whether every state that is asked for is there. */
    private final boolean closed;

    private final PerfectHash hashes;
    /** The numbers of states, by rank. */
    private final int[] numbers;
    /** The states without a rank: those whose hashes are equal. */
    private int[] rest = new int[0];

    PerfectStateIndex(PackedStates states, boolean closed) {
        this.states = states;
        this.closed = closed;
        this.hashes = new PerfectHash(states.size(), this::hashes);
        this.numbers = new int[states.size()];
        for (int number = 0; number < states.size(); number++) {
            put(states.chunkOf(number), states.offsetOf(number), number);
        }
    }

    private void hashes(LongConsumer consumer) {
        for (int number = 0; number < states.size(); number++) {
            consumer.accept(WideStore.hash(states.chunkOf(number), states.offsetOf(number), states.words()));
        }
    }

    @Override
    void put(long[] packed, int offset, int number) {
        int rank = hashes.rank(WideStore.hash(packed, offset, states.words()));
        if (rank == PerfectHash.NONE) {
            rest = Arrays.copyOf(rest, rest.length + 1);
            rest[rest.length - 1] = number;
        } else {
            numbers[rank] = number;
        }
    }

    @Override
    public int find(long[] packed, int offset) {
        int rank = hashes.rank(WideStore.hash(packed, offset, states.words()));
        if (rank == PerfectHash.NONE) {
            return Arrays.stream(rest)
                    .filter(each -> states.is(each, packed, offset))
                    .findFirst()
                    .orElse(-1);
        }
        int number = numbers[rank];
        return closed || states.is(number, packed, offset) ? number : -1;
    }
}
