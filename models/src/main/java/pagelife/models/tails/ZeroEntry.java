package pagelife.models.tails;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Event;
import pagelife.checker.model.Fairness;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Now;
import pagelife.models.Choices;
import pagelife.models.page.DaxEntry;
import pagelife.models.page.PageId;

/**
 * An entry that stands for the zero page, or for nothing yet, has no page. Made into a folio all the same it is that of
 * pfn 0, which may have no struct page at all.
 */
public final class ZeroEntry implements TailScene {
    /** A read of a hole. */
    private static final DaxEntry ZERO = new DaxEntry(DaxEntry.Kind.ZERO, Option.none(), false);

    private static final DaxEntry PAGE = DaxEntry.ABSENT.insert(new PageId(0));

    /** Somebody makes the page of an entry into a folio. */
    public record MakesFolio(DaxEntry of) implements Event {}

    private final boolean testsFirst;
    private final Cell<DaxEntry> entry;
    private final Model model;

    ZeroEntry(String name, Choices rules) {
        this.testsFirst = rules.get(TailsFamily.TESTS_KIND_FIRST);
        ModelBuilder builder = Model.builder(name);
        this.entry = builder.cell("entry", DaxEntry.ABSENT);
        builder.task("fault")
                .fairness(Fairness.NONE)
                .in("fs/dax.c", "dax_iomap_pte_fault", "6.15")
                .step("f fault", now -> now.write(entry, now.choose("access", Vector.of(ZERO, PAGE))));
        builder.task("scan")
                .in("fs/dax.c", "dax_busy_page", "6.15")
                .step("t4 look for busy page", this::scan)
                .statement("page = dax_busy_page(entry)");
        this.model = builder.build();
    }

    private void scan(Now now) {
        DaxEntry found = now.read(entry);
        boolean skipped = found.kind() == DaxEntry.Kind.ABSENT
                || testsFirst && found.page().isEmpty();
        if (skipped) {
            now.saw("%s: passed over", found);
        } else {
            now.saw("%s: taken for a page", found);
            now.tell(new MakesFolio(found));
        }
    }

    @Override
    public Model model() {
        return model;
    }

    /** The entry. */
    public Cell<DaxEntry> entry() {
        return entry;
    }
}
