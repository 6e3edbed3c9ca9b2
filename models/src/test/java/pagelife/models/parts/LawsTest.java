package pagelife.models.parts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pagelife.checker.Checker;
import pagelife.checker.model.At;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Now;
import pagelife.checker.model.Operation;
import pagelife.checker.model.Program;
import pagelife.checker.model.Script;
import pagelife.checker.model.Source;
import pagelife.checker.model.View;
import pagelife.checker.property.Invariant;
import pagelife.checker.property.NoDeadlock;
import pagelife.checker.property.Property;
import pagelife.checker.result.Verdict;
import pagelife.checker.search.Options;
import pagelife.models.kernel.PercpuRef;
import pagelife.models.kernel.RwSem;
import pagelife.models.kernel.WaitQueueHead;
import pagelife.models.page.Books;
import pagelife.models.page.Counting;
import pagelife.models.page.Freeze;
import pagelife.models.page.Holds;
import pagelife.models.page.Index;
import pagelife.models.page.Irqs;
import pagelife.models.page.MmId;
import pagelife.models.page.Owner;
import pagelife.models.page.Page;
import pagelife.models.page.PageId;
import pagelife.models.page.Pagemap;
import pagelife.models.page.Pins;
import pagelife.models.page.Pte;
import pagelife.models.page.PteAt;
import pagelife.models.page.RwSemaphore;
import pagelife.models.page.TaskId;
import pagelife.models.page.WaitKey;

/**
 * What the shared parts promise to the protocols that are made of them, in all interleavings of a few tasks; and that a
 * twin of each which breaks the promise is found. {@code right} says which of the two it is.
 */
class LawsTest {
    private static final PageId P0 = new PageId(0);
    private static final PteAt AT = new PteAt(new MmId(0), Index.FIRST);

    private final ModelBuilder builder = Model.builder("law");

    private static void expect(boolean holds, Model model, Property law) {
        Verdict found = Checker.check(model, Vector.of(law), Options.DEFAULT.withAuditEvery(1))
                .finding(law.name())
                .get()
                .verdict();
        assertEquals(holds ? Verdict.HOLDS : Verdict.VIOLATED, found);
    }

    private static Property always(Predicate<View> law) {
        return Invariant.always("law", "it is so", law);
    }

