package pagelife.models.gup;

import static pagelife.checker.model.Fairness.NONE;
import static pagelife.checker.model.Fairness.STRONG;
import static pagelife.checker.model.Fairness.WEAK;

import io.vavr.collection.Vector;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Now;
import pagelife.checker.model.Script;
import pagelife.models.Choices;
import pagelife.models.page.Books;
import pagelife.models.page.Counting;
import pagelife.models.page.Holds;
import pagelife.models.page.Index;
import pagelife.models.page.MmId;
import pagelife.models.page.Owner;
import pagelife.models.page.Page;
import pagelife.models.page.Pte;
import pagelife.models.page.PteAt;
import pagelife.models.page.TaskId;

/**
 * Long-term pins of a page of a file, as RDMA takes them, against a truncate that waits for the page. Three gates refuse
 * such pins. A registration ends when its program wills, which it need not.
 */
public final class LongTerm implements GupScene {
    private static final PteAt AT = new PteAt(new MmId(0), Index.FIRST);

    private final Choices rules;
    private final int idle;
    private final Cell<Page> page;
    private final Cell<Pte> pte;
    private final Model model;
    private final Books books;

    LongTerm(String name, Choices rules) {
        this.rules = rules;
        boolean counted = rules.on("pinnableGate");
        this.idle = counted ? 0 : 1;
        ModelBuilder builder = Model.builder(name);
        this.page = builder.cell("page", Page.counting(1)); // of the entry, or its base
        this.pte = builder.cell("pte", counted ? Pte.normal(PAGE) : Pte.devmap(PAGE));
        builder.task("register", own -> slow(pinOf("register")));
        builder.task("register-fast", own -> fast(pinOf("register-fast")));
        builder.task("io", own -> io(pinOf("io")));
        builder.task("truncate")
                .in("mm/memory.c", "unmap_mapping_range", "6.1")
                .step("t3 unmap", this::unmap)
                .in("fs/xfs/xfs_file.c", "xfs_break_dax_layouts", "6.1")
                .step("t5 wait until idle", now -> now.await(now.read(page).refs() == idle));
        this.model = builder.build();
        Books entries = Books.of(model).page(PAGE, page).entry(AT, pte);
        this.books = counted ? entries : entries.standing(view -> Vector.of(new Holds(PAGE, Owner.Base.PAGEMAP, idle)));
    }

    private static Holds pinOf(String task) {
        return Holds.pin(new TaskId(task), PAGE, 1);
    }

    private Script slow(Holds pin) {
        return gup(new Script().fairness(NONE), "check_vma_flags")
                .step("s0 test VMA", now -> endIf(now, rules.on("vmaGate")))
                .owes(WEAK)
                .in("mm/gup.c", "follow_page_pte", "6.1")
                .step("s1 grab page", now -> grab(now, pin))
                .with(script -> registered(script, pin));
    }

    /** The gate of devmap entries stands before the grab, the one of pages after it. */
    private Script fast(Holds pin) {
        return gup(new Script().fairness(NONE), "gup_pte_range")
                .step("g1 read entry", now -> endIf(now, rules.on("devmapGate")))
                .owes(WEAK)
                .in("mm/gup.c", "try_grab_folio", "6.1")
                .step("g3 add unless zero", now -> grab(now, pin))
                .in("mm/gup.c", "folio_is_longterm_pinnable", "6.1")
                .step("g3l test page", now -> testPage(now, pin))
                .has(pin)
                .with(script -> registered(script, pin));
    }

    /** The memory is registered for as long as the program likes. */
    private static void registered(Script script, Holds pin) {
        script.owes(NONE)
                .in("drivers/infiniband/core/umem.c", "ib_umem_release", "6.1")
                .step("s3 deregister", now -> now.await(false))
                .has(pin);
    }

    private Script io(Holds pin) {
        return gup(new Script().fairness(NONE), "follow_page_pte")
                .step("s1 grab page", now -> grab(now, pin))
                .owes(STRONG)
                .in("mm/gup.c", "unpin_user_page", "6.1")
                .step("s3 end I/O", now -> put(now, pin))
                .has(pin);
    }

    private static Script gup(Script script, String function) {
        return script.in("mm/gup.c", function, "6.1");
    }

    private static void endIf(Now now, boolean refused) {
        if (refused) {
            now.end();
        }
    }

    private void grab(Now now, Holds pin) {
        endIf(now, !now.read(pte).isPresent() || !Counting.getUnlessZero(now, page, PAGE, 1, pin.owner()));
    }

    private void testPage(Now now, Holds pin) {
        if (rules.on("pinnableGate")) {
            put(now, pin);
            now.end();
        }
    }

    private void put(Now now, Holds pin) {
        Counting.put(now, page, PAGE, pin.refs(), pin.owner());
    }

    private void unmap(Now now) {
        boolean counted = now.read(pte).isCounted();
        now.write(pte, Pte.NONE);
        if (counted) {
            Counting.put(now, page, PAGE, 1, new Owner.Mapping(AT));
        }
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
}
