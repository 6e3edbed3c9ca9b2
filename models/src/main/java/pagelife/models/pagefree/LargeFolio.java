package pagelife.models.pagefree;

import static pagelife.checker.model.Fairness.NONE;

import pagelife.checker.model.Cell;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Now;
import pagelife.checker.model.Script;
import pagelife.checker.model.StepView;
import pagelife.models.kernel.PercpuRef;
import pagelife.models.page.Custody;
import pagelife.models.page.Holds;
import pagelife.models.page.Owner;
import pagelife.models.page.PageId;
import pagelife.models.page.Pagemap;

/** A driver that builds a larger folio of which the page is a tail. A tail has its head where its pagemap stood. */
final class LargeFolio {
    private static final Holds USED = new Holds(Pagemap.Id.PAGEMAP, new Owner.UsedPage(new PageId(1)), 1);

    /** The word of the page that says which pagemap it belongs to. */
    enum Word {
        /** It does. */
        PAGEMAP,
        /** It says which page is the head of this tail. */
        COMPOUND_HEAD
    }

    private final Kernel kernel;
    private final Cell<Word> word;

    LargeFolio(ModelBuilder model, Kernel kernel) {
        this.kernel = kernel;
        this.word = model.cell("pgmap", Word.PAGEMAP);
    }

    /** The operation. */
    Script script() {
        return new Script()
                .fairness(NONE)
                .in(kernel.source("mm/memremap.c", "zone_device_page_init"))
                .step("h1 make page a tail", this::build)
                .statement("page->compound_head = head")
                .in(kernel.source("mm/memremap.c", "free_zone_device_folio"))
                .step("h2 free larger folio", this::free)
                .statement("free_zone_device_folio(folio)")
                .has(USED);
    }

    private void build(Now now) {
        now.await(now.read(kernel.custody()) == Custody.FREE);
        now.write(kernel.custody(), Custody.TAIL);
        now.write(word, Word.COMPOUND_HEAD);
        PercpuRef.of(kernel.pagemap()).getMany(now, USED.refs(), USED.owner());
    }

    private void free(Now now) {
        now.write(kernel.custody(), Custody.FREE);
        now.write(word, Word.PAGEMAP);
        PercpuRef.of(kernel.pagemap()).putMany(now, USED.refs(), USED.owner());
    }

    /** Whether the word says a pagemap. */
    boolean saysPagemap(StepView view) {
        return view.read(word) == Word.PAGEMAP;
    }
}
