package pagelife.models.migrate;

import io.vavr.collection.Seq;
import pagelife.checker.model.Actor;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Now;
import pagelife.models.Choices;
import pagelife.models.Protocol;
import pagelife.models.page.Books;
import pagelife.models.page.Counting;
import pagelife.models.page.Page;
import pagelife.models.page.PageId;
import pagelife.models.page.Pagemap;
import pagelife.models.page.Tasks;

/** Private anonymous memory of a program, and a device page that it may move to. */
public final class Migration implements Protocol {
    private static final String REMOVAL = "removal";

    private final Kernel kernel;
    private final Bounds bounds;
    private final Model model;
    private final Books books;

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
        declareTasks(builder);
        this.model = builder.build();
        this.books = kernel.books(model);
    }

    static Migration make(String name, Choices rules, Choices bounds) {
        return new Migration(name, rules, bounds);
    }

    private void declareTasks(ModelBuilder builder) {
        Programs programs = new Programs(kernel);
        if (!bounds.migrated()) {
            builder.task(Migrate.TASK.name(), own -> new Migrate(kernel).script());
        }
        if (bounds.forks()) {
            builder.task("child", own -> programs.child(bounds.munmaps()));
        }
        if (bounds.munmaps()) {
            builder.task("munmap", own -> programs.munmap());
        }
        Tasks.named("gup", bounds.gups()).forEach(task -> builder.task(task.name(), own -> programs.gup(task)));
        bounds.faulting().forEach(task -> builder.task(task.name(), own -> new CpuFault(kernel, task).script()));
        if (bounds.removals()) {
            builder.task(REMOVAL)
                    .in(kernel.source("mm/memremap.c", "memunmap_pages"))
                    .step("r3 kill pagemap", now -> Counting.kill(now, kernel.pagemap()))
                    .step("r5 wait for references", this::awaitReferences)
                    .in(kernel.source("mm/memremap.c", "pageunmap_range"))
                    .step("r6 remove memmap", now -> now.change(kernel.pagemap(), Pagemap::remove));
        }
    }

    private void awaitReferences(Now now) {
        now.await(!rules().removalWaits() || now.read(kernel.pagemap()).refs() <= 0);
    }

    @Override
    public Model model() {
        return model;
    }

    @Override
    public Books books() {
        return books;
    }

    /** The rules it obeys. */
    public Rules rules() {
        return kernel.rules();
    }

    /** How much of everything it has. */
    public Bounds bounds() {
        return bounds;
    }

    /** All but who unloads the driver. */
    public Seq<Actor> programs() {
        return model.actors().filter(actor -> !actor.name().equals(REMOVAL));
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