    /** Who gets and puts as many as it got leaves a count that is what the books say. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void countsAreWhatIsHeld(boolean right) {
        Cell<Page> page = builder.cell("page", Page.counting(1));
        for (String name : Vector.of("a", "b")) {
            Owner owner = new Owner.Transient(new TaskId(name));
            builder.task(name)
                    .step("1 get", now -> Counting.get(now, page, P0, 1, owner))
                    .step("2 put", now -> Counting.put(now, page, P0, right ? 1 : 2, owner))
                    .has(new Holds(P0, owner, 1));
        }
        Model model = builder.build();
        Books books = Books.of(model).page(P0, page).standing(view -> Vector.of(new Holds(P0, Owner.Base.PAGEMAP, 1)));
        expect(right, model, always(view -> books.count(view, P0).contains(books.held(view, P0))));
    }

    /** W1 before W2, and K1 before K3: no wake-up is lost. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoQueuesBeforeItLooksIsWoken(boolean right) {
        WaitQueueHead queue = WaitQueueHead.declare(builder, "queue");
        Cell<Boolean> idle = builder.cell("idle", false);
        TaskId waiter = new TaskId("waiter");
        var task = builder.task("waiter");
        if (right) {
            task.step("w1 queue", now -> queue.prepareToWait(now, waiter));
        }
        task.step("w2 look", now -> {
            if (now.read(idle)) {
                queue.finishWait(now, waiter);
                now.finish();
            }
        });
        if (!right) {
            task.step("w1 queue", now -> queue.prepareToWait(now, waiter));
        }
        task.step("w4 sleep", now -> queue.sleep(now, waiter));
        builder.task("waker")
                .step("k1 change", now -> now.write(idle, true))
                .step("k3 look", now -> {
                    if (!queue.isActive(now)) {
                        now.end();
                    }
                })
                .step("k4 wake", queue::wakeUpAll);
        expect(right, builder.build(), NoDeadlock.strict());
    }

    /** Readers and a writer that ask before they take exclude each other; who does not ask cannot even take it. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void readersAndAWriterExcludeEachOther(boolean right) {
        Cell<RwSemaphore> lock = builder.cell("lock", RwSemaphore.FREE);
        Cell<Integer> inside = builder.cell("inside", 0);
        for (String name : Vector.of("reader1", "reader2")) {
            builder.task(name)
                    .step("1 down", now -> {
                        now.await(now.read(lock).canRead());
                        now.change(lock, RwSemaphore::downRead);
                    })
                    .step("2 enter", now -> now.change(inside, many -> many + 1))
                    .step("3 leave", now -> now.change(inside, many -> many - 1))
                    .step("4 up", now -> now.change(lock, RwSemaphore::upRead));
        }
        Cell<Boolean> writing = builder.cell("writing", false);
        builder.task("writer")
                .step("1 down", now -> {
                    if (right) {
                        now.await(now.read(lock).canWrite());
                        now.change(lock, RwSemaphore::downWrite);
                    }
                })
                .step("2 enter", now -> now.write(writing, true))
                .step("3 leave", now -> now.write(writing, false))
                .step("4 up", now -> {
                    if (right) {
                        now.change(lock, RwSemaphore::upWrite);
                    }
                });
        expect(right, builder.build(), always(view -> !view.read(writing) || view.read(inside) == 0));
    }

    /** Who waits until a freeze is drained finds no writer inside, and none gets in. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void nobodyWritesInsideADrainedFreeze(boolean right) {
        Cell<Freeze> freeze = builder.cell("freeze", Freeze.THAWED);
        Cell<Boolean> quiet = builder.cell("quiet", false);
        TaskId writer = new TaskId("writer");
        builder.task("writer")
                .step("1 enter", now -> {
                    now.await(!now.read(freeze).frozen());
                    now.change(freeze, inside -> inside.enter(writer));
                })
                .step("2 leave", now -> now.change(freeze, inside -> inside.leave(writer)));
        builder.task("freezer")
                .step("1 freeze", now -> now.change(freeze, Freeze::freeze))
                .step("2 drain", now -> now.await(!right || now.read(freeze).isDrained()))
                .step("3 work", now -> now.write(quiet, true))
                .step("4 thaw", now -> {
                    now.write(quiet, false);
                    now.change(freeze, Freeze::thaw);
                });
        expect(
                right,
                builder.build(),
                always(view -> !view.read(quiet) || view.read(freeze).isDrained()));
    }

    /** A pin under locks is counted from when it is taken to when it is dropped, once. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aSlowPinIsCounted(boolean right) {
        Cell<Page> page = builder.cell("page", Page.counting(1));
        Operation pin = Operation.of(
                "pin",
                "",
                task -> new SlowPin(new TaskId(task.name()), Pins.of(task), AT, 1, target(page, right), Option.none())
                        .script(Source.NONE, Source.NONE));
        Operation unpin =
                new Unpin(Source.NONE, (now, held, owner) -> Counting.put(now, page, P0, held.refs(), owner)).last();
        builder.task("a", Program.of(unpin.call(), pin.call(), pin.call(), unpin.call(), unpin.call(), unpin.call()));
        builder.task("b", Program.of(pin.call(), unpin.call()));
        Model model = builder.build();
        Books books = Books.of(model).page(P0, page);
        expect(right, model, always(view -> view.read(page).refs() == 1 + books.pins(view, P0)));
    }

    private static SlowPin.Target target(Cell<Page> page, boolean right) {
        return new SlowPin.Target() {
            @Override
            public Option<PageId> find(Now now) {
                return Option.some(P0);
            }

            @Override
            public boolean grab(Now now, PageId of, Owner owner) {
                return !right || Counting.getUnlessZero(now, page, of, 1, owner);
            }
        };
    }

    /** A pin without locks has the page that the entry points to: it looks twice. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aFastPinIsOfThePageThatIsMapped(boolean right) {
        Cell<Page> page = builder.cell("page", Page.counting(2));
        Cell<Pte> pte = builder.cell("pte", Pte.normal(P0));
        Cell<Boolean> given = builder.cell("given", false);
        Operation pin = Operation.of(
                "pin",
                "",
                task -> new FastPin(
                                new FastPin.Walk(new TaskId(task.name()), Pins.of(task), AT, pte, Option.none()),
                                walk(page, right))
                        .script(new FastPin.Sources(Source.NONE, Source.NONE, Source.NONE, Source.NONE)));
        builder.task("gup", Program.of(pin.call()));
        builder.task("owner")
                .step("1 unmap", now -> {
                    now.write(pte, Pte.NONE);
                    Counting.put(now, page, P0, 1, new Owner.Mapping(AT));
                })
                .step("2 give away", now -> {
                    now.await(now.read(page).refs() == 1);
                    now.write(given, true);
                });
        Model model = builder.build();
        Books books = Books.of(model).page(P0, page);
        expect(right, model, always(view -> !view.read(given) || !books.isPinned(view, P0)));
    }

    private static FastPin.Rules walk(Cell<Page> page, boolean rechecks) {
        return new FastPin.Rules() {
            @Override
            public PageId find(Now now, Pte seen) {
                return seen.page().get();
            }

            @Override
            public boolean grab(Now now, PageId of, Owner self) {
                return Counting.getUnlessZero(now, page, of, 1, self);
            }

            @Override
            public void undo(Now now, PageId of, int refs, Owner self) {
                Counting.put(now, page, of, refs, self);
            }

            @Override
            public boolean rechecks() {
                return rechecks;
            }

            @Override
            public Option<Cell<Pagemap>> pagemap() {
                return Option.none();
            }
        };
    }

    /** However many faults there are at a place, it holds one reference while it maps the page, and none else. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aPageIsCountedOnceForAPlaceThatMapsIt(boolean right) {
        Cell<Page> page = builder.cell("page", Page.counting(1));
        Cell<Pte> pte = builder.cell("pte", Pte.NONE);
        Insert insert = Insert.of(true, of -> page);
        for (String name : Vector.of("fault1", "fault2")) {
            builder.task(name).step("1 map", now -> {
                if (!right) {
                    now.write(pte, Pte.NONE); // as if it did not look
                }
                insert.set(now, AT, pte, P0);
            });
        }
        builder.task("munmap")
                .step(
                        "1 clear",
                        now -> Zap.clear(now, AT, pte, of -> page)
                                .forEach(of -> Counting.put(now, page, of, 1, new Owner.Mapping(AT))));
        Model model = builder.build();
        Books books = Books.of(model).page(P0, page).entry(AT, pte);
        expect(
                right,
                model,
                always(view -> view.read(page).mapcount() == (view.read(pte).isPresent() ? 1 : 0)
                        && view.read(page).refs() == 1 + books.held(view, P0)));
    }

    /** Who waits for a busy page is woken by who listens to its key. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoWaitsForABusyPageIsWoken(boolean right) {
        Cell<RwSemaphore> lock = heldLock("lock");
        WaitKey key = right ? WaitKey.REFCOUNT : WaitKey.FOLIO;
        expect(right, busyWait(twiceHeld(), lock, lock, key, 1), NoDeadlock.strict());
    }

    /** It sleeps without the lock, so that who needs that to unpin gets it. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoWaitsForABusyPageLeavesTheLockToOthers(boolean right) {
        Cell<RwSemaphore> lock = heldLock("lock");
        Cell<RwSemaphore> dropped = right ? lock : heldLock("other");
        expect(right, busyWait(twiceHeld(), lock, dropped, WaitKey.REFCOUNT, 1), NoDeadlock.strict());
    }

    /** It goes on when the page is idle, and has the lock then. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoWaitsForABusyPageGoesOnWhenItIsIdle(boolean right) {
        Cell<Page> page = twiceHeld();
        Cell<RwSemaphore> lock = heldLock("lock");
        Model model = busyWait(page, lock, lock, WaitKey.REFCOUNT, right ? 1 : 2);
        expect(
                right,
                model,
                always(view -> !view.at(model.actor("truncate"), at -> At.isAt(at, "t10"))
                        || view.read(page).refs() == 1 && view.read(lock).writer()));
    }

    private Cell<Page> twiceHeld() {
        return builder.cell("page", Page.counting(2));
    }

    private Cell<RwSemaphore> heldLock(String name) {
        return builder.cell(name, RwSemaphore.FREE.downWrite());
    }

    /**
     * A truncate that holds a lock and waits for a page, and a task that takes the lock to unpin it.
     *
     * @param dropped the lock that the truncate lets go of while it sleeps
     * @param listens to what it listens; the unpin wakes who listens to the count
     * @param idle what it takes for the count of an idle page
     */
    private Model busyWait(
            Cell<Page> page, Cell<RwSemaphore> lock, Cell<RwSemaphore> dropped, WaitKey listens, int idle) {
        WaitQueueHead queue = WaitQueueHead.declare(builder, "queue").named(WaitKey.REFCOUNT);
        BusyPage pages = new BusyPage(of -> page, of -> queue.named(listens), refs -> refs == idle);
        BusyWait<PageId> wait = new BusyWait<>(
                PageId.class,
                new TaskId("truncate"),
                Option.some(new RwSem(dropped)),
                false,
                pages,
                BusyWait.Known.page(now -> now.go("t10")));
        Script truncate = builder.task("truncate").step("t4 busy?", now -> wait.begin(now, P0));
        wait.steps(truncate, new BusyWait.Sources(Source.NONE, Source.NONE, Source.NONE, Source.NONE));
        truncate.step("t10 go on", now -> now.change(dropped, RwSemaphore::upWrite));
        builder.task("gup")
                .step("1 lock", now -> {
                    now.await(now.read(lock).canRead());
                    now.change(lock, RwSemaphore::downRead);
                })
                .step("2 unpin", now -> {
                    Counting.put(now, page, P0, 1, new Owner.Pin(new TaskId("gup")));
                    queue.wakeUpAll(now);
                })
                .step("3 unlock", now -> now.change(lock, RwSemaphore::upRead));
        return builder.build();
    }

