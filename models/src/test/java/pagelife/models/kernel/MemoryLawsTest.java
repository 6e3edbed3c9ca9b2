package pagelife.models.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Event;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Move;
import pagelife.checker.model.Now;
import pagelife.checker.model.State;
import pagelife.models.Law;
import pagelife.models.kernel.Memory.Order;
import pagelife.models.kernel.PageAllocator.Handle;
import pagelife.models.page.PageId;
import pagelife.models.page.TaskId;

/** What memory promises: the litmus tests by which memory models are told apart, and pages that are used again. */
class MemoryLawsTest {
    private static final TaskId A = new TaskId("a");
    private static final TaskId B = new TaskId("b");

    private final ModelBuilder model = Model.builder("law");

    private interface Fence {
        void done(Memory memory, Now now, TaskId task);
    }

    private static void fence(boolean there, Fence fence, Memory memory, Now now, TaskId task) {
        if (there) {
            fence.done(memory, now, task);
        }
    }

    /** SB: two tasks store and then load what the other stored. Both find nothing where stores wait in buffers. */
    @ParameterizedTest
    @CsvSource({"SC,false,false", "TSO,false,true", "TSO,true,false", "WEAK,false,true", "WEAK,true,false"})
    void storeBuffering(Order order, boolean mb, boolean seen) {
        Memory memory = Memory.declare(model, order, A, B);
        Cell<Integer> x = memory.cell(model, "x", 0);
        Cell<Integer> y = memory.cell(model, "y", 0);
        Cell<Integer> missed = model.cell("missed", 0);
        for (TaskId task : Vector.of(A, B)) {
            Cell<Integer> own = task.equals(A) ? x : y;
            Cell<Integer> other = task.equals(A) ? y : x;
            model.task(task.name())
                    .step("1 store", now -> memory.write(now, task, own, 1))
                    .step("2 fence", now -> fence(mb, Memory::mb, memory, now, task))
                    .step("3 load", now -> {
                        if (memory.read(now, task, other) == 0) {
                            now.change(missed, many -> many + 1);
                        }
                    });
        }
        Law.sometimes(view -> view.read(missed) == 2).is(seen, model);
    }

    /** MP: data, then a flag; who sees the flag may miss the data unless both sides have their barrier. */
    @ParameterizedTest
    @CsvSource({
        "SC,false,false,false",
        "TSO,false,false,false",
        "WEAK,false,false,true",
        "WEAK,true,false,true",
        "WEAK,false,true,true",
        "WEAK,true,true,false"
    })
    void messagePassing(Order order, boolean wmb, boolean rmb, boolean seen) {
        Memory memory = Memory.declare(model, order, A, B);
        Cell<Integer> data = memory.cell(model, "data", 0);
        Cell<Integer> flag = memory.cell(model, "flag", 0);
        Cell<Boolean> missed = model.cell("missed", false);
        model.task("a")
                .step("1 data", now -> memory.write(now, A, data, 1))
                .step("2 wmb", now -> fence(wmb, Memory::wmb, memory, now, A))
                .step("3 flag", now -> memory.write(now, A, flag, 1));
        model.task("b")
                .step("1 flag", now -> {
                    if (memory.read(now, B, flag) == 0) {
                        now.end();
                    }
                })
                .step("2 rmb", now -> fence(rmb, Memory::rmb, memory, now, B))
                .step("3 data", now -> now.write(missed, memory.read(now, B, data) == 0));
        Law.sometimes(view -> view.read(missed)).is(seen, model);
    }

    /** One variable never goes back: who saw the new value does not see the old one again. */
    @ParameterizedTest
    @ValueSource(strings = {"SC", "TSO", "WEAK"})
    void aVariableHasOneOrder(Order order) {
        Memory memory = Memory.declare(model, order, A, B);
        Cell<Integer> x = memory.cell(model, "x", 0);
        Cell<Boolean> back = model.cell("back", false);
        model.task("a")
                .step("1 store", now -> memory.write(now, A, x, 1))
                .step("2 store", now -> memory.write(now, A, x, 2));
        model.task("b")
                .step("1 load", now -> now.hand(memory.read(now, B, x)))
                .step("2 load", Integer.class, (now, first) -> now.write(back, memory.read(now, B, x) < first));
        Law.always(view -> !view.read(back)).is(true, model);
    }

