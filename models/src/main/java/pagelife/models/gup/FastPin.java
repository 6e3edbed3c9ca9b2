package pagelife.models.gup;

import static pagelife.checker.model.Fairness.NONE;
import static pagelife.checker.model.Fairness.WEAK;

import pagelife.checker.model.Cell;
import pagelife.checker.model.Now;
import pagelife.checker.model.Place;
import pagelife.checker.model.Script;
import pagelife.checker.model.Task;
import pagelife.models.Choices;
import pagelife.models.gup.GupRules.Access;
import pagelife.models.kernel.Seqcount;
import pagelife.models.page.Counting;
import pagelife.models.page.Holds;
import pagelife.models.page.Page;
import pagelife.models.page.Pin;
import pagelife.models.page.Pins;
import pagelife.models.page.Pte;
import pagelife.models.page.TaskId;

/** A pin by get_user_pages_fast of an anonymous page, for writing or for reading: mm/gup.c. */
final class FastPin {
    /**
     * What it has seen.
     *
     * @param sequence the sequence count, from before it looked
     * @param entry the entry
     */
    record Seen(int sequence, Pte entry) {}

    private static final Place<Integer> WALK = Place.of("g1", Integer.class);
    private static final Place<Integer> END = Place.of("g5", Integer.class);

    private final Cell<Page> page;
    private final Cell<Pte> entry;
    private final Seqcount sequence;
    private final boolean counted;
    private final boolean unshares;
    private final boolean forWriting;
    private final Cell<Pins> pins;
    private final Holds pin;
    private final Holds first;

    FastPin(Cell<Page> page, Cell<Pte> entry, Seqcount sequence, Choices rules, Task task, Access access) {
        this.page = page;
        this.entry = entry;
        this.sequence = sequence;
        this.counted = rules.get(GupRules.FORK_SEQUENCE);
        this.unshares = rules.get(GupRules.UNSHARES);
        this.forWriting = access == Access.WRITING;
        this.pins = Pins.of(task);
        this.pin = Holds.pin(TaskId.of(task), GupScene.PAGE, Fork.BIAS);
        this.first = Holds.pin(TaskId.of(task), GupScene.PAGE, 1);
    }

    Script script() {
        Script gup = new Script().fairness(NONE);
        if (counted) {
            fast(gup, "lockless_pages_from_mm")
                    .step("g0 read sequence", this::begin)
                    .statement("seq = read_seqcount(&write_protect_seq)");
        } else {
            gup.begins(now -> now.go(WALK, 0));
        }
        gup.owes(WEAK).with(this::pin);
        if (counted) {
            fast(gup, "lockless_pages_from_mm")
                    .step(END, "g5 read sequence again", this::end)
                    .statement("if (read_seqcount_retry(seq)) undo")
                    .has(pin);
        }
        return gup;
    }

    private void pin(Script gup) {
        fast(gup, "gup_pte_range").step(WALK, "g1 read entry", this::look).statement("pte = *ptep");
        fast(gup, "try_grab_folio")
                .step("g3 add unless zero", Seen.class, (now, seen) -> grab(now))
                .step("g3b add rest of bias", Seen.class, (now, seen) -> addRest(now))
                .has(first);
        fast(gup, "gup_pte_range")
                .step("g4 read entry again", Seen.class, this::lookAgain)
                .statement("if (pte != *ptep) undo")
                .has(pin);
    }

    private static Script fast(Script gup, String function) {
        return gup.in("mm/gup.c", function, "6.1");
    }

    /** g0: while a fork is under way, the slow path waits for it. */
    private void begin(Now now) {
        if (sequence.isBeingWritten(now)) {
            now.saw("fork under way: give up");
            now.end();
        } else {
            now.saw("no fork under way");
            now.hand(sequence.rawRead(now));
        }
    }

    private void look(Now now, int before) {
        Pte seen = now.read(entry);
        if (!seen.pointsTo(GupScene.PAGE) || seen.equals(Fork.READ_ONLY) && forWriting) {
            now.saw("not to be pinned: give up");
            now.end();
        } else {
            now.saw("pte = *ptep, %s", seen.equals(Fork.READ_ONLY) ? "read-only" : "writable");
            now.hand(new Seen(before, seen));
        }
    }

    private void grab(Now now) {
        if (!Counting.getUnlessZero(now, page, GupScene.PAGE, 1, pin.owner())) {
            now.end();
        }
    }

    private void addRest(Now now) {
        Counting.get(now, page, GupScene.PAGE, Fork.BIAS - 1, pin.owner());
    }

    /** g4: {@code gup_must_unshare}: a page that is shared is not pinned for reading; the slow path copies it first. */
    private void lookAgain(Now now, Seen seen) {
        boolean shared = seen.entry().equals(Fork.READ_ONLY) && now.read(page).mapcount() > 1;
        boolean changed = !now.read(entry).equals(seen.entry());
        if (changed || unshares && shared) {
            now.saw(changed ? "entry changed: undo" : "page shared: undo");
            undo(now);
            now.end();
        } else if (counted) {
            now.saw("entry unchanged");
            now.go(END, seen.sequence());
        } else {
            now.saw("entry unchanged: pinned");
            take(now);
        }
    }

    /** g5: a fork came or went meanwhile: all pins are undone. */
    private void end(Now now, int before) {
        if (sequence.readRetry(now, before)) {
            now.saw("a fork came: undo");
            undo(now);
        } else {
            now.saw("no fork came: pinned");
            take(now);
        }
    }

    private void take(Now now) {
        now.change(pins, held -> held.take(Pin.of(GupScene.PAGE, pin.refs())));
    }

    private void undo(Now now) {
        Counting.put(now, page, GupScene.PAGE, pin.refs(), pin.owner());
    }
}
