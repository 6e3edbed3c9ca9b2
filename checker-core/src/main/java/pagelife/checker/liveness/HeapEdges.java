package pagelife.checker.liveness;

import java.util.Arrays;

/** Edges in memory, of 6 bytes: the target, and the step. */
final class HeapEdges implements Rows.Edges {
    private static final char MARK = 0x8000;
    private static final int MOST = Integer.MAX_VALUE - 8;

    private int[] targets = new int[1 << 10];
    private char[] steps = new char[1 << 10];
    private int count;

    @Override
    public int count() {
        return count;
    }

    @Override
    public void add(int target, int step) {
        if (count == targets.length) {
            if (count == MOST) {
                throw new Halt(Halt.Reason.MEMORY);
            }
            int room = (int) Math.min(MOST, count + (long) (count >>> 1) + 1);
            targets = Arrays.copyOf(targets, room);
            steps = Arrays.copyOf(steps, room);
        }
        targets[count] = target;
        steps[count++] = (char) step;
    }

    @Override
    public void mark() {
        steps[count - 1] |= MARK;
    }

    @Override
    public int target(int edge) {
        return targets[edge];
    }

    @Override
    public int step(int edge) {
        return steps[edge] & ~MARK;
    }

    @Override
    public boolean isMarked(int edge) {
        return steps[edge] >= MARK;
    }

    @Override
    public long bytes() {
        return (long) targets.length * (Integer.BYTES + Character.BYTES);
    }
}
