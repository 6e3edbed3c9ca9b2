package pagelife.models.gup;

import static pagelife.checker.model.Fairness.NONE;
import static pagelife.checker.model.Fairness.WEAK;

import io.vavr.collection.Vector;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Control;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Now;
import pagelife.checker.model.Operation;
import pagelife.checker.model.Operations;
import pagelife.checker.model.Script;
import pagelife.checker.model.Task;
import pagelife.checker.model.View;
import pagelife.models.Choices;
import pagelife.models.Workload;
import pagelife.models.page.Books;
import pagelife.models.page.Counting;
import pagelife.models.page.Holds;
import pagelife.models.page.Index;
import pagelife.models.page.MmId;
import pagelife.models.page.Owner;
import pagelife.models.page.Page;
import pagelife.models.page.Pin;
import pagelife.models.page.Pins;
import pagelife.models.page.Pte;
import pagelife.models.page.PteAt;
import pagelife.models.page.TaskId;
import pagelife.models.parts.Calls;

/**
 * Long-term pins of a page of a file, as RDMA takes them, against a truncate that waits for the page. Three gates
 * refuse such pins. A registration ends when its program wills, which it need not: an
 * {@code unpin} ends it, as any other pin.
 */
public final class LongTerm implements GupScene {
    private static final PteAt AT = new PteAt(new MmId(0), Index.FIRST);

    private final Choices rules;
    private final int idle;
    private final Cell<Page> page;
    private final Cell<Pte> pte;
    private final Scene scene;

    LongTerm(String name, Choices rules, Workload workload) {
        this.rules = rules;
        boolean counted = rules.get(GupRules.PINNABLE_GATE);
        this.idle = counted ? 0 : 1;
        ModelBuilder builder = Model.builder(name);
        this.page = builder.cell("page", Page.counting(1)); // of the entry, or its base
        this.pte = builder.cell("pte", counted ? Pte.normal(PAGE) : Pte.devmap(PAGE));
        Operations operations = Operations.of(
                Operation.of("register slow", "take a long-term pin, under locks", this::slow),
                Operation.of("register fast", "take a long-term pin, without locks", this::fast),
                Operation.of(Calls.PIN_SLOW, "take a pin for I/O, under locks", this::io),
                GupScene.unpin(page, "unpin_user_page").undoes("register slow", "register fast", Calls.PIN_SLOW),
                Operation.of(Calls.TRUNCATE, "unmap the page, and wait until nobody uses it", task -> truncate()));
        workload.declare(builder, operations);
        Model model = builder.build();
        Books entries = Books.of(model).page(PAGE, page).entry(AT, pte);
        Books books =
                counted ? entries : entries.standing(view -> Vector.of(new Holds(PAGE, Owner.Base.PAGEMAP, idle)));
        this.scene = new Scene(model, operations, books, page);
    }

    private Script slow(Task task) {
        Cell<Pins> pins = Pins.of(task);
        Owner pin = GupScene.pinOf(task);
        return gup(new Script().fairness(NONE), "check_vma_flags")
                .step("s0 test VMA", now -> endIf(now, rules.get(GupRules.VMA_GATE)))
                .statement("vma_is_fsdax(vma)")
                .owes(WEAK)
                .in("mm/gup.c", "follow_page_pte", "6.1")
                .step("s1 grab page", now -> pin(now, pins, pin));
    }

    /** The gate of devmap entries stands before the grab, the one of pages after it. */
    private Script fast(Task task) {
        Cell<Pins> pins = Pins.of(task);
        Holds pin = Holds.pin(TaskId.of(task), PAGE, 1);
        return gup(new Script().fairness(NONE), "gup_pte_range")
                .step("g1 read entry", now -> endIf(now, rules.get(GupRules.DEVMAP_GATE)))
                .statement("pte = *ptep")
                .owes(WEAK)
                .in("mm/gup.c", "try_grab_folio", "6.1")
                .step("g3 add unless zero", now -> endIf(now, !grabs(now, pin.owner())))
                .in("mm/gup.c", "folio_is_longterm_pinnable", "6.1")
                .step("g3l test page", now -> testPage(now, pins, pin.owner()))
                .has(pin);
    }

    private Script io(Task task) {
        Cell<Pins> pins = Pins.of(task);
        Owner pin = GupScene.pinOf(task);
        return gup(new Script().fairness(NONE), "follow_page_pte").step("s1 grab page", now -> pin(now, pins, pin));
    }

    private Script truncate() {
        return new Script()
                .in("mm/memory.c", "unmap_mapping_range", "6.1")
                .step("t3 unmap", this::unmap)
                .in("fs/xfs/xfs_file.c", "xfs_break_dax_layouts", "6.1")
                .step("t5 wait until idle", this::awaitIdle)
                .statement("wait until page_ref_count(page) == idle");
    }

    private void awaitIdle(Now now) {
        int refs = now.read(page).refs();
        now.await(refs == idle);
        now.saw("idle? yes, refs %s", refs);
    }

    private static Script gup(Script script, String function) {
        return script.in("mm/gup.c", function, "6.1");
    }

    private static void endIf(Now now, boolean refused) {
        if (refused) {
            now.saw("refused");
            now.end();
        }
    }

    private boolean grabs(Now now, Owner pin) {
        return now.read(pte).isPresent() && Counting.getUnlessZero(now, page, PAGE, 1, pin);
    }

    private void pin(Now now, Cell<Pins> pins, Owner pin) {
        if (grabs(now, pin)) {
            take(now, pins);
        } else if (!now.read(pte).isPresent()) {
            now.saw("nothing mapped");
        }
    }

    private void testPage(Now now, Cell<Pins> pins, Owner pin) {
        if (rules.get(GupRules.PINNABLE_GATE)) {
            now.saw("not for long-term pins: undo");
            Counting.put(now, page, PAGE, 1, pin);
        } else {
            take(now, pins);
        }
    }

    private static void take(Now now, Cell<Pins> pins) {
        now.change(pins, held -> held.take(Pin.of(PAGE, 1)));
    }

    private void unmap(Now now) {
        boolean counted = now.read(pte).isCounted();
        if (now.read(pte).equals(Pte.NONE)) {
            now.saw("nothing mapped");
        }
        now.write(pte, Pte.NONE);
        if (counted) {
            Counting.put(now, page, PAGE, 1, new Owner.Mapping(AT));
        }
    }

    /** The entry through which the page is pinned. */
    public Cell<Pte> pte() {
        return pte;
    }

    /** Whether a task that truncates the file has ended. */
    public boolean isTruncated(View view) {
        return model().actors().exists(actor -> actor.runs(Calls.TRUNCATE) && view.at(actor) == Control.finished());
    }

    @Override
    public Scene scene() {
        return scene;
    }
}
