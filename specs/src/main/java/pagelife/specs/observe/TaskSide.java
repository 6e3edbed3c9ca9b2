package pagelife.specs.observe;

import io.vavr.control.Option;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import pagelife.models.fsdax.PinHolder;

/** What is known of a recorded task at a line: what it is in, and what it holds. Mutable; one thread's own. */
final class TaskSide {
    private final String name;
    private final Deque<Open> open = new ArrayDeque<>();
    private final List<Held> pins = new ArrayList<>();
    private Option<PinHolder> dropper = Option.none();
    private boolean hasWoken;
    private String actor;

    TaskSide(String name) {
        this.name = name;
        this.actor = name;
    }

    String name() {
        return name;
    }

    Option<Open> top() {
        return Option.of(open.peek());
    }

    /** The task of the model that does what this one shows: itself, or whose pin it drops. */
    String actor() {
        return actor;
    }

    void actor(String does) {
        actor = does;
    }

    void push(Open begun) {
        open.push(begun);
    }

    /** What it was in last, which has ended. */
    Option<Open> pop() {
        return Option.of(open.poll());
    }

    /** What it was in last goes on as this. */
    void replace(Open goesOn) {
        open.pop();
        open.push(goesOn);
    }

    boolean isIn(Class<? extends Open> kind) {
        return open.stream().anyMatch(kind::isInstance);
    }

    List<Held> pins() {
        return pins;
    }

    /** Who is about to drop a pin, as the functions on the way to it say. */
    Option<PinHolder> dropper() {
        return dropper;
    }

    void dropper(Option<PinHolder> by) {
        dropper = by;
    }

    /** Whether what it showed last was a wake-up. */
    boolean hasWoken() {
        return hasWoken;
    }

    void hasWoken(boolean woken) {
        hasWoken = woken;
    }
}
