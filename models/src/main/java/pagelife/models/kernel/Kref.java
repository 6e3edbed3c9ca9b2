package pagelife.models.kernel;

import java.util.function.Consumer;
import pagelife.checker.model.Cell;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.StepView;
import pagelife.checker.model.View;
import pagelife.models.page.Books;
import pagelife.models.page.Counted;
import pagelife.models.page.Holds;
import pagelife.models.page.Owner;

/**
 * {@code struct kref}: a {@link Refcount} whose last put releases the object. include/linux/kref.h, 6.12.
 *
 * @param refcount the count, which starts at 1: {@code kref_init}
 */
public record Kref(Refcount refcount) {
    /** Declares a count of 1, held by whoever made the object. */
    public static Kref declare(ModelBuilder model, String name) {
        return declare(model, name, 1);
    }

    /** Declares a count at a moment when so many references are held. */
    public static Kref declare(ModelBuilder model, String name, int held) {
        return new Kref(Refcount.declare(model, name, held));
    }

    /** What is counted. */
    public Counted what() {
        return refcount.what();
    }

    /** Where the count stands. */
    public Cell<Integer> cell() {
        return refcount.cell();
    }

    /** {@code kref_read}. */
    public int read(View view) {
        return refcount.read(view);
    }

    /** {@code kref_get}: for who holds a reference already. */
    public void get(StepView view, Owner owner) {
        refcount.inc(view, owner);
    }

    /** {@code kref_get_unless_zero}: for who found the object by a pointer that holds no reference. */
    public boolean getUnlessZero(StepView view, Owner owner) {
        return refcount.incNotZero(view, owner);
    }

    /** {@code kref_put}: whether it was the last reference, and {@code release} was done. */
    public <V extends StepView> boolean put(V view, Owner owner, Consumer<? super V> release) {
        boolean last = refcount.decAndTest(view, owner);
        if (last) {
            release.accept(view);
        }
        return last;
    }

    /** That somebody holds a reference: what a place of a script {@code has}. */
    public Holds heldBy(Owner owner) {
        return refcount.heldBy(owner);
    }

    /** Those books with this count. */
    public Books in(Books books) {
        return refcount.in(books);
    }
}
