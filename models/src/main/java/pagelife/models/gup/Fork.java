package pagelife.models.gup;

import static pagelife.checker.model.Fairness.NONE;
import static pagelife.checker.model.Fairness.WEAK;

import pagelife.checker.model.ActorBuilder;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Control;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Source;
import pagelife.checker.model.StepView;
import pagelife.models.Choices;
import pagelife.models.page.Counting;
import pagelife.models.page.Owner;
import pagelife.models.page.Page;
import pagelife.models.page.TaskId;

/**
 * Fork against get_user_pages_fast of an anonymous page. Fork copies a page that may be pinned at once, and shares others
 * read-only; who then writes gets a copy. It must not share a page that fast GUP is about to pin.
 */
public final class Fork implements GupScene {
    /** What a pin adds to a count: {@code GUP_PIN_COUNTING_BIAS}, small here. */
    static final int BIAS = 4;

    private static final Owner CHILD = new Owner.Transient(new TaskId("child"));
    private static final Owner PARENT = new Owner.Transient(new TaskId("parent"));

    /** The entry of the parent. */
    public enum Entry {
        /** It maps the page for writing. */
        WRITABLE,
        /** It maps the page, not for writing. */
        READ_ONLY,
        /** It maps a copy of the page. */
        COPY
    }

    /** w1: before the parent writes. */
    public record Writing() implements Control {}

    private final boolean counted;
    private final Cell<Page> page;
    private final Cell<Entry> entry;
    private final Cell<Integer> sequence;
    private final Model model;

    Fork(String name, Choices rules, Choices bounds) {
        this.counted = rules.on("forkSequence");
        boolean forWriting = bounds.get("pinFor").equals("writing");
        Entry first = forWriting ? Entry.WRITABLE : Entry.READ_ONLY;
        ModelBuilder builder = Model.builder(name);
        this.page = builder.cell("page", Page.class, Page.unused(1).addMappings(1));
        this.entry = builder.cell("entry", Entry.class, first);
        this.sequence = builder.cell("sequence", Integer.class, 0);
        fork(builder);
        new FastPinSteps(page, entry, sequence, rules, forWriting).declare(builder);
        builder.actor("writer", Writing.class, new Writing())
                .fairness(NONE)
                .step("w1", "write", memory("do_wp_page"), Writing.class, this::w1);
        this.model = builder.build();
    }

    private void fork(ModelBuilder builder) {
        ActorBuilder<Forking> fork = builder.actor(
                        "fork", Forking.class, counted ? new Forking.Begin() : new Forking.CheckPinned())
                .fairness(NONE)
                .step("k1", "check for pins", memory("copy_present_pte"), Forking.CheckPinned.class, WEAK, this::k1)
                .step("k2", "write-protect and share", memory("copy_present_pte"), Forking.Share.class, WEAK, this::k2);
        if (counted) {
            fork.step("k0", "begin", memory("copy_page_range"), Forking.Begin.class, (at, view) -> {
                        view.write(sequence, view.read(sequence) + 1);
                        return new Forking.CheckPinned();
                    })
                    .step("k3", "end", memory("copy_page_range"), Forking.End.class, WEAK, (at, view) -> {
                        view.write(sequence, view.read(sequence) + 1);
                        return Control.finished();
                    });
        } else {
            fork.without(Forking.Begin.class).without(Forking.End.class);
        }
    }

    /** k1: a page that may be pinned is copied for the child at once. */
    private Control k1(Forking.CheckPinned check, StepView view) {
        boolean pinned = view.read(page).refs() >= BIAS;
        return !pinned && view.read(entry) != Entry.COPY ? new Forking.Share() : endFork();
    }

    private Control k2(Forking.Share share, StepView view) {
        view.write(entry, view.read(entry) == Entry.COPY ? Entry.COPY : Entry.READ_ONLY);
        Counting.get(view, page, PAGE, 1, CHILD);
        view.write(page, view.read(page).addMappings(1));
        return endFork();
    }

    private Control endFork() {
        return counted ? new Forking.End() : Control.finished();
    }

    /** w1: under PTL. A page that nobody else maps is made writable; a shared one is copied. */
    private Control w1(Writing write, StepView view) {
        if (view.read(entry) == Entry.READ_ONLY) {
            boolean shared = view.read(page).mapcount() > 1;
            view.write(entry, shared ? Entry.COPY : Entry.WRITABLE);
            if (shared) {
                view.write(page, view.read(page).addMappings(-1));
                Counting.put(view, page, PAGE, 1, PARENT);
            }
        }
        return Control.finished();
    }

    private static Source memory(String function) {
        return Source.kernel("mm/memory.c", function, "6.1");
    }

    @Override
    public Model model() {
        return model;
    }

    @Override
    public Cell<Page> page() {
        return page;
    }

    /** The entry of the parent. */
    public Cell<Entry> entry() {
        return entry;
    }
}
