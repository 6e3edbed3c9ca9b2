package pagelife.models.bench;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.function.Predicate;
import pagelife.checker.model.ActorBuilder;
import pagelife.checker.model.Cell;
import pagelife.checker.model.CellFamily;
import pagelife.checker.model.Control;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Source;
import pagelife.checker.model.StepView;
import pagelife.checker.model.View;
import pagelife.models.Protocol;
import pagelife.models.TabledFamily;

/**
 * How the Linux FS-DAX code keeps a page's count honest while user space maps pages, get_user_pages pins them, a truncate
 * frees them and the device is removed: the benchmark model, with the counts of several tools known.
 *
 * <p>An idle page has count 0. A put that brings the count of the page being truncated to 0 wakes a waiting truncate.
 */
public final class Dax implements Protocol {
    /** The seeded bugs. */
    public enum Bug {
        /** The correct protocol. */
        NONE,
        /** A fault does not count its mapping. */
        FAULT_DOES_NOT_COUNT,
        /** A woken truncate frees without looking again. */
        WOKEN_FREES
    }

    /** A page. */
    public record PageId(int number) {
        @Override
        public String toString() {
            return "P" + number;
        }
    }

    /** An address space. */
    public record MmId(int number) {
        @Override
        public String toString() {
            return "mm" + number;
        }
    }

    /** An entry of a page table. */
    public record Slot(MmId mm, PageId page) {
        @Override
        public String toString() {
            return mm + "," + page;
        }
    }

    /** Where a truncate is. */
    public sealed interface Truncate {
        /** Nothing to do. */
        record Idle() implements Truncate {}

        /** It unmaps the page from one space after the other; it holds the file's invalidate lock. */
        record Unmap(PageId page, int space) implements Truncate {}

        /** It looks at the count; it holds the lock. */
        record Check(PageId page) implements Truncate {}

        /** It sleeps without the lock. */
        record Wait(PageId page) implements Truncate {}

        /** A put has woken it. */
        record Woken(PageId page) implements Truncate {}

        /** It frees the page; it holds the lock. */
        record Free(PageId page) implements Truncate {}
    }

    /** Where the removal is. */
    public sealed interface Removal extends Control {
        /** The device is there. */
        record Idle() implements Removal {}

        /** It unmaps one entry after the other. */
        record Unmap(int entry) implements Removal {}

        /** It waits for all counts to drop to 0. */
        record Drain() implements Removal {}

        /** The device is gone. */
        record Gone() implements Removal {}
    }

    /** Where a GUP is. */
    public sealed interface Gup extends Control {
        /** Nothing in hand. */
        record Idle() implements Gup {}

        /** It has read an entry. */
        record Looked(Slot slot) implements Gup {}

        /** It has counted. */
        record Got(Slot slot) implements Gup {}

        /** It has seen the entry again: the pin is good. */
        record Verified(PageId page) implements Gup {}
    }

    /** The one place of an actor that only reacts to shared state. */
    public record Running() implements Control {}

    private static final String KERNELS = "after 6.15";

    /** What a count that was put too often stays at: what follows means nothing, but is to have an end. */
    private static final int BROKEN = -1;

    private final Seq<PageId> pages;
    private final Seq<MmId> spaces;
    private final Seq<Slot> slots;
    private final Bug bug;
    private final CellFamily<PageId, Integer> ref;
    private final CellFamily<PageId, Boolean> inFile;
    private final CellFamily<Slot, Boolean> pte;
    private final Cell<Truncate> truncate;
    private final Cell<Boolean> alive;
    private final Cell<Control> removal;
    private final Model model;

    /** The family: the sizes that other tools were measured with, and the seeded bugs. */
    public static TabledFamily<Dax> family() {
        return TabledFamily.table("dax", "benchmark: truncate and removal of pages that are mapped and pinned")
                .rule("bug", "1: a fault does not count its mapping; 2: a woken truncate frees unseen", "0 1 2")
                .bound("pages", "pages", "3 1 2")
                .bound("spaces", "address spaces", "2 1")
                .bound("gups", "GUP actors", "1 2 3 4")
                .variant("small", "61,336 states", KERNELS, "", "gups=1")
                .variant("medium", "918,036 states", KERNELS, "", "gups=2")
                .variant("large", "13,724,476 states", KERNELS, "", "gups=3")
                .variant("huge", "207,275,700 states", KERNELS, "", "gups=4")
                .madeBy((name, rules, bounds) -> new Dax(
                        bounds.number("pages"),
                        bounds.number("spaces"),
                        bounds.number("gups"),
                        Bug.values()[rules.number("bug")]));
    }

