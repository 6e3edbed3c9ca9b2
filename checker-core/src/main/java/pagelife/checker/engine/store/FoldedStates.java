package pagelife.checker.engine.store;

import java.util.Arrays;
import pagelife.checker.engine.pack.Layout;

/**
 * Some states of a level in few bits, in their order: those that lie side by side and differ in near bits only are their
 * far bits, once, how many they are, and the near bits of each. Immutable; can be shown from beginning to end only.
 */
final class FoldedStates {
    /** Bits of how many states there are behind far bits; a larger group is there in parts. */
    private static final int COUNT_BITS = 6;

    private static final int MOST = 1 << COUNT_BITS;

    private final int words;
    /** How many of the low bits of a state are near. */
    private final int nearBits;
    /** For each word how many bits are as many as any of the states needs, those of the first without the near ones. */
    private final int[] widths;
    /** How many states these are. */
    private final int states;
    /** How many bits are written. */
    private long end;

    private long[] bits = new long[1 << 9];

    /** These states of so many words, one after the other. */
    FoldedStates(long[] packed, int words, int nearBits) {
        this.words = words;
        this.nearBits = nearBits;
        this.states = packed.length / words;
        this.widths = widths(packed, words, nearBits);
        for (int start = 0; start < states; ) {
            int after = endOfGroup(packed, start);
            write(packed, start, after);
            start = after;
        }
        bits = Arrays.copyOf(bits, (int) (end + Long.SIZE - 1 >>> 6));
    }

    private static int[] widths(long[] packed, int words, int nearBits) {
        long[] any = new long[words];
        for (int at = 0; at < packed.length; at += words) {
            for (int w = 0; w < words; w++) {
                any[w] |= packed[at + w];
            }
        }
        any[0] >>>= nearBits;
        return Arrays.stream(any)
                .mapToInt(word -> Long.SIZE - Long.numberOfLeadingZeros(word))
                .toArray();
    }

    private int endOfGroup(long[] packed, int start) {
        int most = Math.min(states, start + MOST);
        int after = start + 1;
        while (after < most && isOfGroup(packed, start * words, after * words)) {
            after++;
        }
        return after;
    }

    private boolean isOfGroup(long[] packed, int first, int other) {
        long differ = (packed[first] ^ packed[other]) >>> nearBits;
        for (int w = 1; w < words; w++) {
            differ |= packed[first + w] ^ packed[other + w];
        }
        return differ == 0;
    }

    private void write(long[] packed, int start, int after) {
        append(after - start - 1, COUNT_BITS);
        append(packed[start * words] >>> nearBits, widths[0]);
        for (int w = 1; w < words; w++) {
            append(packed[start * words + w], widths[w]);
        }
        appendNear(packed, start, after);
    }

    /** What {@link #append} does, for each state: the larger part of what is written. */
    private void appendNear(long[] packed, int start, int after) {
        reserve((after - start) * nearBits);
        long[] into = bits;
        int width = nearBits;
        long to = end;
        for (int state = start; state < after; state++) {
            long near = Layout.near(packed[state * words], width);
            int at = (int) (to >>> 6);
            int shift = (int) to & Long.SIZE - 1;
            into[at] |= near << shift;
            if (shift + width > Long.SIZE) {
                into[at + 1] = near >>> Long.SIZE - shift;
            }
            to += width;
        }
        end = to;
    }

    private void reserve(int more) {
        int longs = (int) (end + more >>> 6) + 2;
        if (longs > bits.length) {
            bits = Arrays.copyOf(bits, Math.max(longs, 2 * bits.length));
        }
    }

    private void append(long value, int width) {
        reserve(width);
        int at = (int) (end >>> 6);
        int shift = (int) end & Long.SIZE - 1;
        bits[at] |= value << shift;
        if (shift + width > Long.SIZE) {
            bits[at + 1] = value >>> Long.SIZE - shift;
        }
        end += width;
    }

    /** How many states these are. */
    int size() {
        return states;
    }

    long bytes() {
        return (long) bits.length * Long.BYTES;
    }

    /** The states, one after the other, in the order in which they were given. */
    long[] unfolded() {
        long[] packed = new long[states * words];
        long from = 0;
        for (int state = 0; state < states; ) {
            int after = state + 1 + (int) read(from, COUNT_BITS);
            from += COUNT_BITS;
            int first = state * words;
            for (int w = 0; w < words; w++) {
                packed[first + w] = read(from, widths[w]);
                from += widths[w];
            }
            long far = packed[first] << nearBits;
            for (; state < after; state++) {
                System.arraycopy(packed, first, packed, state * words, words);
                packed[state * words] = far | read(from, nearBits);
                from += nearBits;
            }
        }
        return packed;
    }

    private long read(long from, int width) {
        if (width == 0) {
            return 0;
        }
        int at = (int) (from >>> 6);
        int shift = (int) from & Long.SIZE - 1;
        long value = bits[at] >>> shift;
        if (shift + width > Long.SIZE) {
            value |= bits[at + 1] << Long.SIZE - shift;
        }
        return value & -1L >>> Long.SIZE - width;
    }
}
