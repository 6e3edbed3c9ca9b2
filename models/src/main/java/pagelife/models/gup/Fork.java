package pagelife.models.gup;

import static pagelife.checker.model.Fairness.NONE;
import static pagelife.checker.model.Fairness.WEAK;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.model.ActorBuilder;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Control;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Source;
import pagelife.checker.model.StepView;
import pagelife.models.Choices;
import pagelife.models.page.Counting;
import pagelife.models.page.Held;
import pagelife.models.page.Holder;
import pagelife.models.page.Owner;
import pagelife.models.page.Page;
import pagelife.models.page.TaskId;

/**
 * Fork against get_user_pages_fast of an anonymous page. Fork copies a page that may be pinned at once, and shares others
 * read-only; who then writes gets a copy. It must not share a page that fast GUP is about to pin.
 */
public final class Fork implements GupScene {
    private static final int BIAS = 4;
    private static final Owner PIN = new Owner.Pin(new TaskId("gup-fast"));
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

    /** Where the fork is. */
    public sealed interface Forking extends Control {
        /** k0: before the sequence count becomes odd. */
        record Begin() implements Forking {}

        /** k1: before the page is checked for pins. */
        record CheckPinned() implements Forking {}

        /** k2: before the page is shared. */
        record Share() implements Forking {}

        /** k3: before the sequence count becomes even. */
        record End() implements Forking {}
    }

    /** Where the pin is. */
    public sealed interface Pinning extends Control {
        /** g0: before the sequence count is read. */
        record Begin() implements Pinning {}

        /** g1: before the entry is read. */
        record Walk(int sequence) implements Pinning {}

        /** g3: before the first part of the pin. */
        record Grab(int sequence, Entry seen) implements Pinning {}

        /** g3b: before the rest of the pin. */
        record AddRest(int sequence, Entry seen) implements Pinning, Holder {
            @Override
            public Seq<Held> held() {
                return Vector.of(Held.shortly(PAGE, 1));
            }
        }

        /** g4: before the entry is read again. */
        record Recheck(int sequence, Entry seen) implements Pinning, Holder {
            @Override
            public Seq<Held> held() {
                return Vector.of(Held.shortly(PAGE, BIAS));
            }
        }

        /** g5: before the sequence count is read again. */
        record End(int sequence) implements Pinning, Holder {
            @Override
            public Seq<Held> held() {
                return Vector.of(Held.shortly(PAGE, BIAS));
            }
        }

        /** The page is pinned; a device works on it. */
        record Pinned() implements Pinning, Holder {
            @Override
            public Seq<Held> held() {
                return Vector.of(Held.pin(PAGE, BIAS));
            }
        }
    }

    /** w1: before the parent writes. */
    public record Writing() implements Control {}

    private final boolean counted;
    private final boolean unshares;
    private final boolean forWriting;
    private final Cell<Page> page;
    private final Cell<Entry> entry;
    private final Cell<Integer> sequence;
    private final Model model;

    Fork(String name, Choices rules, Choices bounds) {
        this.counted = rules.on("forkSequence");
        this.unshares = rules.on("unshares");
        this.forWriting = bounds.get("pinFor").equals("writing");
        Entry first = forWriting ? Entry.WRITABLE : Entry.READ_ONLY;
        ModelBuilder builder = Model.builder(name);
        this.page = builder.cell("page", Page.class, Page.unused(1).addMappings(1));
        this.entry = builder.cell("entry", Entry.class, first);
        this.sequence = builder.cell("sequence", Integer.class, 0);
        fork(builder);
        gup(builder);
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

    private void gup(ModelBuilder builder) {
        ActorBuilder<Pinning> gup = builder.actor(
                        "gup-fast", Pinning.class, counted ? new Pinning.Begin() : new Pinning.Walk(0))
                .fairness(NONE)
                .step("g1", "read entry", fast("gup_pte_range"), Pinning.Walk.class, WEAK, this::g1)
                .step("g3", "add unless zero", fast("try_grab_folio"), Pinning.Grab.class, WEAK, this::g3)
                .step("g3b", "add rest of bias", fast("try_grab_folio"), Pinning.AddRest.class, WEAK, this::g3b)
                .step("g4", "read entry again", fast("gup_pte_range"), Pinning.Recheck.class, WEAK, this::g4)
                .step("g6", "unpin", fast("gup_put_folio"), Pinning.Pinned.class, (at, view) -> undo(view));
        if (counted) {
            gup.step("g0", "read sequence", fast("lockless_pages_from_mm"), Pinning.Begin.class, this::g0)
                    .step(
                            "g5",
                            "read sequence again",
                            fast("lockless_pages_from_mm"),
                            Pinning.End.class,
                            WEAK,
                            this::g5);
        } else {
            gup.without(Pinning.Begin.class).without(Pinning.End.class);
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

    private Control g0(Pinning.Begin begin, StepView view) {
        int now = view.read(sequence);
        return now % 2 == 0 ? new Pinning.Walk(now) : Control.finished(); // odd: the slow path waits for the fork
    }

    private Control g1(Pinning.Walk walk, StepView view) {
        Entry seen = view.read(entry);
        boolean refused = seen == Entry.COPY || seen == Entry.READ_ONLY && forWriting;
        return refused ? Control.finished() : new Pinning.Grab(walk.sequence(), seen);
    }

    private Control g3(Pinning.Grab grab, StepView view) {
        return Counting.getUnlessZero(view, page, PAGE, 1, PIN)
                ? new Pinning.AddRest(grab.sequence(), grab.seen())
                : Control.finished();
    }

    private Control g3b(Pinning.AddRest add, StepView view) {
        Counting.get(view, page, PAGE, BIAS - 1, PIN);
        return new Pinning.Recheck(add.sequence(), add.seen());
    }

    /** g4: {@code gup_must_unshare}: a page that is shared is not pinned for reading; the slow path copies it first. */
    private Control g4(Pinning.Recheck recheck, StepView view) {
        boolean shared = recheck.seen() == Entry.READ_ONLY && view.read(page).mapcount() > 1;
        if (view.read(entry) != recheck.seen() || unshares && shared) {
            return undo(view);
        }
        return counted ? new Pinning.End(recheck.sequence()) : new Pinning.Pinned();
    }

    /** g5: a fork came or went meanwhile: all pins are undone. */
    private Control g5(Pinning.End end, StepView view) {
        return view.read(sequence) == end.sequence() ? new Pinning.Pinned() : undo(view);
    }

    private Control undo(StepView view) {
        Counting.put(view, page, PAGE, BIAS, PIN);
        return Control.finished();
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

    private static Source fast(String function) {
        return Source.kernel("mm/gup.c", function, "6.1");
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
