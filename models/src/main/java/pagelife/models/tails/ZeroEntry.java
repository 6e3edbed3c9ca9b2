package pagelife.models.tails;

import static pagelife.checker.model.Fairness.NONE;

import io.vavr.collection.Vector;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Control;
import pagelife.checker.model.Event;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Source;
import pagelife.checker.model.StepView;
import pagelife.models.Choices;
import pagelife.models.page.DaxEntry;
import pagelife.models.page.PageId;

/**
 * An entry that stands for the zero page, or for nothing yet, has no page. Made into a folio all the same it is that of
 * pfn 0, which may have no struct page at all.
 */
public final class ZeroEntry implements TailScene {
    /** Somebody makes the page of an entry into a folio. */
    public record MakesFolio(DaxEntry of) implements Event {}

    /** A program is about to touch a place of the file. */
    public record Touch() implements Control {}

    /** A scan for busy pages is about to look at the place. */
    public record Scan() implements Control {}

    private final boolean testsFirst;
    private final Cell<DaxEntry> entry;
    private final Model model;

    ZeroEntry(String name, Choices rules) {
        this.testsFirst = rules.on("testsKindFirst");
        ModelBuilder builder = Model.builder(name);
        this.entry = builder.cell("entry", DaxEntry.class, DaxEntry.ABSENT);
        builder.actor("fault", Touch.class, new Touch())
                .fairness(NONE)
                .step(
                        "f",
                        "fault",
                        Source.kernel("fs/dax.c", "dax_iomap_pte_fault", "6.15"),
                        Touch.class,
                        (at, view) -> {
                            view.write(entry, view.choose("access", Vector.of(zero(), page())));
                            return Control.finished();
                        });
        builder.actor("scan", Scan.class, new Scan())
                .step(
                        "t4",
                        "look for busy page",
                        Source.kernel("fs/dax.c", "dax_busy_page", "6.15"),
                        Scan.class,
                        this::t4);
        this.model = builder.build();
    }

    /** A read of a hole. */
    private static DaxEntry zero() {
        return new DaxEntry(DaxEntry.Kind.ZERO, io.vavr.control.Option.none(), false);
    }

    private static DaxEntry page() {
        return DaxEntry.ABSENT.insert(new PageId(0));
    }

    private Control t4(Scan scan, StepView view) {
        DaxEntry found = view.read(entry);
        boolean skipped = found.kind() == DaxEntry.Kind.ABSENT
                || testsFirst && found.page().isEmpty();
        if (!skipped) {
            view.tell(new MakesFolio(found));
        }
        return Control.finished();
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
