package pagelife.models.bench;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.function.Predicate;
import pagelife.checker.model.Actor;
import pagelife.checker.model.At;
import pagelife.checker.model.Body;
import pagelife.checker.model.Cell;
import pagelife.checker.model.CellFamily;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Now;
import pagelife.checker.model.Script;
import pagelife.checker.model.StepView;
import pagelife.checker.model.View;
import pagelife.models.Protocol;
import pagelife.models.Rule;
import pagelife.models.TabledFamily;
import pagelife.models.page.PageId;

/**
 * How the Linux FS-DAX code keeps a page's count honest while user space maps pages, get_user_pages pins them, a
 * truncate frees them and the device is removed: the benchmark model, with the counts of several tools known.
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
        WOKEN_FREES,
        /** The removal waits for nobody. */
        REMOVAL_DOES_NOT_WAIT
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

    private static final String KERNELS = "after 6.15";

    /** Where the removal is when the device is gone. */
    private static final String GONE = "readd";

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
    private final Actor removal;
    private final Model model;

    private static final Rule<Integer> BUG = Rule.number(
            "bug",
            "1: a fault does not count; 2: a woken truncate frees without a look; 3: the removal does not wait",
            0,
            1,
            2,
            3);
    private static final Rule<Integer> PAGES = Rule.number("pages", "pages", 3, 1, 2);
    private static final Rule<Integer> SPACES = Rule.number("spaces", "address spaces", 2, 1);
    private static final Rule<Integer> GUPS = Rule.number("gups", "GUP actors", 1, 2, 3, 4);

    /** The family: the sizes that other tools were measured with, and the seeded bugs. */
    public static TabledFamily<Dax> family() {
        return TabledFamily.table("dax", "benchmark: truncate and removal of pages that are mapped and pinned")
                .rule(BUG)
                .bound(PAGES)
                .bound(SPACES)
                .bound(GUPS)
                .bounded("small", "61,336 states", KERNELS, GUPS.is(1))
                .bounded("medium", "918,036 states", KERNELS, GUPS.is(2))
                .bounded("large", "13,724,476 states", KERNELS, GUPS.is(3))
                .bounded("huge", "207,275,700 states", KERNELS, GUPS.is(4))
                .madeBy((name, rules, bounds) ->
                        new Dax(bounds.get(PAGES), bounds.get(SPACES), bounds.get(GUPS), Bug.values()[rules.get(BUG)]));
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
        this.spaces.forEach(mm -> addressSpace(builder.task(mm.toString()), mm));
        for (int g = 0; g < gups; g++) {
            gup(builder.task("gup" + g));
        }
        fileSystem(builder.task("fs"));
        removal(builder.task("removal"));
        this.model = builder.build();
        this.removal = model.actor("removal");
    }

    /** Alternatives at one place of a task, again and again. */
    private static final class Choices {
        private final Script script;
        private boolean any;

        Choices(Script script) {
            this.script = script;
        }

        Choices or(String label, Body code) {
            if (any) {
                script.or(label, code);
            } else {
                script.step(label, code);
            }
            any = true;
            return this;
        }
    }

    private void addressSpace(Script task, MmId mm) {
        Choices choices = new Choices(task.forever());
        for (PageId page : pages) {
            Cell<Boolean> entry = pte.of(new Slot(mm, page));
            choices.or("fault-" + page, now -> {
                        now.await(!now.read(entry) && now.read(inFile.of(page)) && now.read(alive) && !locked(now));
                        now.write(entry, true);
                        if (bug != Bug.FAULT_DOES_NOT_COUNT) {
                            now.change(ref.of(page), count -> count + 1);
                        }
                    })
                    .or("unmap-" + page, now -> {
                        now.await(now.read(entry));
                        now.write(entry, false);
                        put(now, page);
                    });
        }
    }

    private void gup(Script task) {
        Choices choices = new Choices(task.forever());
        for (Slot slot : slots) {
            choices.or("look-" + slot, now -> {
                now.await(now.read(pte.of(slot)));
                now.saw("mapped");
                now.hand(slot);
            });
        }
        task.step("get", Slot.class, (now, slot) -> {
                    Cell<Integer> count = ref.of(slot.page());
                    if (!now.read(alive) || now.read(count) <= 0) {
                        now.saw("not in use: give up");
                        now.end();
                    } else {
                        now.write(count, now.read(count) + 1);
                    }
                })
                .step("verify", Slot.class, (now, slot) -> {
                    if (now.read(pte.of(slot))) {
                        now.saw("mapped still");
                        now.hand(slot.page());
                    } else {
                        put(now, slot.page());
                        now.end();
                    }
                })
                .step("unpin", PageId.class, this::put);
    }

    private void fileSystem(Script task) {
        Choices choices = new Choices(task.forever());
        for (PageId page : pages) {
            choices.or("start-" + page, now -> {
                        now.await(now.read(truncate) instanceof Truncate.Idle && now.read(inFile.of(page)));
                        now.write(truncate, new Truncate.Unmap(page, 0));
                    })
                    .or("alloc-" + page, now -> {
                        now.await(now.read(truncate) instanceof Truncate.Idle
                                && now.read(alive)
                                && !now.read(inFile.of(page)));
                        now.write(inFile.of(page), true);
                    });
        }
        choices.or("tunmap", now -> {
                    Truncate.Unmap at = at(now, Truncate.Unmap.class);
                    unmap(now, new Slot(spaces.get(at.space()), at.page()));
                    int next = at.space() + 1;
                    now.write(
                            truncate,
                            next == spaces.size()
                                    ? new Truncate.Check(at.page())
                                    : new Truncate.Unmap(at.page(), next));
                })
                .or("tcheck", now -> {
                    PageId page = at(now, Truncate.Check.class).page();
                    boolean idle = now.read(ref.of(page)) == 0;
                    now.write(truncate, idle ? new Truncate.Free(page) : new Truncate.Wait(page));
                })
                .or("twoken", now -> {
                    PageId page = at(now, Truncate.Woken.class).page();
                    now.write(truncate, bug == Bug.WOKEN_FREES ? new Truncate.Free(page) : new Truncate.Unmap(page, 0));
                })
                .or("tfree", now -> {
                    PageId page = at(now, Truncate.Free.class).page();
                    now.write(inFile.of(page), false);
                    now.write(truncate, new Truncate.Idle());
                });
    }

    /** Where the truncate is, which has to be there. */
    private <T extends Truncate> T at(Now now, Class<T> place) {
        Truncate at = now.read(truncate);
        now.await(place.isInstance(at));
        return place.cast(at);
    }

    private void removal(Script task) {
        task.forever()
                .step("kill", now -> {
                    now.write(alive, false);
                    now.hand(0);
                })
                .step("runmap", Integer.class, (now, entry) -> {
                    unmap(now, slots.get(entry));
                    if (entry + 1 < slots.size()) {
                        now.go("runmap", entry + 1);
                    }
                })
                .step("rwait", this::drain)
                .step(GONE, now -> now.write(alive, true));
    }

    private void drain(Now now) {
        if (bug != Bug.REMOVAL_DOES_NOT_WAIT) {
            now.await(pages.forAll(page -> now.read(ref.of(page)) == 0));
            now.saw("no page has references");
        }
    }

    private boolean locked(View view) {
        Truncate at = view.read(truncate);
        return at instanceof Truncate.Unmap || at instanceof Truncate.Check || at instanceof Truncate.Free;
    }

    private void unmap(StepView view, Slot slot) {
        if (view.read(pte.of(slot))) {
            view.write(pte.of(slot), false);
            put(view, slot.page());
        } else {
            view.saw("nothing mapped");
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

    /** The pages. */
    public Seq<PageId> pages() {
        return pages;
    }

    /** The count of a page. */
    public Cell<Integer> count(PageId page) {
        return ref.of(page);
    }

    /** Whether a page belongs to the file. */
    public Cell<Boolean> inFile(PageId page) {
        return inFile.of(page);
    }

    /** Whether a page is mapped, in each address space. */
    public Seq<Cell<Boolean>> ptes(PageId page) {
        return spaces.map(mm -> pte.of(new Slot(mm, page)));
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
        return view -> view.at(removal, at -> At.isAt(at, GONE));
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
