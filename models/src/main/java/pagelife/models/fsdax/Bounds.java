package pagelife.models.fsdax;

import io.vavr.collection.Seq;
import pagelife.models.Choices;
import pagelife.models.Rule;
import pagelife.models.Workload;
import pagelife.models.page.PteAt;
import pagelife.models.page.TaskId;
import pagelife.models.page.Tasks;
import pagelife.models.parts.Calls;

/**
 * How much of everything a model has: the size of its world, and what its tasks do unless a workload says otherwise.
 */
public final class Bounds {
    /** Pages of the device, and indices of each file. */
    public static final Rule<Integer> PAGES =
            Rule.count("pages", "pages of the device; at first the blocks of the first file", 1, 2, 3);
    /** Address spaces. */
    public static final Rule<Integer> MMS =
            Rule.count("mms", "address spaces; the n-th maps the n-th file, and so on in turn", 1, 2, 3);
    /** Files. */
    public static final Rule<Integer> FILES = Rule.count("files", "files; all but the first start with holes", 1, 2);
    /** Faults. */
    public static final Rule<Integer> FAULTS =
            Rule.count("faults", "page faults, spread over address spaces, then over pages", 1, 0, 2, 3, 4);
    /** Slow GUPs. */
    public static final Rule<Integer> SLOW_GUPS =
            Rule.count("slowGups", "pins by get_user_pages under locks", 1, 0, 2, 3);
    /** Fast GUPs. */
    public static final Rule<Integer> FAST_GUPS =
            Rule.count("fastGups", "pins by get_user_pages_fast without locks", 1, 0, 2, 3);
    /** Unmappings. */
    public static final Rule<Integer> MUNMAPS =
            Rule.count("munmaps", "times an address space may unmap the file", 1, 0, 2, 3);
    /** Truncates. */
    public static final Rule<Integer> TRUNCATES =
            Rule.count("truncates", "truncates or hole punches, spread over files", 1, 0, 2);
    /** Whether a signal may end a truncate's sleep. */
    public static final Rule<Integer> SIGNALS =
            Rule.number("signals", "1: a signal may end the sleep of a truncate", 0, 1);
    /** Whether the device is removed. */
    public static final Rule<Integer> REMOVALS = Rule.number("removals", "1: the device is removed", 1, 0);
    /** Invalidations of one entry. */
    public static final Rule<Integer> INVALIDATIONS =
            Rule.number("invalidations", "deletions of a clean DAX entry, without a look at PTEs or pins", 0, 1);
    /** Whether a file is unlinked. */
    public static final Rule<Integer> EVICTIONS =
            Rule.number("evictions", "1: the first file is unlinked, and evicted once nobody maps it", 0, 1);
    /** Whether programs fault and pin without end. */
    public static final Rule<Integer> REPEATS =
            Rule.number("repeats", "1: a task that has faulted or pinned may do so again, without end", 0, 1);

    private Bounds() {}

    /** The world that the bounds ask for. */
    static World world(Choices bounds) {
        return new World(bounds.get(PAGES), bounds.get(MMS), bounds.get(FILES));
    }

    /** What the tasks do that the bounds ask for. */
    static Workload usual(Choices bounds) {
        World world = world(bounds);
        String often = bounds.get(REPEATS) > 0 ? "loop { %s }" : "%s";
        Workload programs = at(Workload.NONE, world, "fault", bounds.get(FAULTS), often.formatted("touch %s"));
        programs = at(programs, world, "gup", bounds.get(SLOW_GUPS), often.formatted("pin slow %s; unpin"));
        programs = at(programs, world, "gup-fast", bounds.get(FAST_GUPS), often.formatted("pin fast %s; unpin"));
        for (var munmap : Tasks.named("munmap", bounds.get(MUNMAPS)).zipWithIndex()) {
            programs = programs.task(
                    munmap._1().name(), "munmap " + world.place(munmap._2()).mm());
        }
        for (var truncate : Tasks.named("truncate", bounds.get(TRUNCATES)).zipWithIndex()) {
            programs = programs.task(
                    truncate._1().name(), "truncate " + world.files().get(truncate._2() % world.fileCount()));
        }
        return programs.tasks(
                        "invalidate",
                        bounds.get(INVALIDATIONS),
                        "invalidate " + world.files().head() + " 0")
                .tasks(
                        "evict",
                        bounds.get(EVICTIONS),
                        Calls.EVICT + " " + world.files().head())
                .tasks("removal", bounds.get(REMOVALS), Calls.REMOVE);
    }

    /** So many tasks of one program, spread over the places where PTEs are. */
    private static Workload at(Workload before, World world, String name, int count, String program) {
        Seq<TaskId> tasks = Tasks.named(name, count);
        Workload all = before;
        for (int n = 0; n < count; n++) {
            PteAt at = world.place(n);
            all = all.task(tasks.get(n).name(), program.formatted(at.mm() + " " + at.index()));
        }
        return all;
    }
}
