package pagelife.specs.fuzz;

import io.vavr.collection.Vector;
import pagelife.models.Workload;
import pagelife.specs.arbitrary.Programs;

/**
 * A workload by number: for each task what it does, as {@link Programs} reads numbers.
 *
 * @param tasks the numbers of each task, none without any
 */
public record Sample(Vector<Vector<Integer>> tasks) {
    /** A sample of these tasks, but for those that do nothing. */
    static Sample of(Vector<Vector<Integer>> tasks) {
        return new Sample(tasks.reject(Vector::isEmpty));
    }

    /** How many numbers there are. */
    int size() {
        return tasks.map(Vector::size).sum().intValue();
    }

    /** The workload, after what is done before. */
    Workload workload(Programs programs, Workload before) {
        return programs.workload(tasks).tasks().foldLeft(before, (all, task) -> all.task(task._1(), task._2()));
    }

    /** It with one task less: each in turn. */
    Vector<Sample> withoutTask() {
        return Vector.range(0, tasks.size()).map(i -> new Sample(tasks.removeAt(i)));
    }

    /** It with one call less: each in turn. */
    Vector<Sample> withoutCall() {
        return Vector.range(0, tasks.size())
                .flatMap(i -> Vector.range(0, tasks.get(i).size())
                        .map(j -> of(tasks.update(i, tasks.get(i).removeAt(j)))));
    }
}
