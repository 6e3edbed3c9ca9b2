package pagelife.models.gup;

import static pagelife.checker.model.Fairness.NONE;

import io.vavr.collection.Vector;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Now;
import pagelife.checker.model.Operation;
import pagelife.checker.model.Operations;
import pagelife.checker.model.Script;
import pagelife.checker.model.Source;
import pagelife.checker.model.Task;
import pagelife.checker.model.View;
import pagelife.models.Choices;
import pagelife.models.Workload;
import pagelife.models.page.Books;
import pagelife.models.page.Holds;
import pagelife.models.page.Owner;
import pagelife.models.page.Page;
import pagelife.models.page.PageEvent;
import pagelife.models.page.Pin;
import pagelife.models.page.Pins;
import pagelife.models.page.TaskId;

/**
 * A count of few bits, and a program that takes as many references as it can (through FUSE pipes, CVE-2019-11487). Page
 * counts wrap; they do not saturate as refcount_t does.
 */
public final class Overflow implements GupScene {
    private static final Source PUT = Source.kernel("include/linux/mm.h", "put_page", "5.0");

    /** The owner of the page, who never lets go. */
    private static final Holds OWNED = Holds.shortly(new TaskId("owner"), PAGE, 1);

    private final boolean tryGet;
    private final int values;
    private final int most;
    private final Cell<Page> page;
    private final Cell<Boolean> freed;
    private final Scene scene;

    Overflow(String name, Choices rules, Choices bounds, Workload workload) {
        this.tryGet = rules.get(GupRules.TRY_GET);
        this.values = 1 << bounds.get(GupRules.COUNT_BITS);
        this.most = values + 1;
        ModelBuilder builder = Model.builder(name);
        this.page = builder.cell("page", Page.counting(OWNED.refs()));
        this.freed = builder.cell("freed", false);
        Operations operations = Operations.of(
                Operation.of("get", "take a reference", task -> get(new Script(), task)),
                Operation.of("put", "drop a reference that it holds", this::put).undoes("get"),
                Operation.of("hoard", "take and drop references, as many as it likes, without end", this::hoard));
        workload.declare(builder, operations);
        Model model = builder.build();
        Books books = Books.of(model).page(PAGE, page).standing(view -> Vector.of(OWNED));
        this.scene = new Scene(model, operations, books, page);
    }

    private Script get(Script script, Task task) {
        Cell<Pins> pins = Pins.of(task);
        return script.fairness(NONE)
                .in("include/linux/mm.h", tryGet ? "try_get_page" : "get_page", tryGet ? "5.1" : "5.0")
                .step("a1 get", now -> get(now, pins, GupScene.pinOf(task)));
    }

    private Script put(Task task) {
        Cell<Pins> pins = Pins.of(task);
        return new Script().fairness(NONE).in(PUT).step("a2 put", now -> put(now, pins, GupScene.pinOf(task)));
    }

    private Script hoard(Task task) {
        Cell<Pins> pins = Pins.of(task);
        return get(new Script().forever(), task).in(PUT).or("a2 put", now -> put(now, pins, GupScene.pinOf(task)));
    }

    private void get(Now now, Cell<Pins> pins, Owner pin) {
        int refs = now.read(page).refs();
        now.await(!now.read(freed) && now.read(pins).held().size() < most && !(tryGet && refs <= 0));
        int left = wrapped(refs + 1);
        now.write(page, Page.counting(left));
        now.change(pins, held -> held.take(Pin.of(PAGE, 1)));
        PageEvent.How how = tryGet ? PageEvent.How.UNLESS_ZERO : PageEvent.How.UNCONDITIONALLY;
        now.tell(new PageEvent.Get(PAGE, 1, refs, left, pin, how));
    }

    private void put(Now now, Cell<Pins> pins, Owner pin) {
        now.await(!now.read(freed) && !now.read(pins).equals(Pins.NONE));
        int refs = now.read(page).refs();
        int left = wrapped(refs - 1);
        now.write(page, Page.counting(left));
        now.change(pins, held -> held.drop(held.last().get()));
        now.tell(new PageEvent.Put(PAGE, 1, refs, left, pin));
        if (left == 0) {
            now.write(freed, true);
            now.tell(new PageEvent.Freed(PAGE));
        }
    }

    /** Signed, of few bits. */
    private int wrapped(int refs) {
        int half = values / 2;
        return Math.floorMod(refs + half, values) - half;
    }

    @Override
    public Scene scene() {
        return scene;
    }

    /** How many counts there are: one more reference than that, and the count is where it was. */
    public int values() {
        return values;
    }

    /** How many references there are: the owner's, and those that tasks have. */
    public int references(View view) {
        return OWNED.refs()
                + books().pinCells()
                        .map(pins -> view.read(pins).held().size())
                        .sum()
                        .intValue();
    }

    /** Whether the page was freed. Its owner never lets go, so it must not be. */
    public Cell<Boolean> freed() {
        return freed;
    }
}
