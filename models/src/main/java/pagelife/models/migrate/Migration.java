package pagelife.models.migrate;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.model.Actor;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Operations;
import pagelife.checker.model.View;
import pagelife.models.Choices;
import pagelife.models.Protocol;
import pagelife.models.Rule;
import pagelife.models.Workload;
import pagelife.models.page.Books;
import pagelife.models.page.Page;
import pagelife.models.page.PageId;
import pagelife.models.page.Pagemap;
import pagelife.models.page.Pte;
import pagelife.models.page.TaskId;
import pagelife.models.parts.Calls;

/** Private anonymous memory of a program, and a device page that it may move to. */
public final class Migration implements Protocol {
    /** The step of a fork that copies an entry. */
    public static final String FORKS = "k1";

    private final Kernel kernel;
    private final Operations operations;
    private final Workload workload;
    private final Model model;
    private final Books books;

    private Migration(String name, Choices ruled, Choices bounds, Workload workload) {
        Rules rules = new Rules(ruled);
        boolean touched = workload.calls(Calls.TOUCH);
        if (touched && (!rules.faults() || workload.calls(MigrateOperations.FORK))) {
            throw new IllegalArgumentException("cpuFaults, or a program that calls " + Calls.TOUCH
                    + ", with entry=" + Rule.text(ruled.get(Rules.ENTRY)) + " or with a fork"
                    + " means nothing: one program faults on private entries; set entry=private, and fork nothing");
        }
        ModelBuilder builder = Model.builder(name);
        PageId first = bounds.get(Bounds.START) == Bounds.Start.DEVICE ? Kernel.DEVICE : Kernel.HOST;
        Seq<TaskId> cpus = bounds.get(Bounds.DRAINS) > 0 ? workload.callers(Calls.TOUCH) : Vector.empty();
        this.kernel = new Kernel(builder, rules, MigrateOperations.mms(workload), first, cpus);
        this.operations = new MigrateOperations(kernel).all();
        this.workload = workload;
        workload.declare(builder, operations);
        this.model = builder.build();
        this.books = kernel.books(model);
    }

    static Migration make(String name, Choices rules, Choices bounds, Workload workload) {
        return new Migration(name, rules, bounds, workload);
    }

    @Override
    public Operations operations() {
        return operations;
    }

    /** What its tasks are asked to do. */
    public Workload workload() {
        return workload;
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

    /** All but who does nothing but unload the driver. */
    public Seq<Actor> programs() {
        return model.actors()
                .reject(actor -> !actor.calls().isEmpty()
                        && actor.calls().forAll(call -> call.operation().name().equals(Calls.REMOVE)));
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
    public Seq<Cell<Pte>> entries() {
        return kernel.ptes();
    }

    /** Whether somebody has the device page locked. */
    public boolean isLocked(View view) {
        return kernel.lock().isLocked(view);
    }

    /** The pagemap of the device. */
    public Cell<Pagemap> pagemap() {
        return kernel.pagemap();
    }
}
