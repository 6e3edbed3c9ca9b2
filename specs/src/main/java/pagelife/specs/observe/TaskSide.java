package pagelife.specs.observe;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import pagelife.models.fsdax.PinHolder;
import pagelife.models.page.PageId;

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

    /** Whether it is in an operation of the models, which nobody can do anything beside. */
    boolean isBusy() {
        return open.stream()
                .anyMatch(in -> in instanceof Open.Fault
                        || in instanceof Open.Zap
                        || in instanceof Open.Removing
                        || in instanceof Open.Remove);
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

    boolean isInFault() {
        return top().exists(Open.Fault.class::isInstance);
    }

    /** The call of GUP that it is in, and in nothing else. */
    Option<Open.Gup> gup() {
        return top().filter(Open.Gup.class::isInstance).map(Open.Gup.class::cast);
    }

    /** What it takes from the file, if it is in that and in nothing else. */
    Option<Open.Removing> removing() {
        return top().filter(Open.Removing.class::isInstance).map(Open.Removing.class::cast);
    }

    /** A pin of a page, of so many references, if it holds one. */
    Option<Held> pin(PageId page, int refs) {
        return Vector.ofAll(pins).find(pin -> pin.page().equals(page) && pin.refs() == refs);
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