    /** A memory map is removed when nobody holds its pagemap. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aMemoryMapThatIsHeldStays(boolean right) {
        Cell<Pagemap> pagemap = builder.cell("pagemap", Pagemap.live(2));
        Owner user = new Owner.Transient(new TaskId("user"));
        builder.task("user")
                .step("1 get", now -> {
                    if (!PercpuRef.of(pagemap).trygetLive(now, user)) {
                        now.end();
                    }
                })
                .step("2 put", now -> PercpuRef.of(pagemap).putMany(now, 1, user))
                .has(new Holds(Pagemap.Id.PAGEMAP, user, 1));
        Memunmap memunmap = new Memunmap(pagemap, Source.NONE, Source.NONE);
        for (String name : Vector.of("removal1", "removal2")) {
            builder.task(name).with(removal -> {
                memunmap.kill(removal, Vector.empty());
                memunmap.putBulk(removal, 2);
                if (right) {
                    memunmap.await(removal);
                }
                memunmap.remove(removal);
            });
        }
        Model model = builder.build();
        Books books = Books.of(model).pagemap(pagemap);
        expect(
                right,
                model,
                always(view -> !view.read(pagemap).isGone()
                        || books.held(view, Pagemap.Id.PAGEMAP) == 0
                                && view.read(pagemap).refs() == 0));
    }

    /** What a walker with interrupts off has read is not freed under it: references go after the flush. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void referencesGoAfterTheFlush(boolean right) {
        Zapped zapped = new Zapped(builder, Vector.of(AT), right ? Zapped.Slip.NONE : Zapped.Slip.FLUSHES_NOT);
        TaskId walker = new TaskId("walker");
        Cell<Boolean> late = builder.cell("late", false);
        builder.task(walker.name())
                .step("1 read PTE", now -> {
                    if (!now.read(zapped.pte(AT)).isPresent()) {
                        now.end();
                        return;
                    }
                    now.write(zapped.irqs(), Irqs.off(AT.mm()));
                })
                .step(
                        "2 look at page",
                        now -> now.write(
                                late, now.read(zapped.page(zapped.pageOf(AT))).refs() == 0))
                .step("3 go", now -> now.write(zapped.irqs(), Irqs.ON));
        zapped.task();
        expect(right, builder.build(), always(view -> !view.read(late)));
    }

    /** The first reference of a range goes when all of it is cleared. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRangeIsClearedBeforeItsFirstReferenceGoes(boolean right) {
        PteAt next = new PteAt(AT.mm(), Index.FIRST.next());
        Zapped zapped = new Zapped(builder, Vector.of(AT, next), right ? Zapped.Slip.NONE : Zapped.Slip.PUTS_AT_ONCE);
        zapped.task();
        expect(
                right,
                builder.build(),
                always(view -> view.read(zapped.page(zapped.pageOf(AT))).refs() > 0
                        || !view.read(zapped.pte(next)).isPresent()));
    }

    /** What was cleared is held by who cleared it until it is put, once, in all address spaces. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatWasClearedIsHeldUntilItIsPut(boolean right) {
        PteAt other = new PteAt(new MmId(1), Index.FIRST);
        PteAt next = new PteAt(AT.mm(), Index.FIRST.next());
        Zapped zapped =
                new Zapped(builder, Vector.of(AT, next, other), right ? Zapped.Slip.NONE : Zapped.Slip.PUTS_TWICE);
        zapped.task();
        Model model = builder.build();
        Books books = zapped.books(model);
        expect(
                right,
                model,
                always(view ->
                        zapped.pages().forAll(page -> books.count(view, page).contains(books.held(view, page)))));
    }

    /** What a truncate frees is pinned by nobody, and it does not wait forever. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aTruncateFreesWhatIsNotPinned(boolean right) {
        Truncated truncated = new Truncated(builder, new Truncate.Way(false, right, false), true);
        expect(right, builder.build(), always(view -> !view.read(truncated.freed()) || !view.read(truncated.pinned())));
    }

    /** A truncate that waits for a pinned page goes on when the pin is dropped. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aTruncateThatWaitsIsWoken(boolean right) {
        new Truncated(builder, new Truncate.Way(false, true, false), right);
        expect(right, builder.build(), NoDeadlock.strict());
    }
}
