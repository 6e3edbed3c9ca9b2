package pagelife.models.bench;

import io.vavr.collection.Queue;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Now;

/**
 * A queue of records, held in a cell as one value.
 *
 * @param cell where it is
 * @param room how many it holds at most
 */
record Channel<T>(Cell<Queue<T>> cell, int room) {
    /** Waits until there is room. */
    void awaitRoom(Now now) {
        now.await(now.read(cell).size() < room);
    }

    /** Waits until there is room, and puts this at the end. */
    void put(Now now, T what) {
        awaitRoom(now);
        now.change(cell, held -> held.enqueue(what));
    }

    /** Waits until there is something, and takes the first. */
    T take(Now now) {
        Queue<T> held = now.read(cell);
        now.await(held.nonEmpty());
        now.write(cell, held.tail());
        return held.head();
    }
}
