package pagelife.checker.observe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import pagelife.checker.model.Model;

/**
 * Who is on a CPU at some point of a recording, and which of the model's tasks can therefore take steps that nobody
 * sees: those whose recorded task has a CPU, or the one that was last seen to begin something with them; those that were
 * not recorded always.
 */
final class Cpus {
    private static final int NOBODY = -1;

    private final Course course;
    private final boolean[] on;
    private final int[] homes;
    private final int[] drivers;

    /** How it is before {@code position}. */
    Cpus(Model model, Course course, int position) {
        this.course = course;
        this.on = new boolean[course.taskCount()];
        this.homes = new int[model.actors().size()];
        this.drivers = new int[homes.length];
        Arrays.fill(on, true);
        Arrays.fill(homes, NOBODY);
        Arrays.fill(drivers, NOBODY);
        boolean[] known = new boolean[on.length];
        for (int i = 0; i < course.length(); i++) {
            int task = course.task(i);
            Sight sight = course.sight(i);
            if (!known[task]) {
                known[task] = true;
                on[task] = !(sight instanceof Sight.On);
            }
            for (int actor : course.actors(i)) {
                boolean isOwn = model.actors().get(actor).name().equals(course.name(task));
                homes[actor] = homes[actor] == NOBODY || isOwn ? task : homes[actor];
            }
        }
        for (int i = 0; i < position; i++) {
            pass(i);
        }
    }

    /** From here on it is as it is after the observation at {@code position}. */
    void pass(int position) {
        int task = course.task(position);
        Sight sight = course.sight(position);
        if (sight instanceof Sight.On) {
            on[task] = true;
        } else if (sight instanceof Sight.Off) {
            on[task] = false;
        } else if (sight instanceof Sight.Begins) {
            for (int actor : course.actors(position)) {
                drivers[actor] = task;
            }
        }
    }

    /** The model's tasks that can take steps. */
    List<Mover> movers() {
        List<Mover> movers = new ArrayList<>();
        for (int actor = 0; actor < homes.length; actor++) {
            int[] tasks = IntStream.of(homes[actor], drivers[actor])
                    .filter(task -> task != NOBODY && on[task])
                    .distinct()
                    .toArray();
            if (tasks.length > 0 || homes[actor] == NOBODY) {
                movers.add(new Mover(actor, tasks));
            }
        }
        return movers;
    }

    /** Whether a recorded task has a CPU. */
    boolean isOn(int task) {
        return on[task];
    }
}
