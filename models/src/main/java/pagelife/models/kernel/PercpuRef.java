package pagelife.models.kernel;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.function.Consumer;
import pagelife.checker.model.Cell;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.StepView;
import pagelife.checker.model.View;
import pagelife.checker.value.InParts;
import pagelife.models.page.Books;
import pagelife.models.page.Counted;
import pagelife.models.page.Holds;
import pagelife.models.page.Owner;
import pagelife.models.page.PageEvent.How;

/**
 * {@code struct percpu_ref}: while it lives, nobody sees whether it is 0, so the put that makes it 0 releases nothing;
 * once it is killed and that is confirmed, the put that makes it 0 does. include/linux/percpu-refcount.h,
 * lib/percpu-refcount.c, 6.12.
 *
 * <p>The first reference is the ref's own, and goes with the kill. What the kernel does between a kill and its
 * confirmation, a grace period later, is {@link #killAndConfirm} followed by {@link #confirm}; {@link #kill} is both.
 */
public final class PercpuRef {
    /** Who holds the first reference. */
    public static final Owner FIRST = Owner.of("initial");

    /** How it counts. */
    public enum Mode {
        /** On each CPU by itself: nobody knows the sum. */
        PERCPU,
        /** Killed, and not all CPUs know it yet. */
        SWITCHING,
        /** In one place: 0 is seen. */
        ATOMIC,
        /** Its memory is freed: {@code percpu_ref_exit}. */
        EXITED
    }

    /**
     * The count.
     *
     * @param refs the references, over all CPUs
     * @param mode how it counts
     * @param dead whether it was killed: {@code __PERCPU_REF_DEAD}
     */
    public record Refs(int refs, Mode mode, boolean dead) implements InParts {
        private static final Refs INITIAL = new Refs(1, Mode.PERCPU, false);

        private Refs add(int change) {
            return new Refs(refs + change, mode, dead);
        }

        private boolean isSeenZero() {
            return mode == Mode.ATOMIC && refs == 0;
        }

        @Override
        public Seq<String> parts() {
            String life = mode == Mode.EXITED ? "exited" : dead ? "killed" : "live";
            return Vector.of(mode == Mode.SWITCHING ? life + " (not confirmed)" : life, "refs " + refs);
        }

        @Override
        public String toString() {
            return parts().mkString(", ");
        }
    }

    private final Cell<Refs> cell;
    private final Counter counter;

    private PercpuRef(Cell<Refs> cell) {
        this.cell = cell;
        this.counter = new Counter(new CountId(cell.name()));
    }

    /** Declares a live ref with its first reference: {@code percpu_ref_init}. */
    public static PercpuRef declare(ModelBuilder model, String name) {
        return new PercpuRef(model.cell(name, Refs.INITIAL));
    }

    /** What is counted. */
    public Counted what() {
        return counter.what();
    }

    /** Where the count stands. */
    public Cell<Refs> cell() {
        return cell;
    }

    /** {@code percpu_ref_get}: for who holds a reference already. */
    public void get(StepView view, Owner owner) {
        take(view, owner, How.UNCONDITIONALLY);
    }

    /** {@code percpu_ref_tryget}: whether a reference was taken; not once 0 was seen, but after a kill still. */
    public boolean tryget(StepView view, Owner owner) {
        return !now(view).isSeenZero() && take(view, owner, How.UNLESS_ZERO);
    }

    /** {@code percpu_ref_tryget_live}: whether a reference was taken; not after a kill. */
    public boolean trygetLive(StepView view, Owner owner) {
        return !now(view).dead() && take(view, owner, How.UNLESS_ZERO);
    }

    private boolean take(StepView view, Owner owner, How how) {
        Refs before = now(view);
        counter.got(view, 1, before.refs(), owner, how);
        view.write(cell, before.add(1));
        return true;
    }

