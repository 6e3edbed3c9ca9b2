package pagelife.checker.observe;

import java.util.ArrayList;
import java.util.List;

/**
 * A step that a recorded task is going to be seen to have taken, and that it may have taken already.
 *
 * @param task the recorded task
 * @param position where it is seen
 * @param thing the number of its first label
 * @param actors the model's tasks that it may be
 */
record Early(int task, int position, int thing, int[] actors) {
    /** What may have been taken before {@code position}: at most one step of each task, its next. */
    static List<Early> at(Course course, int position, Cpus cpus, int window) {
        List<Early> all = new ArrayList<>();
        for (int task = 0; task < course.taskCount(); task++) {
            int next = course.next(task, position);
            if (next != Course.NEVER
                    && next <= position + window
                    && cpus.isOn(task)
                    && course.sight(next) instanceof Sight.Shows) {
                all.add(new Early(task, next, course.thing(next), course.actors(next)));
            }
        }
        return all;
    }

    /** Whether it may be this step of this actor. */
    boolean mayBe(Deed deed, int actor) {
        if (deed.things()[0] != thing) {
            return false;
        }
        for (int one : actors) {
            if (one == actor) {
                return true;
            }
        }
        return false;
    }
}