    /* x was 0, 1, 0, and is 1: 0 was there twice. */
    @Test
    void aLoadSaysWhatItFindsAndHowOldThatIs() {
        Memory memory = Memory.declare(model, Order.WEAK, A, B);
        Cell<Integer> x = memory.cell(model, "x", 0);
        model.task("a").step("s store", now -> {
            memory.xchg(now, A, x, 1);
            memory.xchg(now, A, x, 0);
            memory.xchg(now, A, x, 1);
        });
        model.task("b").step("l load", now -> memory.read(now, B, x));
        Model built = model.build();
        State stored =
                Move.in(built.initialStates().head(), built.actor("a")).head().to();
        assertEquals(
                Vector.of(
                        "load of x = 0, an old value, 3 changes ago",
                        "load of x = 1, an old value, 2 changes ago",
                        "load of x = 0, an old value",
                        "load of x = 1"),
                Move.in(stored, built.actor("b")).flatMap(Move::choices));
        assertEquals(
                Vector.of("finds x = 0, an old value", "finds x = 1, an old value", "finds x = 0, an old value"),
                Move.in(stored, built.actor("b")).flatMap(Move::events).flatMap(Event::remark));
    }

    /** A CPU sees its own stores at once. */
    @ParameterizedTest
    @ValueSource(strings = {"SC", "TSO", "WEAK"})
    void aTaskSeesItsOwnStores(Order order) {
        Memory memory = Memory.declare(model, order, A, B);
        Cell<Integer> x = memory.cell(model, "x", 0);
        Cell<Boolean> missed = model.cell("missed", false);
        model.task("a")
                .step("1 store", now -> memory.write(now, A, x, 1))
                .step("2 load", now -> now.write(missed, memory.read(now, A, x) == 0));
        Law.always(view -> !view.read(missed)).is(true, model);
    }

    /** An exchange is no plain store: two of them cannot both find what was there first. */
    @ParameterizedTest
    @CsvSource({"TSO,true", "TSO,false", "WEAK,true", "WEAK,false"})
    void anExchangeIsIndivisible(Order order, boolean right) {
        Memory memory = Memory.declare(model, order, A, B);
        Cell<Integer> x = memory.cell(model, "x", 0);
        Cell<Integer> first = model.cell("first", 0);
        for (TaskId task : Vector.of(A, B)) {
            model.task(task.name()).step("1 take", now -> {
                int before = right ? memory.xchg(now, task, x, 1) : memory.read(now, task, x);
                if (!right) {
                    memory.write(now, task, x, 1);
                }
                now.change(first, many -> many + (before == 0 ? 1 : 0));
            });
        }
        Law.always(view -> view.read(first) < 2).is(right, model);
    }

    /** A page that is freed while somebody has it is used stale; one that is freed after is not. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aStaleHandleIsTold(boolean right) {
        PageAllocator pages = PageAllocator.declare(model, "page", Vector.of(new PageId(0)));
        Cell<Boolean> done = model.cell("done", false);
        Cell<Vector<Handle>> had = model.cell("had", Vector.class, Vector.empty());
        model.task("a")
                .step(
                        "1 alloc",
                        now -> now.write(had, Vector.of(pages.alloc(now).get())))
                .step("2 free", now -> {
                    now.await(!right || now.read(done));
                    pages.free(now, now.read(had).head());
                })
                .step("3 alloc", pages::alloc);
        model.task("b").step("1 use", now -> {
            now.await(now.read(had).nonEmpty());
            pages.use(now, now.read(had).head());
            now.write(done, true);
        });
        Law.neverTold(PageAllocator.Stale.class::isInstance).is(right, model);
    }

    @Test
    void aPageIsNotGivenOutTwice() {
        PageAllocator pages =
                PageAllocator.declare(model, "page", Vector.range(0, 2).map(PageId::new));
        Cell<Vector<Handle>> had = model.cell("had", Vector.class, Vector.empty());
        for (String name : Vector.of("a", "b", "c")) {
            model.task(name)
                    .step(
                            "1 alloc",
                            now -> pages.alloc(now).forEach(handle -> now.change(had, all -> all.append(handle))));
        }
        Model built = model.build();
        Law.always(view -> view.read(had).distinct().size() == view.read(had).size())
                .is(true, built);
        Law.sometimes(view -> view.read(had).size() == 2).is(true, built);
        assertTrue(built.actors().size() == 3);
    }

    /** A key that two have enabled is on until both have disabled it. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aStaticKeyCountsItsUsers(boolean right) {
        StaticKey key = StaticKey.declare(model, "key");
        Cell<Boolean> on = model.cell("on", false);
        model.task("a")
                .step("1 inc", now -> {
                    key.inc(now);
                    now.write(on, true);
                })
                .step("2 off", now -> now.write(on, false));
        model.task("b")
                .step("1 inc", now -> {
                    if (right) {
                        key.inc(now);
                    }
                })
                .step("2 dec", now -> {
                    if (key.isEnabled(now)) {
                        key.dec(now);
                    }
                });
        Law.always(view -> !view.read(on) || key.isEnabled(view)).is(right, model);
    }
}
