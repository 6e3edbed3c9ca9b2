package pagelife.checker.observe;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import pagelife.checker.model.Model;

/** A recording made ready for the search: recorded tasks and the model's tasks by number, and who is seen when. */
final class Course {
    /** In place of the position of an observation that does not come. */
    static final int NEVER = Integer.MAX_VALUE;

    /** In place of a count that the recording does not say. */
    static final int UNCOUNTED = -1;

    private final Observation[] observations;
    private final Vector<String> names;
    private final int[] tasks;
    private final int[][] actors;
    private final int[] things;
    /** For each recorded task the positions at which its steps are seen. */
    private final int[][] shown;
    /** For each recorded task the positions at which it is seen to do anything but to come on a CPU or off. */
    private final int[][] said;

    Course(Model model, Seq<Observation> recording, Deeds deeds) {
        this.observations = recording.toJavaArray(Observation[]::new);
        this.names = recording.map(Observation::task).distinct().toVector();
        Map<String, Integer> numbers = new HashMap<>();
        names.forEach(name -> numbers.put(name, numbers.size()));
        this.tasks = Arrays.stream(observations)
                .mapToInt(each -> numbers.get(each.task()))
                .toArray();
        this.actors = Arrays.stream(observations)
                .map(each -> each.actors()
                        .toJavaStream()
                        .mapToInt(name -> model.actor(name).index())
                        .toArray())
                .toArray(int[][]::new);
        this.things = Arrays.stream(observations)
                .mapToInt(each -> each.sight() instanceof Sight.Shows shows ? deeds.thing(shows.label()) : -1)
                .toArray();
        this.shown = positions(i -> observations[i].sight() instanceof Sight.Shows);
        this.said = positions(i -> !isSwitch(observations[i].sight()));
    }

    private int[][] positions(IntPredicate which) {
        return IntStream.range(0, names.size())
                .mapToObj(task -> IntStream.range(0, tasks.length)
                        .filter(i -> tasks[i] == task && which.test(i))
                        .toArray())
                .toArray(int[][]::new);
    }

    private static boolean isSwitch(Sight sight) {
        return sight instanceof Sight.On || sight instanceof Sight.Off;
    }

    int length() {
        return observations.length;
    }

    Observation observation(int position) {
        return observations[position];
    }

    Sight sight(int position) {
        return observations[position].sight();
    }

    /** The number of the recorded task that is seen. */
    int task(int position) {
        return tasks[position];
    }

    /** How many recorded tasks there are. */
    int taskCount() {
        return names.size();
    }

    /** The recorded task of a number. */
    String name(int task) {
        return names.get(task);
    }

    /** The tasks of the model that it may be, in the order in which they are tried. */
    int[] actors(int position) {
        return actors[position];
    }

    /** The number of what is seen; negative where it is no label. */
    int thing(int position) {
        return things[position];
    }

    /** The count that is seen. */
    int count(int position) {
        return observations[position].sight() instanceof Sight.Shows shows
                ? shows.label().count().getOrElse(UNCOUNTED)
                : UNCOUNTED;
    }

    /** Where a task is seen from {@code position} on to do anything but come on a CPU or off, or {@link #NEVER}. */
    int next(int task, int position) {
        return at(said[task], position, 0);
    }

    /**
     * The count of a label that a task is going to show.
     *
     * @param position from where on
     * @param others how many labels it shows before
     */
    int expected(int task, int position, int others) {
        int at = at(shown[task], position, others);
        return at == NEVER ? UNCOUNTED : count(at);
    }

    private static int at(int[] positions, int from, int further) {
        int found = Arrays.binarySearch(positions, from);
        int at = (found < 0 ? -found - 1 : found) + further;
        return at < positions.length ? positions[at] : NEVER;
    }
}