    /** The protocol with so many pages, address spaces and GUP actors, all at least 1. */
    public Dax(int pages, int spaces, int gups, Bug bug) {
        this.pages = Vector.range(0, pages).map(PageId::new);
        this.spaces = Vector.range(0, spaces).map(MmId::new);
        this.slots = this.spaces.flatMap(mm -> this.pages.map(page -> new Slot(mm, page)));
        this.bug = bug;
        ModelBuilder builder = Model.builder(
                "dax P=" + pages + " A=" + spaces + " G=" + gups + (bug == Bug.NONE ? "" : " BUG=" + bug.ordinal()));
        this.ref = builder.cells("ref", this.pages, Integer.class, page -> 0);
        this.inFile = builder.cells("inFile", this.pages, Boolean.class, page -> true);
        this.pte = builder.cells("pte", slots, Boolean.class, slot -> false);
        this.truncate = builder.cell("truncate", Truncate.class, new Truncate.Idle());
        this.alive = builder.cell("alive", Boolean.class, true);
        this.spaces.forEach(mm -> addressSpace(builder, mm));
        for (int g = 0; g < gups; g++) {
            gup(builder.actor("gup" + g, Gup.class, new Gup.Idle()));
        }
        fileSystem(builder.actor("fs", Running.class, new Running()));
        ActorBuilder<Removal> remover = builder.actor("removal", Removal.class, new Removal.Idle());
        this.removal = remover.control();
        removal(remover);
        this.model = builder.build();
    }

    private void addressSpace(ModelBuilder builder, MmId mm) {
        ActorBuilder<Running> actor = builder.actor(mm.toString(), Running.class, new Running());
        for (PageId page : pages) {
            Cell<Boolean> entry = pte.of(new Slot(mm, page));
            actor.step("fault " + page, "", Source.NONE, Running.class, (at, view) -> {
                if (view.read(entry) || !view.read(inFile.of(page)) || !view.read(alive) || locked(view)) {
                    return view.waits();
                }
                view.write(entry, true);
                if (bug != Bug.FAULT_DOES_NOT_COUNT) {
                    view.write(ref.of(page), view.read(ref.of(page)) + 1);
                }
                return at;
            });
            actor.step("unmap " + page, "", Source.NONE, Running.class, (at, view) -> {
                if (!view.read(entry)) {
                    return view.waits();
                }
                view.write(entry, false);
                put(view, page);
                return at;
            });
        }
    }

    private void gup(ActorBuilder<Gup> actor) {
        for (Slot slot : slots) {
            actor.step(
                    "look " + slot,
                    "",
                    Source.NONE,
                    Gup.Idle.class,
                    (at, view) -> view.read(pte.of(slot)) ? new Gup.Looked(slot) : view.waits());
        }
        actor.step("get", "", Source.NONE, Gup.Looked.class, (at, view) -> {
            Cell<Integer> count = ref.of(at.slot().page());
            if (!view.read(alive) || view.read(count) <= 0) {
                return new Gup.Idle();
            }
            view.write(count, view.read(count) + 1);
            return new Gup.Got(at.slot());
        });
        actor.step("verify", "", Source.NONE, Gup.Got.class, (at, view) -> {
            if (view.read(pte.of(at.slot()))) {
                return new Gup.Verified(at.slot().page());
            }
            put(view, at.slot().page());
            return new Gup.Idle();
        });
        actor.step("unpin", "", Source.NONE, Gup.Verified.class, (at, view) -> {
            put(view, at.page());
            return new Gup.Idle();
        });
    }

