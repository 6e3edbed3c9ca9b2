package pagelife.models.fsdax;

import io.vavr.Tuple;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.models.Family;
import pagelife.models.Setting;
import pagelife.models.Settings;
import pagelife.models.Variant;
import pagelife.models.Workload;
import pagelife.models.page.EntryAt;
import pagelife.models.page.FileId;
import pagelife.models.page.Index;
import pagelife.models.page.PteAt;
import pagelife.models.page.TaskId;

/** FS-DAX: pages of persistent memory behind a file system, from 4.12 to 7.2. */
public final class FsdaxFamily implements Family<FsdaxProtocol> {
    /** The family's name. */
    public static final String NAME = "fsdax";

    /** The family. It has no state: any instance is as good as another. */
    public FsdaxFamily() {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String summary() {
        return "file-system DAX: faults, pins, truncate and device removal on pages of persistent memory";
    }

    @Override
    public Seq<Setting> rules() {
        return Vector.of(Rule.values()).map(Rule::setting);
    }

    @Override
    public Seq<Setting> bounds() {
        return Vector.of(Bound.values()).map(Bound::setting);
    }

    @Override
    public Seq<Variant> variants() {
        return FsdaxVariants.all();
    }

    @Override
    public Workload workload(Variant variant, Settings ruled, Settings bounded) {
        return Workload.NONE;
    }

    @Override
    public FsdaxProtocol build(Variant variant, Settings ruled, Settings bounded, Workload workload) {
        Rules rules = Rules.of(variant.rules().and(ruled));
        Bounds bounds = Bounds.of(variant.bounds().and(bounded));
        ModelBuilder model = Model.builder(variant.fullName());
        Map<TaskId, PteAt> fastGups = spread(tasks("gup-fast", bounds.get(Bound.FAST_GUPS)), bounds);
        Kernel kernel = Kernel.declare(model, rules, bounds, fastGups);
        Map<TaskId, PteAt> faults = spread(tasks("fault", bounds.get(Bound.FAULTS)), bounds);
        Map<TaskId, PteAt> slowGups = spread(tasks("gup", bounds.get(Bound.SLOW_GUPS)), bounds);
        faults.forEach((task, at) -> new FaultSteps(kernel, task, at).declare(model));
        slowGups.forEach((task, at) -> new SlowGupSteps(kernel, task, at).declare(model));
        fastGups.forEach((task, at) -> new FastGupSteps(kernel, task, at).declare(model));
        spread(tasks("munmap", bounds.get(Bound.MUNMAPS)), bounds)
                .forEach((task, at) -> new MunmapSteps(kernel, task, at.mm()).declare(model));
        declareFileSystem(model, kernel);
        Map<TaskId, PteAt> places = faults.merge(slowGups).merge(fastGups);
        return new FsdaxProtocol(model.build(), rules, bounds, kernel.cells(), places);
    }

    private static Map<TaskId, PteAt> spread(Seq<TaskId> tasks, Bounds bounds) {
        return LinkedHashMap.ofEntries(tasks.zipWithIndex((task, n) -> Tuple.of(task, bounds.place(n))));
    }

    private static void declareFileSystem(ModelBuilder model, Kernel kernel) {
        Bounds bounds = kernel.bounds();
        tasks("truncate", bounds.get(Bound.TRUNCATES))
                .forEachWithIndex((task, n) -> new TruncateSteps(
                                kernel, task, bounds.files().get(n % bounds.get(Bound.FILES)))
                        .declare(model));
        EntryAt first = new EntryAt(new FileId(0), Index.FIRST);
        tasks("invalidate", bounds.get(Bound.INVALIDATIONS))
                .forEach(task -> new InvalidateSteps(kernel, task, first).declare(model));
        tasks("removal", bounds.get(Bound.REMOVALS)).forEach(task -> new RemovalSteps(kernel, task).declare(model));
    }

    /** One task has the plain name, several are numbered from 1. */
    private static Seq<TaskId> tasks(String name, int count) {
        return count == 1
                ? Vector.of(new TaskId(name))
                : Vector.rangeClosed(1, count).map(n -> new TaskId(name + n));
    }
}
