package pagelife.models.tails;

import pagelife.checker.model.Cell;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Now;
import pagelife.models.Choices;

/**
 * A huge DAX folio is split when its file lets go of it. Its order stood in the first tail, in words that mean other
 * things in a page of its own: left there, they look like a lock.
 */
public final class FolioOrder implements TailScene {
    /** What stands in the second page of the folio. */
    public enum Words {
        /** What initialisation wrote. */
        INITIAL,
        /** The order of a huge folio. */
        ORDER
    }

    /** The step that locks a page. */
    public static final String LOCKS = "l1";

    private final Cell<Words> second;
    private final Cell<Boolean> folio;
    private final Model model;

    FolioOrder(String name, Choices rules) {
        boolean resets = rules.get(TailsFamily.RESETS_ORDER);
        ModelBuilder builder = Model.builder(name);
        this.second = builder.cell("words(P1)", Words.INITIAL);
        this.folio = builder.cell("folio", false);
        builder.task("file")
                .in("fs/dax.c", "dax_associate_entry", "6.15")
                .step("f5 make folio", this::make)
                .statement("prep_compound_page(page, order)")
                .in("fs/dax.c", "dax_folio_put", "6.15")
                .step("t10 split folio", now -> split(now, resets));
        builder.task("fault").in("mm/filemap.c", "folio_lock", "6.15").step(LOCKS + " lock page", this::lock);
        this.model = builder.build();
    }

    private void make(Now now) {
        now.write(folio, true);
        now.write(second, Words.ORDER);
    }

    private void lock(Now now) {
        now.await(!now.read(folio) && now.read(second) == Words.INITIAL);
        now.saw("PG_locked clear");
    }

    private void split(Now now, boolean resets) {
        now.write(folio, false);
        if (resets) {
            now.write(second, Words.INITIAL);
        }
    }

    @Override
    public Model model() {
        return model;
    }

    /** What stands in the second page. */
    public Cell<Words> second() {
        return second;
    }

    /** Whether the pages are one folio. */
    public Cell<Boolean> folio() {
        return folio;
    }
}
