package pagelife.checker.explain;

import io.vavr.collection.HashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import pagelife.checker.model.Actor;
import pagelife.checker.model.Cell;
import pagelife.checker.result.TraceStep;

/**
 * The best order of steps some of which depend on others.
 *
 * <p>How: dynamic programming over how far each task has come and who acted last. Orders that agree on both, and are
 * equally long, have the same continuations, so the best beginning is enough of them. With three tasks of seven steps
 * that is at most 512 times 3 beginnings, instead of the 399,072,960 orders there may be.
 */
final class BestOrder {
    /** With more beginnings than this the steps stay as they are; such traces have over a hundred steps. */
    private static final int MOST_BEGINNINGS = 200_000;

    private final int steps;
    private final int[] task;
    private final int[][] own;
    private final boolean[][] after;

    /** A beginning: who comes how far, who acted last, and what it costs. */
    private record Beginning(int[] position, int last, int switches, int begun, int step, Beginning before) {
        boolean isBetterThan(Beginning other) {
            return switches != other.switches ? switches < other.switches : begun > other.begun;
        }
    }

    private BestOrder(Seq<TraceStep> taken, boolean lastStaysLast) {
        this.steps = taken.size();
        Seq<Actor> actors = taken.map(step -> step.step().actor()).distinct().sortBy(Actor::index);
        this.task = taken.toJavaStream()
                .mapToInt(step -> actors.indexOf(step.step().actor()))
                .toArray();
        this.own = actors.zipWithIndex()
                .map(actor -> IntStream.range(0, steps)
                        .filter(step -> task[step] == actor._2())
                        .toArray())
                .toJavaArray(int[][]::new);
        this.after = new boolean[steps][steps];
        Vector<Access> access = taken.map(Access::of).toVector();
        for (int later = 0; later < steps; later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                after[later][earlier] = task[later] == task[earlier]
                        || access.get(later).dependsOn(access.get(earlier))
                        || lastStaysLast && later == steps - 1;
            }
        }
    }

    /** What a step touched. */
    private record Access(Set<Cell<?>> all, Set<Cell<?>> written) {
        static Access of(TraceStep step) {
            return new Access(HashSet.<Cell<?>>ofAll(step.reads()).addAll(step.writes()), HashSet.ofAll(step.writes()));
        }

        boolean dependsOn(Access other) {
            return written.exists(other.all::contains) || other.written.exists(all::contains);
        }
    }

    /** The positions of {@code taken} in the best order. */
    static Seq<Integer> of(Seq<TraceStep> taken, boolean lastStaysLast) {
        Vector<Integer> asTheyAre = Vector.range(0, taken.size());
        return taken.size() < 3 ? asTheyAre : new BestOrder(taken, lastStaysLast).best(asTheyAre);
    }

    private Seq<Integer> best(Seq<Integer> asTheyAre) {
        Map<String, Beginning> layer = Map.of("", new Beginning(new int[own.length], -1, 0, 0, -1, null));
        int met = 0;
        for (int length = 0; length < steps; length++) {
            Map<String, Beginning> longer = new LinkedHashMap<>();
            for (Beginning beginning : layer.values()) {
                extend(beginning, length, longer);
            }
            met += longer.size();
            if (met > MOST_BEGINNINGS) {
                return asTheyAre;
            }
            layer = longer;
        }
        Beginning best = null;
        for (Beginning end : layer.values()) {
            best = best == null || end.isBetterThan(best) ? end : best;
        }
        return order(best);
    }

    private void extend(Beginning beginning, int length, Map<String, Beginning> longer) {
        for (int acting = 0; acting < own.length; acting++) {
            int position = beginning.position[acting];
            if (position < own[acting].length && isPossible(own[acting][position], beginning.position)) {
                int[] moved = beginning.position.clone();
                moved[acting]++;
                Beginning next = new Beginning(
                        moved,
                        acting,
                        beginning.switches + (beginning.last == acting ? 0 : 1),
                        beginning.begun + (position == 0 ? length : 0),
                        own[acting][position],
                        beginning);
                longer.merge(
                        acting + java.util.Arrays.toString(moved),
                        next,
                        (known, found) -> found.isBetterThan(known) ? found : known);
            }
        }
    }

    /** Whether all that {@code step} depends on has been done. */
    private boolean isPossible(int step, int[] position) {
        for (int other = 0; other < own.length; other++) {
            for (int i = position[other]; i < own[other].length && own[other][i] < step; i++) {
                if (after[step][own[other][i]] && own[other][i] != step) {
                    return false;
                }
            }
        }
        return true;
    }

    private static Seq<Integer> order(Beginning end) {
        Vector<Integer> order = Vector.empty();
        for (Beginning at = end; at.before != null; at = at.before) {
            order = order.prepend(at.step);
        }
        return order;
    }
}
