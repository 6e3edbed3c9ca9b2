package pagelife.models.devdax;

import pagelife.models.Choices;
import pagelife.models.Rule;
import pagelife.models.Workload;
import pagelife.models.page.PteAt;
import pagelife.models.page.Tasks;
import pagelife.models.parts.Calls;

/** How much of everything there is: the size of the world, and what its tasks do unless a workload says otherwise. */
public final class Bounds {
    public static final Rule<Integer> ALIGN = Rule.number("align", "pages of a huge page", 2, 1, 4);
    public static final Rule<Integer> REGIONS = Rule.number("regions", "huge pages of the device", 1, 2);
    public static final Rule<Integer> MMS = Rule.number("mms", "address spaces that map the device", 1, 2);
    public static final Rule<World.Start> START =
            Rule.of("start", "before initialisation, ready for use, or with the first page mapped", World.Start.COLD);
    public static final Rule<Integer> FAULTS =
            Rule.count("faults", "page faults, spread over address spaces, then over huge pages", 1, 0, 2);
    public static final Rule<Integer> UNALIGNED =
            Rule.number("unaligned", "1: programs touch any address of a huge page", 0, 1);
    public static final Rule<Integer> GUPS = Rule.count("gups", "pins by get_user_pages under locks", 1, 0, 2);
    public static final Rule<Integer> FAST_GUPS = Rule.count("fastGups", "pins by get_user_pages_fast", 0, 1, 2);
    public static final Rule<Integer> MEMORY_FAILURES = Rule.number("memoryFailures", "machine checks", 0, 1);
    public static final Rule<Integer> REMOVALS = Rule.number("removals", "1: the device is removed", 1, 0);

    private Bounds() {}

    static World world(Choices bounds) {
        return new World(bounds.get(ALIGN), bounds.get(REGIONS), bounds.get(MMS), bounds.get(START));
    }

    /** What the tasks do that the bounds ask for. A pin is of the last page of a huge page. */
    static Workload usual(Choices bounds) {
        World world = world(bounds);
        String touch = bounds.get(UNALIGNED) > 0 ? DevdaxOperations.TOUCH_AROUND : Calls.TOUCH;
        Workload all = Workload.NONE.tasks("memmap", cold(world), DevdaxOperations.PROBE);
        all = at(all, world, "fault", bounds.get(FAULTS), touch + " %s %s");
        all = at(all, world, "gup", bounds.get(GUPS), Calls.PIN_SLOW + " %s %3$s; unpin");
        all = at(all, world, "gup-fast", bounds.get(FAST_GUPS), Calls.PIN_FAST + " %s %3$s; unpin");
        return all.tasks("memory-failure", bounds.get(MEMORY_FAILURES), DevdaxOperations.MEMORY_FAILURE)
                .tasks("removal", bounds.get(REMOVALS), Calls.REMOVE);
    }

    private static int cold(World world) {
        return world.start() == World.Start.COLD ? 1 : 0;
    }

    /** So many tasks of one program, each with an address space, and the first and the last place of a huge page. */
    private static Workload at(Workload before, World world, String name, int count, String program) {
        Workload all = before;
        for (int n = 0; n < count; n++) {
            PteAt at = world.place(n);
            all = all.task(
                    Tasks.named(name, count).get(n).name(),
                    program.formatted(at.mm(), at.index(), world.addresses(at).last()));
        }
        return all;
    }
}
