package pagelife.checker.observe;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.Arrays;

/**
 * What recorded tasks owe: labels of steps that were taken and that have not been seen yet, those of one task in their
 * order; and steps that were announced and have not been taken yet. Immutable.
 */
final class Owed {
    /** Nobody owes anything. */
    static final Owed NOTHING = new Owed(new Item[0]);

    private final Item[] items;
    private final int hash;

    /**
     * A label or a step that is owed.
     *
     * @param task by whom
     * @param thing the number of what it is about
     * @param label the label
     * @param expected the count that the recording says, or a negative number where it says none
     * @param met whether what is counted has had that count since the step was taken
     * @param isAnnounced whether the label has been seen, and the step is owed
     */
    record Item(int task, int thing, Label label, int expected, boolean met, boolean isAnnounced) {
        /** A label of a step that was taken. */
        static Item shown(int task, int thing, Label label, int expected) {
            boolean met = expected == Course.UNCOUNTED || label.count().forAll(count -> count == expected);
            return new Item(task, thing, label, expected, met, false);
        }

        /** A step that a label has announced. */
        static Item step(int task, int thing, Label label) {
            return new Item(task, thing, label, Course.UNCOUNTED, false, true);
        }

        private boolean isMetBy(Label shown) {
            return !met
                    && !isAnnounced
                    && shown.subjects().equals(label.subjects())
                    && shown.count().exists(count -> count == expected);
        }
    }

    private Owed(Item[] items) {
        this.items = items;
        this.hash = Arrays.hashCode(items);
    }

    /** What a task owes next; null if that is nothing. */
    Item next(int task) {
        for (Item item : items) {
            if (item.task == task) {
                return item;
            }
        }
        return null;
    }

    /** The labels that a task owes. */
    Seq<Label> of(int task) {
        return Vector.of(items)
                .filter(item -> item.task == task && !item.isAnnounced)
                .map(Item::label);
    }

    /** The step that a task has announced; null if that is none. */
    Item announced(int task) {
        Item next = next(task);
        return next != null && next.isAnnounced ? next : null;
    }

    /** The same once {@code seen}, what its task owes next, has been seen. */
    Owed without(Item seen) {
        return items.length == 1
                ? NOTHING
                : new Owed(Vector.of(items).remove(seen).toJavaArray(Item[]::new));
    }

    /** The same with one label more, the last of its task's. Tasks come in their order: it does not matter who was first. */
    Owed with(Item added) {
        int at = 0;
        while (at < items.length && items[at].task <= added.task) {
            at++;
        }
        Item[] more = new Item[items.length + 1];
        System.arraycopy(items, 0, more, 0, at);
        more[at] = added;
        System.arraycopy(items, at, more, at + 1, items.length - at);
        return new Owed(more);
    }

    /** The same after a step has shown, or will show, these labels: their counts may be what others were to have. */
    Owed after(Seq<Label> shown) {
        if (items.length == 0 || shown.isEmpty()) {
            return this;
        }
        Item[] after = items.clone();
        boolean changed = false;
        for (int i = 0; i < after.length; i++) {
            Item item = after[i];
            if (shown.exists(item::isMetBy)) {
                after[i] = new Item(item.task, item.thing, item.label, item.expected, true, false);
                changed = true;
            }
        }
        return changed ? new Owed(after) : this;
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof Owed owed && hash == owed.hash && Arrays.equals(items, owed.items);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
