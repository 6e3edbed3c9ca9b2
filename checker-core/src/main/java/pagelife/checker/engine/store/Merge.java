package pagelife.checker.engine.store;

import java.util.ArrayList;
import java.util.List;
import pagelife.checker.engine.store.RunFile.Reader;

/**
 * Sorted runs read as one: a heap of readers, the one with the least state on top (Knuth, TAOCP 3, 5.4.1). A state that
 * is in several runs comes once for each.
 */
final class Merge implements AutoCloseable {
    private final int words;
    private final List<Reader> all = new ArrayList<>();
    private final Reader[] heap;
    private int size;

    /** The states of these runs from one on, or all of them where that is empty. */
    Merge(List<RunFile> runs, int words, long[] from) {
        this.words = words;
        this.heap = new Reader[runs.size()];
        try {
            for (RunFile run : runs) {
                Reader reader = run.reader();
                all.add(reader);
                reader.jump(from);
                if (reader.has()) {
                    heap[size++] = reader;
                }
            }
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
        for (int at = size / 2 - 1; at >= 0; at--) {
            sink(at);
        }
    }

    /** Whether a state is in hand. */
    boolean has() {
        return size > 0;
    }

    /** Whether the state in hand comes before another one; all come before an empty one. */
    boolean isBefore(long[] end) {
        return end.length == 0 || RunFile.compare(heap[0].packed(), heap[0].offset(), end, 0, words) < 0;
    }

    /** The array in which the state in hand starts at {@link #offset}. */
    long[] packed() {
        return heap[0].packed();
    }

    int offset() {
        return heap[0].offset();
    }

    void next() {
        Reader top = heap[0];
        top.next();
        if (!top.has()) {
            heap[0] = heap[--size];
            heap[size] = null;
        }
        sink(0);
    }

    private void sink(int from) {
        if (from >= size) {
            return;
        }
        Reader sinking = heap[from];
        int at = from;
        int child = 2 * at + 1;
        while (child < size) {
            if (child + 1 < size && isLess(heap[child + 1], heap[child])) {
                child++;
            }
            if (!isLess(heap[child], sinking)) {
                break;
            }
            heap[at] = heap[child];
            at = child;
            child = 2 * at + 1;
        }
        heap[at] = sinking;
    }

    private boolean isLess(Reader left, Reader right) {
        return RunFile.compare(left.packed(), left.offset(), right.packed(), right.offset(), words) < 0;
    }

    @Override
    public void close() {
        all.forEach(Reader::close);
    }
}
