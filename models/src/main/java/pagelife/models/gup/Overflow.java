package pagelife.models.gup;

import static pagelife.checker.model.Fairness.NONE;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Control;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Source;
import pagelife.checker.model.StepView;
import pagelife.models.Choices;
import pagelife.models.page.Held;
import pagelife.models.page.Holder;
import pagelife.models.page.Page;
import pagelife.models.page.PageEvent;

/**
 * A count of few bits, and a program that takes as many references as it can (through FUSE pipes, CVE-2019-11487). Page
 * counts wrap; they do not saturate as refcount_t does.
 */
public final class Overflow implements GupScene {
    /** How many references a program holds. */
    public record Holding(int refs) implements Control, Holder {
        @Override
        public Seq<Held> held() {
            return Vector.of(Held.pin(PAGE, refs));
        }
    }

    private final boolean tryGet;
    private final int values;
    private final int most;
    private final Cell<Page> page;
    private final Cell<Boolean> freed;
    private final Model model;

    Overflow(String name, Choices rules, Choices bounds) {
        this.tryGet = rules.on("tryGet");
        this.values = 1 << bounds.number("countBits");
        this.most = values + 1;
        ModelBuilder builder = Model.builder(name);
        this.page = builder.cell("page", Page.class, Page.unused(1));
        this.freed = builder.cell("freed", Boolean.class, false);
        builder.actor("program", Holding.class, new Holding(0))
                .fairness(NONE)
                .step("a1", "get", Source.kernel("include/linux/mm.h", "get_page", "5.0"), Holding.class, this::get)
                .step("a2", "put", Source.kernel("include/linux/mm.h", "put_page", "5.0"), Holding.class, this::put);
        this.model = builder.build();
    }

    private Control get(Holding at, StepView view) {
        int refs = view.read(page).refs();
        if (view.read(freed) || at.refs() == most || tryGet && refs <= 0) {
            return view.waits();
        }
        view.write(page, Page.unused(wrapped(refs + 1)));
        return new Holding(at.refs() + 1);
    }

    private Control put(Holding at, StepView view) {
        if (view.read(freed) || at.refs() == 0) {
            return view.waits();
        }
        int left = wrapped(view.read(page).refs() - 1);
        view.write(page, Page.unused(left));
        if (left == 0) {
            view.write(freed, true);
            view.tell(new PageEvent.Freed(PAGE));
        }
        return new Holding(at.refs() - 1);
    }

    /** Signed, of few bits. */
    private int wrapped(int refs) {
        int half = values / 2;
        return Math.floorMod(refs + half, values) - half;
    }

    @Override
    public Model model() {
        return model;
    }

    @Override
    public Cell<Page> page() {
        return page;
    }

    /** Whether the page was freed. Its owner never lets go, so it must not be. */
    public Cell<Boolean> freed() {
        return freed;
    }
}
