package pagelife.models.gup;

import static pagelife.checker.model.Fairness.NONE;
import static pagelife.checker.model.Fairness.WEAK;

import io.vavr.collection.Vector;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Now;
import pagelife.checker.model.Operation;
import pagelife.checker.model.Operations;
import pagelife.checker.model.Script;
import pagelife.checker.model.Sort;
import pagelife.checker.model.View;
import pagelife.models.Choices;
import pagelife.models.Workload;
import pagelife.models.gup.GupRules.Access;
import pagelife.models.kernel.Seqcount;
import pagelife.models.page.Books;
import pagelife.models.page.Counting;
import pagelife.models.page.Owner;
import pagelife.models.page.Page;
import pagelife.models.page.PageId;
import pagelife.models.page.Pte;
import pagelife.models.parts.Calls;

/**
 * Fork against get_user_pages_fast of an anonymous page. Fork copies a page that may be pinned at once, and shares
 * others read-only; who then writes gets a copy. It must not share a page that fast GUP is about to pin.
 */
public final class Fork implements GupScene {
    /** What a pin adds to a count: {@code GUP_PIN_COUNTING_BIAS}, small here. */
    static final int BIAS = 4;

    /** The parent's entry maps the page for writing. */
    static final Pte WRITABLE = Pte.normal(PAGE);

    /** It maps the page, not for writing. */
    static final Pte READ_ONLY = Pte.readOnly(PAGE);

    /** It maps a copy of the page. */
    static final Pte COPY = Pte.normal(new PageId(PAGE.number() + 1));

    /** The step that lets a child map the page. */
    public static final String SHARES = "k2";

    /** The step of a write. */
    public static final String WRITES = "w1";

    private final boolean counted;
    private final Cell<Page> page;
    private final Cell<Pte> entry;
    private final Seqcount sequence;
    private final Scene scene;

    Fork(String name, Choices rules, Choices bounds, Workload workload) {
        this.counted = rules.get(GupRules.FORK_SEQUENCE);
        ModelBuilder builder = Model.builder(name);
        this.page = builder.cell("page", Page.counting(1).addMappings(1));
        boolean writable = bounds.get(GupRules.PIN_FOR) == Access.WRITING;
        this.entry = builder.cell("entry", writable ? WRITABLE : READ_ONLY);
        this.sequence = Seqcount.declare(builder, "sequence");
        Operations operations = Operations.of(
                Operation.of("fork", "share the page with one more child, or copy it for the child", task -> fork()),
                Operation.of(
                        Calls.PIN_FAST,
                        "get_user_pages_fast, without locks",
                        new Sort<>("accesses", Vector.of(Access.values())),
                        (task, access) -> new FastPin(page, entry, sequence, rules, task, access).script()),
                GupScene.unpin(page, "gup_put_folio").undoes(Calls.PIN_FAST),
                Operation.of("write", "write to the memory; a shared page is copied before", task -> write()));
        workload.declare(builder, operations);
        Model model = builder.build();
        Books books = GupScene.mapped(model, page);
        this.scene = new Scene(model, operations, books, page);
    }

    private Script write() {
        return memory(new Script().fairness(NONE), "do_wp_page")
                .step(WRITES + " write", this::write)
                .statement("if (page is shared) copy it");
    }

    private Script fork() {
        Script fork = new Script().fairness(NONE);
        if (counted) {
            memory(fork, "copy_page_range").step("k0 begin", this::begin).statement("raw_write_seqcount_begin()");
        }
        memory(fork.owes(WEAK), "copy_present_pte")
                .step("k1 check for pins", this::check)
                .statement("page_maybe_dma_pinned(page)")
                .step(SHARES + " write-protect and share", this::share)
                .statement("ptep_set_wrprotect(), get_page()");
        return counted
                ? memory(fork, "copy_page_range")
                        .step("k3 end", sequence::writeEnd)
                        .statement("raw_write_seqcount_end()")
                : fork;
    }

    private static Script memory(Script script, String function) {
        return script.in("mm/memory.c", function, "6.1");
    }

    /** k0: one fork at a time: {@code dup_mmap} holds mmap_lock for writing. */
    private void begin(Now now) {
        now.await(!sequence.isBeingWritten(now));
        sequence.writeBegin(now);
    }

    /** k1: a page that may be pinned is copied for the child at once. */
    private void check(Now now) {
        boolean pinned = now.read(page).refs() >= BIAS;
        if (!pinned && !now.read(entry).equals(COPY)) {
            now.saw("page_maybe_dma_pinned() == 0");
            return; // it is shared
        }
        now.saw(pinned ? "page_maybe_dma_pinned(): copy it" : "a copy already");
        if (counted) {
            now.go("k3");
        } else {
            now.end();
        }
    }

    private void share(Now now) {
        now.change(entry, was -> was.equals(COPY) ? COPY : READ_ONLY);
        Counting.get(now, page, PAGE, 1, Owner.Entries.ALL);
        now.change(page, shared -> shared.addMappings(1));
    }

    /** w1: under PTL. A page that nobody else maps is made writable; a shared one is copied. */
    private void write(Now now) {
        if (now.read(entry).equals(READ_ONLY)) {
            boolean shared = now.read(page).mapcount() > 1;
            now.saw(shared ? "page is shared: copy it" : "not shared: make it writable");
            now.write(entry, shared ? COPY : WRITABLE);
            if (shared) {
                now.change(page, left -> left.addMappings(-1));
                Counting.put(now, page, PAGE, 1, Owner.Entries.ALL);
            }
        } else {
            now.saw("writable");
        }
    }

    @Override
    public Scene scene() {
        return scene;
    }

    /** Whether the parent's entry maps the page for writing. */
    public boolean isWritable(View view) {
        return view.read(entry).equals(WRITABLE);
    }

    /** Whether the parent's entry still maps the page, and not a copy. */
    public boolean mapsPage(View view) {
        return view.read(entry).pointsTo(PAGE);
    }
}
