package pagelife.models.gup;

import static pagelife.checker.model.Fairness.NONE;

import io.vavr.collection.Vector;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Now;
import pagelife.checker.model.Place;
import pagelife.models.Choices;
import pagelife.models.page.Books;
import pagelife.models.page.Holds;
import pagelife.models.page.Owner;
import pagelife.models.page.Page;
import pagelife.models.page.PageEvent;
import pagelife.models.page.TaskId;

/**
 * A count of few bits, and a program that takes as many references as it can (through FUSE pipes, CVE-2019-11487). Page
 * counts wrap; they do not saturate as refcount_t does.
 */
public final class Overflow implements GupScene {
    private static final TaskId PROGRAM = new TaskId("program");
    private static final Owner PIN = new Owner.Pin(PROGRAM);

    /** The owner of the page, who never lets go. */
    private static final Holds OWNED = Holds.shortly(new TaskId("owner"), PAGE, 1);

    /** Where the program always is, with as many references as it carries. */
    private static final Place<Integer> HOLDING = Place.of("a1", Integer.class);

    private final boolean tryGet;
    private final int values;
    private final int most;
    private final Cell<Page> page;
    private final Cell<Boolean> freed;
    private final Model model;
    private final Books books;

    Overflow(String name, Choices rules, Choices bounds) {
        this.tryGet = rules.on("tryGet");
        this.values = 1 << bounds.number("countBits");
        this.most = values + 1;
        ModelBuilder builder = Model.builder(name);
        this.page = builder.cell("page", Page.counting(OWNED.refs()));
        this.freed = builder.cell("freed", false);
        builder.task(PROGRAM.name())
                .fairness(NONE)
                .begins(now -> now.go(HOLDING, 0))
                .in("include/linux/mm.h", tryGet ? "try_get_page" : "get_page", tryGet ? "5.1" : "5.0")
                .step(HOLDING, "a1 get", this::get)
                .in("include/linux/mm.h", "put_page", "5.0")
                .or("a2 put", Integer.class, this::put)
                .has(Integer.class, held -> Holds.pin(PROGRAM, PAGE, held));
        this.model = builder.build();
        this.books = Books.of(model).page(PAGE, page).standing(view -> Vector.of(OWNED));
    }

    private void get(Now now, int held) {
        int refs = now.read(page).refs();
        now.await(!now.read(freed) && held < most && !(tryGet && refs <= 0));
        int left = wrapped(refs + 1);
        now.write(page, Page.counting(left));
        PageEvent.How how = tryGet ? PageEvent.How.UNLESS_ZERO : PageEvent.How.UNCONDITIONALLY;
        now.tell(new PageEvent.Get(PAGE, 1, refs, left, PIN, how));
        now.go(HOLDING, held + 1);
    }

    private void put(Now now, int held) {
        now.await(!now.read(freed) && held > 0);
        int refs = now.read(page).refs();
        int left = wrapped(refs - 1);
        now.write(page, Page.counting(left));
        now.tell(new PageEvent.Put(PAGE, 1, refs, left, PIN));
        if (left == 0) {
            now.write(freed, true);
            now.tell(new PageEvent.Freed(PAGE));
        }
        now.go(HOLDING, held - 1);
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
    public Books books() {
        return books;
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
