package pagelife.models.kernel;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import pagelife.checker.model.Cell;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Now;
import pagelife.checker.model.StepView;
import pagelife.checker.model.View;
import pagelife.checker.value.InParts;
import pagelife.models.page.Books;
import pagelife.models.page.Counted;
import pagelife.models.page.Holds;
import pagelife.models.page.Owner;
import pagelife.models.page.PageEvent.How;
import pagelife.models.page.Pagemap;

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

    /** Where the count stands: by itself, or as part of what has it. */
    private record Stand<T>(Cell<T> cell, Function<T, Refs> refs, BiFunction<T, Refs, T> with) {
        Refs read(View view) {
            return refs.apply(view.read(cell));
        }

        void write(StepView view, Refs changed) {
            view.write(cell, with.apply(view.read(cell), changed));
        }

        Books in(Books books, Counted what, Function<Refs, Seq<Holds>> holds) {
            return books.count(
                            what,
                            cell,
                            value -> refs.apply(value).refs(),
                            (value, count) -> with.apply(
                                    value,
                                    refs.apply(value)
                                            .add(count - refs.apply(value).refs())))
                    .holder(cell, value -> holds.apply(refs.apply(value)));
        }
    }

    private final Stand<?> stand;
    private final Counter counter;
    private final Owner first;
    private final boolean guarded;

    private PercpuRef(Stand<?> stand, Counted what, Owner first, boolean guarded) {
        this.stand = stand;
        this.counter = new Counter(what);
        this.first = first;
        this.guarded = guarded;
    }

    /** Declares a live ref with its first reference: {@code percpu_ref_init}. */
    public static PercpuRef declare(ModelBuilder model, String name) {
        Cell<Refs> cell = model.cell(name, Refs.INITIAL);
        return new PercpuRef(new Stand<>(cell, refs -> refs, (before, after) -> after), new CountId(name), FIRST, true);
    }

    /**
     * That of a pagemap, which a kill confirms at once; its first reference is the pagemap's own. That it is neither got
     * after 0 nor put below is for claims to say.
     */
    public static PercpuRef of(Cell<Pagemap> pagemap) {
        return new PercpuRef(
                new Stand<>(pagemap, PercpuRef::of, (before, after) -> before.refer(after.refs(), after.dead())),
                Pagemap.Id.PAGEMAP,
                Owner.Base.PAGEMAP,
                false);
    }

    private static Refs of(Pagemap pagemap) {
        return new Refs(pagemap.refs(), pagemap.isLive() ? Mode.PERCPU : Mode.ATOMIC, !pagemap.isLive());
    }

    /** What is counted. */
    public Counted what() {
        return counter.what();
    }

    /** Where the count stands. */
    public Cell<?> cell() {
        return stand.cell();
    }

    /** The references over all CPUs: what claims may ask, and no code of the kernel can. */
    public int refs(View view) {
        return stand.read(view).refs();
    }

    /** {@code percpu_ref_get}: for who holds a reference already; a BUG once 0 was seen. */
    public void get(StepView view, Owner owner) {
        getMany(view, 1, owner);
    }

    /** {@code percpu_ref_get_many}: for who holds a reference already; a BUG once 0 was seen. */
    public void getMany(StepView view, int amount, Owner owner) {
        view.bugOn(
                guarded && now(view).isSeenZero(),
                what() + " is got by " + owner + " after 0 was seen, and it was released: percpu_ref_get is for who"
                        + " holds a reference; percpu_ref_tryget asks whether one is left");
        take(view, amount, owner, How.UNCONDITIONALLY);
    }

    /** {@code percpu_ref_tryget}: whether a reference was taken; not once 0 was seen, but after a kill still. */
    public boolean tryget(StepView view, Owner owner) {
        return !now(view).isSeenZero() && take(view, 1, owner, How.UNLESS_ZERO);
    }

    /**
     * {@code percpu_ref_tryget_live}: whether a reference was taken; not once a kill is confirmed. Between the two the CPU
     * may know of the kill or not.
     */
    public boolean trygetLive(StepView view, Owner owner) {
        return !knowsOfKill(view) && take(view, 1, owner, How.UNLESS_ZERO);
    }

    private boolean knowsOfKill(StepView view) {
        Refs before = now(view);
        return before.mode() == Mode.SWITCHING
                ? view.choose("this CPU knows that " + what() + " is killed", Vector.of(true, false))
                : before.dead();
    }

    private boolean take(StepView view, int amount, Owner owner, How how) {
        Refs before = now(view);
        counter.got(view, amount, before.refs(), owner, how);
        stand.write(view, before.add(amount));
        return true;
    }

    /** {@code percpu_ref_put}: whether 0 was reached and seen, and {@code release} was done; a BUG below 0. */
    public <V extends StepView> boolean put(V view, Owner owner, Consumer<? super V> release) {
        putMany(view, 1, owner);
        return releases(view, release);
    }

    /**
     * {@code percpu_ref_put_many}, where who waits for 0 looks at the count itself, and nothing is released. A BUG below
     * 0, which the kernel finds when it switches to atomic: {@code percpu ref <= 0 after switching to atomic}.
     */
    public void putMany(StepView view, int amount, Owner owner) {
        drop(view, amount, owner, now(view).add(-amount));
    }

    private void drop(StepView view, int amount, Owner owner, Refs after) {
        view.bugOn(
                guarded && after.refs() < 0,
                what() + " is put below 0 by " + owner
                        + ": each get is put once, and the first reference goes with the kill");
        counter.put(view, amount, after.refs() + amount, owner);
        stand.write(view, after);
    }

    private <V extends StepView> boolean releases(V view, Consumer<? super V> release) {
        boolean zero = stand.read(view).isSeenZero();
        if (zero) {
            release.accept(view);
        }
        return zero;
    }

    /** {@code percpu_ref_kill}, grace period included: whether 0 was reached, and {@code release} was done. */
    public <V extends StepView> boolean kill(V view, Consumer<? super V> release) {
        killAndConfirm(view);
        return switched(view, release);
    }

    /**
     * {@code percpu_ref_kill_and_confirm}, up to where CPUs begin to learn of it: 0 is not seen, and a {@link #trygetLive}
     * may still succeed, before {@link #confirm}. A BUG if it was killed before, where the kernel warns once.
     */
    public void killAndConfirm(StepView view) {
        Refs before = now(view);
        view.bugOn(
                before.dead(), what() + " is killed twice: percpu_ref_kill_and_confirm may be called once in a life");
        stand.write(view, new Refs(before.refs(), Mode.SWITCHING, true));
    }

    /**
     * {@code percpu_ref_switch_to_atomic_rcu}: all CPUs know of the kill; the first reference goes. A BUG unless it follows
     * {@link #killAndConfirm}.
     */
    public <V extends StepView> boolean confirm(V view, Consumer<? super V> release) {
        Refs before = now(view);
        view.bugOn(
                before.mode() != Mode.SWITCHING,
                what() + " is confirmed at " + before + ": confirm comes once after each killAndConfirm");
        return switched(view, release);
    }

    private <V extends StepView> boolean switched(V view, Consumer<? super V> release) {
        drop(view, 1, first, new Refs(now(view).refs() - 1, Mode.ATOMIC, true));
        return releases(view, release);
    }

    /** {@code percpu_ref_reinit}: a killed ref that reached 0 begins anew; a kill that is not confirmed has not. */
    public void reinit(StepView view) {
        if (!now(view).isSeenZero()) {
            throw new IllegalStateException(
                    what() + " is reinitialised at " + now(view) + ": percpu_ref_reinit needs a killed ref at 0");
        }
        counter.got(view, 1, 0, first, How.LICENSED);
        stand.write(view, Refs.INITIAL);
    }

    /**
     * {@code percpu_ref_resurrect}: a killed ref that has not reached 0 lives again. It waits until the kill is confirmed, as
     * {@code __percpu_ref_switch_mode()} does; in the kernel {@link #trygetLive} succeeds from its call on, and here from
     * then on for certain.
     */
    public void resurrect(Now now) {
        Refs before = now(now);
        now.await(before.mode() != Mode.SWITCHING);
        if (!before.dead() || before.isSeenZero()) {
            throw new IllegalStateException(what() + " is resurrected at " + before
                    + ": percpu_ref_resurrect needs a killed ref that has not reached 0");
        }
        counter.got(now, 1, before.refs(), first, How.UNLESS_ZERO);
        stand.write(now, new Refs(before.refs() + 1, Mode.PERCPU, false));
    }

    /** {@code percpu_ref_exit}: its memory is freed; nobody may touch it after that. */
    public void exit(StepView view) {
        stand.write(view, new Refs(now(view).refs(), Mode.EXITED, true));
    }

    /** The count; who looks at one that was freed is told so. */
    private Refs now(StepView view) {
        Refs now = stand.read(view);
        if (now.mode() == Mode.EXITED) {
            throw new IllegalStateException(
                    what() + " is touched after percpu_ref_exit: its memory is freed; exit it after the last user");
        }
        return now;
    }

    /** {@code percpu_ref_is_zero}: whether 0 was reached and seen. */
    public boolean isZero(View view) {
        return stand.read(view).isSeenZero();
    }

    /** {@code percpu_ref_is_dying}. */
    public boolean isDying(View view) {
        return stand.read(view).dead();
    }

    /** That somebody holds a reference: what a place of a script {@code has}. */
    public Holds heldBy(Owner owner) {
        return new Holds(what(), owner, 1);
    }

    /** Those books with this count, and with its own first reference. */
    public Books in(Books books) {
        return stand.in(books, what(), this::firstOf);
    }

    private Seq<Holds> firstOf(Refs now) {
        return now.dead() && now.mode() != Mode.SWITCHING ? Vector.empty() : Vector.of(heldBy(first));
    }
}
