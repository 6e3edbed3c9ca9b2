package pagelife.models.tails;

import static pagelife.checker.model.Fairness.WEAK;

import pagelife.checker.model.Cell;
import pagelife.checker.model.Control;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Source;
import pagelife.models.Choices;

/**
 * A huge DAX folio is split when its file lets go of it. Its order stood in the first tail, in words that mean other things
 * in a page of its own: left there, they look like a lock.
 */
public final class FolioOrder implements TailScene {
    /** What stands in the second page of the folio. */
    public enum Words {
        /** What initialisation wrote. */
        INITIAL,
        /** The order of a huge folio. */
        ORDER
    }

    /** Where the file is that uses the pages. */
    public sealed interface Use extends Control {
        /** f5: before a huge fault makes a folio. */
        record MakeFolio() implements Use {}

        /** t10: before the file lets go of it. */
        record Disassociate() implements Use {}
    }

    /** A fault of the second page alone, once the folio is gone. */
    public record SmallFault() implements Control {}

    private final Cell<Words> second;
    private final Cell<Boolean> folio;
    private final Model model;

    FolioOrder(String name, Choices rules) {
        boolean resets = rules.on("resetsOrder");
        ModelBuilder builder = Model.builder(name);
        this.second = builder.cell("words(P1)", Words.class, Words.INITIAL);
        this.folio = builder.cell("folio", Boolean.class, false);
        builder.actor("file", Use.class, new Use.MakeFolio())
                .step(
                        "f5",
                        "make folio",
                        Source.kernel("fs/dax.c", "dax_associate_entry", "6.15"),
                        Use.MakeFolio.class,
                        (at, view) -> {
                            view.write(folio, true);
                            view.write(second, Words.ORDER);
                            return new Use.Disassociate();
                        })
                .step(
                        "t10",
                        "split folio",
                        Source.kernel("fs/dax.c", "dax_folio_put", "6.15"),
                        Use.Disassociate.class,
                        (at, view) -> {
                            view.write(folio, false);
                            view.write(second, resets ? Words.INITIAL : view.read(second));
                            return Control.finished();
                        });
        builder.actor("fault", SmallFault.class, new SmallFault())
                .step(
                        "l1",
                        "lock page",
                        Source.kernel("mm/filemap.c", "folio_lock", "6.15"),
                        SmallFault.class,
                        WEAK,
                        (at, view) -> view.read(folio) || view.read(second) == Words.ORDER
                                ? view.waits()
                                : Control.finished());
        this.model = builder.build();
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
