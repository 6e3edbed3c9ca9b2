package pagelife.checker.engine.runs;

import pagelife.checker.engine.store.Pages;
import pagelife.checker.liveness.Halt;
import pagelife.checker.liveness.Rows;

/** Edges in a file, of 8 bytes: the target, above the step, above the mark. */
final class FiledEdges implements Rows.Edges {
    private static final int MARK = 1;
    private static final int MOST = Integer.MAX_VALUE - 8;

    private final Pages pages;
    /** The edge that was added last: it may be marked before it is written. */
    private final long[] last = new long[1];

    private int count;

    FiledEdges(Pages pages) {
        this.pages = pages;
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public void add(int target, int step) {
        if (count == MOST) {
            throw new Halt(Halt.Reason.MEMORY);
        }
        if (count++ > 0) {
            pages.add(last, 0);
        }
        last[0] = (long) target << Integer.SIZE | (long) step << 1;
    }

    @Override
    public void mark() {
        last[0] |= MARK;
    }

    private long edge(int edge) {
        return edge == count - 1 ? last[0] : pages.arrayOf(edge)[pages.offsetOf(edge)];
    }

    @Override
    public int target(int edge) {
        return (int) (edge(edge) >> Integer.SIZE);
    }

    @Override
    public int step(int edge) {
        return (int) edge(edge) >>> 1;
    }

    @Override
    public boolean isMarked(int edge) {
        return (edge(edge) & MARK) != 0;
    }

    @Override
    public long bytes() {
        return 0; // those of its pages are counted by who made them
    }
}
