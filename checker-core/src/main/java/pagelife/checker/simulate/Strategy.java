package pagelife.checker.simulate;

import io.vavr.collection.Seq;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import pagelife.checker.model.Actor;

/** How walks choose who goes next. */
public sealed interface Strategy {
    /**
     * A schedule for one walk.
     *
     * @param actors who takes part
     * @param steps how many steps the walk is expected to take at most
     * @param random the chance of the walk
     */
    Schedule begin(Seq<Actor> actors, int steps, Random random);

    /** What it is called. */
    String word();

    /** In every state each actor that can go on is as likely as any other. */
    record Uniform() implements Strategy {
        @Override
        public Schedule begin(Seq<Actor> actors, int steps, Random random) {
            return new Shuffled(new ArrayList<>(actors.toJavaList()), random);
        }

        @Override
        public String word() {
            return "uniform";
        }
    }

    /**
     * Probabilistic concurrency testing: actors have random priorities, the highest that can go on does, and at
     * {@code depth - 1} steps chosen beforehand whoever is going falls below all others. A bug that takes {@code depth}
     * ordering constraints between steps is met by a walk of {@code n} actors and {@code k} steps with a probability of
     * at least {@code 1 / (n * k^(depth - 1))}: Burckhardt, Kothari, Musuvathi, Nagarakatte, ASPLOS 2010, theorem 9.
     *
     * @param depth how many ordering constraints the bug has
     */
    record Priorities(int depth) implements Strategy {
        /** Depth must be positive. */
        public Priorities {
            if (depth <= 0) {
                throw new IllegalArgumentException("depth (" + depth + ") must be positive: a bug has one at least");
            }
        }

        @Override
        public Schedule begin(Seq<Actor> actors, int steps, Random random) {
            return new Prioritised(actors, depth, steps, random);
        }

        @Override
        public String word() {
            return "pct-" + depth;
        }
    }

    /**
     * Delay-bounded: each actor goes on until it has to wait or ends, then the next in order; at most {@code most}
     * times, at steps chosen beforehand, whoever is going is put off behind all others. Emmi, Qadeer, Rakamaric, POPL
     * 2011.
     *
     * @param most how many delays
     */
    record Delays(int most) implements Strategy {
        /** Not less than none. */
        public Delays {
            if (most < 0) {
                throw new IllegalArgumentException("delays (" + most + ") must not be negative");
            }
        }

        @Override
        public Schedule begin(Seq<Actor> actors, int steps, Random random) {
            return new Delayed(actors, most, steps, random);
        }

        @Override
        public String word() {
            return "delay-" + most;
        }
    }

    /** See {@link Uniform}. */
    record Shuffled(List<Actor> actors, Random random) implements Schedule {
        @Override
        public List<Actor> preferred() {
            Collections.shuffle(actors, random);
            return actors;
        }

        @Override
        public void went(Actor actor) {
            // the next step depends on nothing
        }
    }

    /** See {@link Priorities}. */
    final class Prioritised implements Schedule {
        private final List<Actor> actors;
        private final Map<Actor, Integer> priorities = new HashMap<>();
        private final Map<Integer, Integer> changes = new HashMap<>();
        private int steps;

        private Prioritised(Seq<Actor> actors, int depth, int most, Random random) {
            this.actors = new ArrayList<>(actors.toJavaList());
            Collections.shuffle(this.actors, random);
            for (int i = 0; i < this.actors.size(); i++) {
                priorities.put(this.actors.get(i), depth + i);
            }
            for (int i = 1; i < depth; i++) {
                changes.put(1 + random.nextInt(most), i);
            }
            sort();
        }

        private void sort() {
            actors.sort(Comparator.<Actor>comparingInt(priorities::get).reversed());
        }

        @Override
        public List<Actor> preferred() {
            return actors;
        }

        @Override
        public void went(Actor actor) {
            Integer lower = changes.get(++steps);
            if (lower != null) {
                priorities.put(actor, lower);
                sort();
            }
        }
    }

    /** See {@link Delays}. */
    final class Delayed implements Schedule {
        private final List<Actor> actors;
        private final Set<Integer> delays = new HashSet<>();
        private int steps;

        private Delayed(Seq<Actor> actors, int most, int last, Random random) {
            this.actors = new ArrayList<>(actors.toJavaList());
            Collections.rotate(this.actors, random.nextInt(this.actors.size()));
            for (int i = 0; i < most; i++) {
                delays.add(1 + random.nextInt(last));
            }
        }

        @Override
        public List<Actor> preferred() {
            return actors;
        }

        /** Whoever goes is first from now on, and those before it, who have to wait, come after all others. */
        @Override
        public void went(Actor actor) {
            Collections.rotate(actors, -actors.indexOf(actor));
            if (delays.contains(++steps)) {
                Collections.rotate(actors, -1);
            }
        }
    }
}
