package pagelife.models.gup;

import static pagelife.checker.model.Fairness.NONE;
import static pagelife.checker.model.Fairness.WEAK;
import static pagelife.models.gup.GupScene.PAGE;

import pagelife.checker.model.ActorBuilder;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Control;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Source;
import pagelife.checker.model.StepView;
import pagelife.models.Choices;
import pagelife.models.gup.Fork.Entry;
import pagelife.models.page.Counting;
import pagelife.models.page.Owner;
import pagelife.models.page.Page;
import pagelife.models.page.TaskId;

/** A pin by get_user_pages_fast of an anonymous page, for writing or for reading: mm/gup.c. */
final class FastPinSteps {
    private static final Owner PIN = new Owner.Pin(new TaskId("gup-fast"));

    private final Cell<Page> page;
    private final Cell<Entry> entry;
    private final Cell<Integer> sequence;
    private final boolean counted;
    private final boolean unshares;
    private final boolean forWriting;

    FastPinSteps(Cell<Page> page, Cell<Entry> entry, Cell<Integer> sequence, Choices rules, boolean forWriting) {
        this.page = page;
        this.entry = entry;
        this.sequence = sequence;
        this.counted = rules.on("forkSequence");
        this.unshares = rules.on("unshares");
        this.forWriting = forWriting;
    }

    void declare(ModelBuilder builder) {
        ActorBuilder<FastPin> gup = builder.actor(
                        "gup-fast", FastPin.class, counted ? new FastPin.Begin() : new FastPin.Walk(0))
                .fairness(NONE)
                .step("g1", "read entry", fast("gup_pte_range"), FastPin.Walk.class, WEAK, this::g1)
                .step("g3", "add unless zero", fast("try_grab_folio"), FastPin.Grab.class, WEAK, this::g3)
                .step("g3b", "add rest of bias", fast("try_grab_folio"), FastPin.AddRest.class, WEAK, this::g3b)
                .step("g4", "read entry again", fast("gup_pte_range"), FastPin.Recheck.class, WEAK, this::g4)
                .step("g6", "unpin", fast("gup_put_folio"), FastPin.Pinned.class, (at, view) -> undo(view));
        if (counted) {
            gup.step("g0", "read sequence", fast("lockless_pages_from_mm"), FastPin.Begin.class, this::g0)
                    .step(
                            "g5",
                            "read sequence again",
                            fast("lockless_pages_from_mm"),
                            FastPin.End.class,
                            WEAK,
                            this::g5);
        } else {
            gup.without(FastPin.Begin.class).without(FastPin.End.class);
        }
    }

    private Control g0(FastPin.Begin begin, StepView view) {
        int now = view.read(sequence);
        return now % 2 == 0 ? new FastPin.Walk(now) : Control.finished(); // odd: the slow path waits for the fork
    }

    private Control g1(FastPin.Walk walk, StepView view) {
        Entry seen = view.read(entry);
        boolean refused = seen == Entry.COPY || seen == Entry.READ_ONLY && forWriting;
        return refused ? Control.finished() : new FastPin.Grab(walk.sequence(), seen);
    }

    private Control g3(FastPin.Grab grab, StepView view) {
        return Counting.getUnlessZero(view, page, PAGE, 1, PIN)
                ? new FastPin.AddRest(grab.sequence(), grab.seen())
                : Control.finished();
    }

    private Control g3b(FastPin.AddRest add, StepView view) {
        Counting.get(view, page, PAGE, Fork.BIAS - 1, PIN);
        return new FastPin.Recheck(add.sequence(), add.seen());
    }

    /** g4: {@code gup_must_unshare}: a page that is shared is not pinned for reading; the slow path copies it first. */
    private Control g4(FastPin.Recheck recheck, StepView view) {
        boolean shared = recheck.seen() == Entry.READ_ONLY && view.read(page).mapcount() > 1;
        if (view.read(entry) != recheck.seen() || unshares && shared) {
            return undo(view);
        }
        return counted ? new FastPin.End(recheck.sequence()) : new FastPin.Pinned();
    }

    /** g5: a fork came or went meanwhile: all pins are undone. */
    private Control g5(FastPin.End end, StepView view) {
        return view.read(sequence) == end.sequence() ? new FastPin.Pinned() : undo(view);
    }

    private Control undo(StepView view) {
        Counting.put(view, page, PAGE, Fork.BIAS, PIN);
        return Control.finished();
    }

    private static Source fast(String function) {
        return Source.kernel("mm/gup.c", function, "6.1");
    }
}