    private void fileSystem(ActorBuilder<Running> actor) {
        for (PageId page : pages) {
            actor.step("start " + page, "", Source.NONE, Running.class, (at, view) -> {
                if (!(view.read(truncate) instanceof Truncate.Idle) || !view.read(inFile.of(page))) {
                    return view.waits();
                }
                view.write(truncate, new Truncate.Unmap(page, 0));
                return at;
            });
            actor.step("alloc " + page, "", Source.NONE, Running.class, (at, view) -> {
                if (!(view.read(truncate) instanceof Truncate.Idle)
                        || !view.read(alive)
                        || view.read(inFile.of(page))) {
                    return view.waits();
                }
                view.write(inFile.of(page), true);
                return at;
            });
        }
        actor.step("tunmap", "", Source.NONE, Running.class, (at, view) -> {
            if (!(view.read(truncate) instanceof Truncate.Unmap unmap)) {
                return view.waits();
            }
            unmap(view, new Slot(spaces.get(unmap.space()), unmap.page()));
            int next = unmap.space() + 1;
            view.write(
                    truncate,
                    next == spaces.size() ? new Truncate.Check(unmap.page()) : new Truncate.Unmap(unmap.page(), next));
            return at;
        });
        actor.step("tcheck", "", Source.NONE, Running.class, (at, view) -> {
            if (!(view.read(truncate) instanceof Truncate.Check check)) {
                return view.waits();
            }
            boolean idle = view.read(ref.of(check.page())) == 0;
            view.write(truncate, idle ? new Truncate.Free(check.page()) : new Truncate.Wait(check.page()));
            return at;
        });
        actor.step("twoken", "", Source.NONE, Running.class, (at, view) -> {
            if (!(view.read(truncate) instanceof Truncate.Woken woken)) {
                return view.waits();
            }
            view.write(
                    truncate,
                    bug == Bug.WOKEN_FREES ? new Truncate.Free(woken.page()) : new Truncate.Unmap(woken.page(), 0));
            return at;
        });
        actor.step("tfree", "", Source.NONE, Running.class, (at, view) -> {
            if (!(view.read(truncate) instanceof Truncate.Free free)) {
                return view.waits();
            }
            view.write(inFile.of(free.page()), false);
            view.write(truncate, new Truncate.Idle());
            return at;
        });
    }

    private void removal(ActorBuilder<Removal> actor) {
        actor.step("kill", "", Source.NONE, Removal.Idle.class, (at, view) -> {
            view.write(alive, false);
            return new Removal.Unmap(0);
        });
        actor.step("runmap", "", Source.NONE, Removal.Unmap.class, (at, view) -> {
            unmap(view, slots.get(at.entry()));
            return at.entry() + 1 == slots.size() ? new Removal.Drain() : new Removal.Unmap(at.entry() + 1);
        });
        actor.step(
                "rwait",
                "",
                Source.NONE,
                Removal.Drain.class,
                (at, view) -> pages.forAll(page -> view.read(ref.of(page)) == 0) ? new Removal.Gone() : view.waits());
        actor.step("readd", "", Source.NONE, Removal.Gone.class, (at, view) -> {
            view.write(alive, true);
            return new Removal.Idle();
        });
    }

    private boolean locked(View view) {
        Truncate at = view.read(truncate);
        return at instanceof Truncate.Unmap || at instanceof Truncate.Check || at instanceof Truncate.Free;
    }

    private void unmap(StepView view, Slot slot) {
        if (view.read(pte.of(slot))) {
            view.write(pte.of(slot), false);
            put(view, slot.page());
        }
    }

    private void put(StepView view, PageId page) {
        int left = Math.max(BROKEN, view.read(ref.of(page)) - 1);
        view.write(ref.of(page), left);
        if (left == 0
                && view.read(truncate) instanceof Truncate.Wait wait
                && wait.page().equals(page)) {
            view.write(truncate, new Truncate.Woken(page));
        }
    }

    @Override
    public Model model() {
        return model;
    }

    /** S0: no count is below 0. */
    public Predicate<View> countsAreSane() {
        return view -> pages.forAll(page -> view.read(ref.of(page)) >= 0);
    }

    /** S1: a page outside the file has no references and is mapped nowhere. */
    public Predicate<View> freePagesAreClean() {
        return view -> pages.forAll(page -> view.read(inFile.of(page)) || clean(view, page));
    }

    /** Whether the device is gone. */
    public Predicate<View> deviceIsGone() {
        return view -> view.read(removal) instanceof Removal.Gone;
    }

    /** S3: once the device is gone, no page has references or is mapped. */
    public Predicate<View> goneDeviceIsClean() {
        Predicate<View> gone = deviceIsGone();
        return view -> !gone.test(view) || pages.forAll(page -> clean(view, page));
    }

    private boolean clean(View view, PageId page) {
        return view.read(ref.of(page)) == 0 && spaces.forAll(mm -> !view.read(pte.of(new Slot(mm, page))));
    }

    /** Whether the truncate sleeps. */
    public Predicate<View> truncateWaits() {
        return view -> view.read(truncate) instanceof Truncate.Wait;
    }

    /** Whether the truncate has been woken and has not gone on. */
    public Predicate<View> truncateIsWoken() {
        return view -> view.read(truncate) instanceof Truncate.Woken;
    }
}
