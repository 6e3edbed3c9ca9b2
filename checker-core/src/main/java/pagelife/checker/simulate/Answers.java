package pagelife.checker.simulate;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import pagelife.checker.model.Cell;
import pagelife.checker.model.State;
import pagelife.checker.model.View;

/**
 * What a question about states was answered, by the values that it read: asked once for all states that agree on them,
 * since what is read next is a function of what was read before. {@code ./check simulate fsdax/5.10 --count 4000
 * --threads 1} takes 3.4 CPU seconds with it and 5.4 without, start and report included.
 */
final class Answers {
    /* Of a question that reads ever new values not more is kept than this. */
    private static final int MOST = 50_000;

    private final Predicate<View> question;
    private final Node root = new Node();
    private int nodes;

    /** A cell to be read next, or, where there is none, an answer. */
    private static final class Node {
        private Cell<?> cell;
        private Map<Object, Node> next;
        private Boolean answer;
    }

    Answers(Predicate<View> question) {
        this.question = question;
    }

    /** The answer in a state; tells {@code listener} which cells decide it. */
    boolean in(State state, IntConsumer listener) {
        Node node = root;
        while (node.cell != null) {
            listener.accept(node.cell.index());
            Node next = node.next.get(state.read(node.cell));
            if (next == null) {
                return asked(state, listener);
            }
            node = next;
        }
        return node.answer == null ? asked(state, listener) : node.answer;
    }

    private boolean asked(State state, IntConsumer listener) {
        Path path = new Path(state, listener);
        boolean answer = question.test(path);
        path.at.answer = path.isKept ? answer : null;
        return answer;
    }

    /** A question being asked, which leaves its way behind. */
    private final class Path implements View {
        private final State state;
        private final IntConsumer listener;
        private final BitSet read = new BitSet();
        private Node at = root;
        private boolean isKept = nodes < MOST;

        Path(State state, IntConsumer listener) {
            this.state = state;
            this.listener = listener;
        }

        @Override
        public <T> T read(Cell<T> cell) {
            T value = state.read(cell);
            if (!read.get(cell.index())) {
                read.set(cell.index());
                listener.accept(cell.index());
                step(cell, value);
            }
            return value;
        }

        private void step(Cell<?> cell, Object value) {
            if (at.cell != null && at.cell != cell) {
                isKept = false; // it read another cell for the same values: a search says what is wrong with that
            }
            if (isKept) {
                at.cell = cell;
                at.next = at.next == null ? new HashMap<>() : at.next;
                at = at.next.computeIfAbsent(value, unknown -> {
                    nodes++;
                    return new Node();
                });
            }
        }
    }
}
