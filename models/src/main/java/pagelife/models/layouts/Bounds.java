package pagelife.models.layouts;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.models.Choices;
import pagelife.models.Rule;
import pagelife.models.Workload;
import pagelife.models.page.Index;
import pagelife.models.parts.Calls;

/** How many pages there are, and what tasks do unless a workload says otherwise. */
public final class Bounds {
    public static final Rule<Integer> PAGES = Rule.number("pages", "pages of the file, all mapped", 2, 1, 3);
    public static final Rule<Pinned> PINNED =
            Rule.of("pinned", "which of them are pinned at the beginning", Pinned.ALL);
    public static final Rule<Integer> WRITEBACKS = Rule.number("writebacks", "1: the first page is written back", 0, 1);
    public static final Rule<Integer> MUNMAPS = Rule.number("munmaps", "1: the program unmaps the file", 0, 1);
    public static final Rule<Integer> FAULTS = Rule.count("faults", "faults of the first page", 0, 1, 2);
    public static final Rule<Integer> GUPS = Rule.count("gups", "pins of the first page taken later", 0, 1, 2);
    public static final Rule<Integer> EVICTIONS =
            Rule.number("evictions", "1: the inode is evicted when nobody maps it", 0, 1);

    /** Which pages are pinned. */
    public enum Pinned {
        ALL,
        FIRST,
        LAST,
        NONE
    }

    private Bounds() {}

    /** The places of the file. */
    static Seq<Index> indices(Choices bounds) {
        return Vector.range(0, bounds.get(PAGES)).map(Index::new);
    }

    private static Seq<Index> pinned(Choices bounds) {
        Seq<Index> all = indices(bounds);
        return switch (bounds.get(PINNED)) {
            case ALL -> all;
            case FIRST -> all.take(1);
            case LAST -> all.takeRight(1);
            case NONE -> Vector.empty();
        };
    }

    /** What the tasks do that the bounds ask for, beside the truncate. */
    static Workload usual(Choices bounds) {
        Workload tasks = Workload.NONE;
        for (Index at : pinned(bounds)) {
            String holder = "pin-" + Kernel.pageAt(at);
            tasks = tasks.after(holder + ": " + Calls.PIN_SLOW + " " + at).task(holder, Calls.UNPIN);
        }
        return tasks.tasks("gup", bounds.get(GUPS), Calls.PIN_SLOW + " 0; " + Calls.UNPIN)
                .tasks("fault", bounds.get(FAULTS), Calls.TOUCH + " 0")
                .tasks("munmap", bounds.get(MUNMAPS), Calls.MUNMAP)
                .tasks("writeback", bounds.get(WRITEBACKS), LayoutsOperations.WRITEBACK + " 0")
                .tasks("evict", bounds.get(EVICTIONS), LayoutsOperations.EVICT)
                .task("truncate", Calls.TRUNCATE);
    }
}