    /** {@code percpu_ref_put}: whether 0 was reached and seen, and {@code release} was done. */
    public <V extends StepView> boolean put(V view, Owner owner, Consumer<? super V> release) {
        Refs before = now(view);
        counter.put(view, 1, before.refs(), owner);
        view.write(cell, before.add(-1));
        return releases(view, release);
    }

    private <V extends StepView> boolean releases(V view, Consumer<? super V> release) {
        boolean zero = view.read(cell).isSeenZero();
        if (zero) {
            release.accept(view);
        }
        return zero;
    }

    /** {@code percpu_ref_kill}, grace period included: whether 0 was reached, and {@code release} was done. */
    public <V extends StepView> boolean kill(V view, Consumer<? super V> release) {
        killAndConfirm(view);
        return confirm(view, release);
    }

    /** {@code percpu_ref_kill_and_confirm}: no {@link #trygetLive} succeeds any more; 0 is not seen before the rest. */
    public void killAndConfirm(StepView view) {
        Refs before = now(view);
        if (before.dead()) {
            throw new IllegalStateException(what() + " is killed twice: percpu_ref_kill may be called once in a life");
        }
        view.write(cell, new Refs(before.refs(), Mode.SWITCHING, true));
    }

    /** {@code percpu_ref_switch_to_atomic_rcu}: all CPUs know of the kill; the first reference goes. */
    public <V extends StepView> boolean confirm(V view, Consumer<? super V> release) {
        Refs before = now(view);
        counter.put(view, 1, before.refs(), FIRST);
        view.write(cell, new Refs(before.refs() - 1, Mode.ATOMIC, true));
        return releases(view, release);
    }

    /** {@code percpu_ref_reinit}: a killed ref that reached 0 begins anew. */
    public void reinit(StepView view) {
        if (!now(view).isSeenZero()) {
            throw new IllegalStateException(
                    what() + " is reinitialised at " + now(view) + ": percpu_ref_reinit needs a killed ref at 0");
        }
        counter.got(view, 1, 0, FIRST, How.LICENSED);
        view.write(cell, Refs.INITIAL);
    }

    /** {@code percpu_ref_resurrect}: a killed ref that has not reached 0 lives again. */
    public void resurrect(StepView view) {
        Refs before = now(view);
        if (!before.dead() || before.isSeenZero()) {
            throw new IllegalStateException(what() + " is resurrected at " + before
                    + ": percpu_ref_resurrect needs a killed ref that has not reached 0");
        }
        counter.got(view, 1, before.refs(), FIRST, How.UNLESS_ZERO);
        view.write(cell, new Refs(before.refs() + 1, Mode.PERCPU, false));
    }

    /** {@code percpu_ref_exit}: its memory is freed; nobody may touch it after that. */
    public void exit(StepView view) {
        view.write(cell, new Refs(now(view).refs(), Mode.EXITED, true));
    }

    /** The count; who looks at one that was freed is told so. */
    private Refs now(StepView view) {
        Refs now = view.read(cell);
        if (now.mode() == Mode.EXITED) {
            throw new IllegalStateException(
                    what() + " is touched after percpu_ref_exit: its memory is freed; exit it after the last user");
        }
        return now;
    }

    /** {@code percpu_ref_is_zero}: whether 0 was reached and seen. */
    public boolean isZero(View view) {
        return view.read(cell).isSeenZero();
    }

    /** {@code percpu_ref_is_dying}. */
    public boolean isDying(View view) {
        return view.read(cell).dead();
    }

    /** That somebody holds a reference: what a place of a script {@code has}. */
    public Holds heldBy(Owner owner) {
        return new Holds(what(), owner, 1);
    }

    /** Those books with this count, and with its own first reference. */
    public Books in(Books books) {
        return books.count(what(), cell, Refs::refs, (before, refs) -> new Refs(refs, before.mode(), before.dead()))
                .holder(
                        cell,
                        (Refs now) -> now.dead() && now.mode() != Mode.SWITCHING
                                ? Vector.empty()
                                : Vector.of(new Holds(what(), FIRST, 1)));
    }
}
