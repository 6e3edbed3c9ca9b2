package pagelife.models.migrate;

import io.vavr.collection.Seq;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.models.Choices;
import pagelife.models.Protocol;
import pagelife.models.page.Books;
import pagelife.models.page.Page;
import pagelife.models.page.PageId;
import pagelife.models.page.Pagemap;
import pagelife.models.page.Tasks;

/** Private anonymous memory of a program, and a device page that it may move to. */
public final class Migration implements Protocol {
    private final Kernel kernel;
    private final Bounds bounds;
    private final Model model;

    private Migration(String name, Choices ruled, Choices bounded) {
        ModelBuilder builder = Model.builder(name);
        Rules rules = Rules.of(ruled);
        this.bounds = Bounds.of(bounded);
        if (bounds.faults() > 0 && (rules.entry() != Entry.PRIVATE || bounds.forks())) {
            throw new IllegalArgumentException("cpuFaults=" + bounds.faults() + " with entry="
                    + rules.entry().name() + " and forks=" + bounds.forks()
                    + " means nothing: one program faults on private entries; change one of them");
        }
        this.kernel = new Kernel(builder, rules, bounds);
        declareActors(builder);
        this.model = builder.build();
    }

    static Migration make(String name, Choices rules, Choices bounds) {
        return new Migration(name, rules, bounds);
    }

    private void declareActors(ModelBuilder builder) {
        ProgramSteps program = new ProgramSteps(kernel);
        if (!bounds.migrated()) {
            new MigrateSteps(kernel).declare(builder);
        }
        if (bounds.forks()) {
            program.child(builder, bounds.munmaps());
        }
        if (bounds.munmaps()) {
            program.munmap(builder);
        }
        Tasks.named("gup", bounds.gups()).forEach(task -> program.gup(builder, task));
        Tasks.named("fault", bounds.faults()).forEach(task -> new CpuFaultSteps(kernel, task).declare(builder));
        if (bounds.removals()) {
            Removal.declare(builder, kernel.pagemap());
        }
    }

    @Override
    public Model model() {
        return model;
    }

    @Override
    public Books books() {
        return kernel.books(model);
    }

    /** The rules it obeys. */
    public Rules rules() {
        return kernel.rules();
    }

    /** How much of everything it has. */
    public Bounds bounds() {
        return bounds;
    }

    /** The device page. */
    public PageId devicePage() {
        return Kernel.DEVICE;
    }

    /** The host page. */
    public PageId hostPage() {
        return Kernel.HOST;
    }

    /** {@code struct page} of one of the two. */
    public Cell<Page> page(PageId page) {
        return kernel.page(page);
    }

    /** The entries, one per address space. */
    public Seq<Cell<Entry>> entries() {
        return kernel.entries().cells();
    }

    /** The pagemap of the device. */
    public Cell<Pagemap> pagemap() {
        return kernel.pagemap();
    }
}
