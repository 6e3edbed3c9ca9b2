package pagelife.specs.fuzz;

import io.vavr.collection.Vector;
import java.util.Random;

/**
 * Makes samples: new ones, and children of those that did something new.
 *
 * @param letters how many calls there are
 * @param tasks at most so many tasks
 * @param calls at most so many calls in all
 */
record Breeding(int letters, int tasks, int calls) {
    /* Of so many samples one is new though there are parents: children never leave where their parents live. */
    private static final int ONE_NEW_IN = 5;

    /* A child differs from its parent in one to so many places. */
    private static final int MOST_CHANGES = 3;

    /** A new sample: smaller ones are more likely, since their walks are soon exhausted; each call is as likely as any other. */
    Sample fresh(Random random) {
        int wanted = 1 + random.nextInt(tasks);
        int size = Math.max(wanted, 1 + Math.min(random.nextInt(calls), random.nextInt(calls)));
        Vector<Vector<Integer>> programs = Vector.fill(wanted, () -> Vector.of(random.nextInt(letters)));
        for (int i = wanted; i < Math.min(size, calls); i++) {
            int task = random.nextInt(wanted);
            programs = programs.update(task, programs.get(task).append(random.nextInt(letters)));
        }
        return Sample.of(programs);
    }

    /** A child of one of the parents, the later ones more likely; now and then, or without any, a new sample. */
    Sample next(Vector<Sample> parents, Random random) {
        if (parents.isEmpty() || random.nextInt(ONE_NEW_IN) == 0) {
            return fresh(random);
        }
        Sample child = parent(parents, random);
        for (int i = 1 + random.nextInt(MOST_CHANGES); i > 0; i--) {
            child = changed(child, parent(parents, random), random);
        }
        return child.size() == 0 || child.size() > calls || child.tasks().size() > tasks ? fresh(random) : child;
    }

    private static Sample parent(Vector<Sample> parents, Random random) {
        int one = random.nextInt(parents.size());
        return parents.get(Math.max(one, random.nextInt(parents.size())));
    }

    private Sample changed(Sample sample, Sample other, Random random) {
        Vector<Vector<Integer>> programs = sample.tasks();
        if (programs.isEmpty()) {
            return fresh(random);
        }
        int task = random.nextInt(programs.size());
        Vector<Integer> program = programs.get(task);
        int at = random.nextInt(program.size());
        int letter = random.nextInt(letters);
        return Sample.of(
                switch (random.nextInt(7)) {
                    case 0 -> programs.update(task, program.insert(at, letter));
                    case 1 -> programs.update(task, program.append(letter));
                    case 2 -> programs.update(task, program.update(at, letter));
                    case 3 -> programs.update(task, program.removeAt(at));
                    case 4 -> programs.append(Vector.of(letter));
                    case 5 ->
                        programs.append(
                                other.tasks().get(random.nextInt(other.tasks().size())));
                    default -> programs.update(task, program.take(at)).append(program.drop(at));
                });
    }
}
