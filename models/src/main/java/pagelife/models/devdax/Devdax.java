package pagelife.models.devdax;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import pagelife.checker.model.Control;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.View;
import pagelife.models.Choices;
import pagelife.models.Protocol;
import pagelife.models.page.Books;
import pagelife.models.page.Holds;
import pagelife.models.page.Owner;
import pagelife.models.page.PageId;
import pagelife.models.page.TaskId;
import pagelife.models.page.Tasks;

/**
 * Device-dax, ready to be checked.
 *
 * @param model the model
 * @param rules the rules it obeys
 * @param bounds how much of everything it has
 * @param cells handles on its shared cells
 */
public record Devdax(Model model, Rules rules, Bounds bounds, Cells cells) implements Protocol {

    static Devdax make(String name, Choices ruled, Choices bounded) {
        Rules rules = Rules.of(ruled);
        Bounds bounds = Bounds.of(bounded);
        ModelBuilder model = Model.builder(name);
        Seq<TaskId> walkers = Tasks.named("gup-fast", bounds.fastGups());
        Kernel kernel = new Kernel(rules, bounds, new Cells(model, rules, bounds, walkers));
        if (bounds.start() == Bounds.Start.COLD) {
            model.task("memmap", own -> new Memmap(kernel).script());
        }
        Tasks.named("fault", bounds.faults())
                .forEachWithIndex((task, n) ->
                        model.task(task.name(), own -> new Fault(kernel, bounds.place(n)).script()));
        Tasks.named("gup", bounds.gups())
                .forEachWithIndex((task, n) ->
                        model.task(task.name(), own -> new Gup(kernel, task, bounds.place(n)).script()));
        walkers.forEachWithIndex((task, n) ->
                model.task(task.name(), own -> new FastGup(kernel, task, bounds.place(n)).script()));
        Tasks.named("memory-failure", bounds.memoryFailures())
                .forEach(task -> model.task(task.name(), own -> new MemoryFailure(kernel, task).script()));
        if (bounds.removals() > 0) {
            model.task(Removal.TASK, own -> new Removal(kernel, walkers).script());
        }
        return new Devdax(model.build(), rules, bounds, kernel.cells());
    }

    @Override
    public Books books() {
        Books pages = bounds.pages()
                .foldLeft(Books.of(model).standing(this::bases), (books, page) -> books.page(page, cells.page(page)));
        return bounds.ptes().foldLeft(pages, (books, at) -> books.entry(at, cells.pte(at)));
    }

    private Seq<Holds> bases(View view) {
        return bounds.pages()
                .filter(page -> baseRefs(view, page) > 0)
                .map(page -> new Holds(page, Owner.Base.PAGEMAP, 1));
    }

    /** How many base references of {@code page} the pagemap still holds: one or none. */
    public int baseRefs(View view, PageId page) {
        Frame.Kind kind = view.read(cells.frame(page)).kind();
        boolean counts = kind == Frame.Kind.BASE || kind == Frame.Kind.HEAD;
        return counts && !(waitsForPages() && removal(view).exists(at -> Removal.hasPut(at, page))) ? 1 : 0;
    }

    /** How many references the pagemap holds on itself for what it manages. */
    public int pagesHoldPagemap(View view) {
        int all = Cells.pagemapRefs(rules, bounds);
        int dropped = waitsForPages()
                ? bounds.pages()
                        .count(page -> view.read(cells.page(page)).refs() <= 0
                                && !view.read(cells.frame(page)).isTail())
                : removal(view).exists(Removal::hasPutAll) ? all : 0;
        return all - dropped;
    }

    private boolean waitsForPages() {
        return rules.baseDrop() != Rules.BaseDrop.BULK;
    }

    private Option<Control> removal(View view) {
        return model.actors().find(actor -> actor.name().equals(Removal.TASK)).map(view::at);
    }
}
