package pagelife.models.teardown;

import io.vavr.control.Option;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Control;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.View;
import pagelife.models.Choices;
import pagelife.models.Protocol;
import pagelife.models.page.Page;
import pagelife.models.page.PageId;
import pagelife.models.page.Pagemap;
import pagelife.models.page.Tasks;

/** A pagemap with one page and its removal, or a mapping without struct pages and its removal. */
public final class Teardown implements Protocol {
    private final Option<Kernel> kernel;
    private final Option<Cell<Boolean>> mapped;
    private final Model model;

    private Teardown(String name, Choices ruled, Choices bounds) {
        ModelBuilder builder = Model.builder(name);
        Rules rules = Rules.of(ruled);
        if (bounds.number("blockIos") > 0) {
            RawSteps raw = new RawSteps(builder, rules);
            raw.declare(builder);
            this.kernel = Option.none();
            this.mapped = Option.some(raw.mapped());
        } else {
            Kernel pages = new Kernel(builder, rules);
            declareUsers(builder, pages, bounds);
            new RemovalSteps(pages).declare(builder);
            this.kernel = Option.some(pages);
            this.mapped = Option.none();
        }
        this.model = builder.build();
    }

    private static void declareUsers(ModelBuilder builder, Kernel kernel, Choices bounds) {
        Tasks.named("gup", bounds.number("pins")).forEach(task -> new UserSteps(kernel, task).pin(builder, false));
        Tasks.named("kvm", bounds.number("kvms"))
                .forEach(task ->
                        new UserSteps(kernel, task).pin(builder, !kernel.rules().kvmPuts()));
        Tasks.named("lookup", bounds.number("lookups")).forEach(task -> new UserSteps(kernel, task).lookup(builder));
        Tasks.named("gup-fast", bounds.number("fastGups"))
                .forEach(task -> new UserSteps(kernel, task).fastGup(builder));
        Tasks.named("peer", bounds.number("peers")).forEach(task -> new UserSteps(kernel, task).peer(builder));
    }

    static Teardown make(String name, Choices rules, Choices bounds) {
        return new Teardown(name, rules, bounds);
    }

    @Override
    public Model model() {
        return model;
    }

    /** Whether it is about struct pages. */
    public boolean hasPages() {
        return kernel.isDefined();
    }

    /** The page. */
    public PageId pageId() {
        return Kernel.PAGE;
    }

    /** {@code struct page}. */
    public Cell<Page> page() {
        return kernel.get().page();
    }

    /** The pagemap. */
    public Cell<Pagemap> pagemap() {
        return kernel.get().pagemap();
    }

    /** The memory of the pagemap's reference. */
    public Cell<RefData> refData() {
        return kernel.get().refData();
    }

    /** How many base references of the page the pagemap holds: one until it is put. */
    public int baseRefs(View view) {
        Control at = view.at(model.actor("removal"));
        return at instanceof Removal.Kill || at instanceof Removal.PutBase ? 1 : 0;
    }

    /** Whether the kernel's mapping is there; only without struct pages. */
    public Option<Cell<Boolean>> mapped() {
        return mapped;
    }
}
