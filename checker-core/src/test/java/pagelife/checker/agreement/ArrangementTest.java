package pagelife.checker.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.HashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import pagelife.checker.Checker;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Move;
import pagelife.checker.result.Trace;
import pagelife.checker.result.TraceStep;
import pagelife.checker.search.Options;

/** The order of a trace against all orders that there are: every swap of two neighbours that do not touch the same. */
class ArrangementTest {
    /** Longer ones have too many orders to go through. */
    private static final int LONGEST = 9;

    @Property(tries = 1000, seed = "2", edgeCases = EdgeCasesMode.NONE)
    @Label("no order of the same steps reads better, and each is executed, seed 2")
    void noOrderReadsBetter(@ForAll("numbers") List<Integer> numbers) {
        Blueprint blueprint = Roller.roll(Dice.of(numbers));
        Construction built = new Construction(blueprint);
        Checker.check(built.model(), built.properties(), Options.DEFAULT)
                .findings()
                .flatMap(finding -> finding.trace())
                .filter(trace -> trace.length() > 2 && trace.length() <= LONGEST)
                .forEach(trace -> {
                    assertTrue(isExecuted(trace), () -> "executed: " + blueprint);
                    int best = orders(trace.steps()).stream()
                            .mapToInt(ArrangementTest::cost)
                            .min()
                            .getAsInt();
                    assertEquals(best, cost(trace.steps()), () -> blueprint.toString());
                });
    }

    @Provide
    Arbitrary<List<Integer>> numbers() {
        return Arbitraries.integers().between(0, 99_999).list().ofMinSize(100).ofMaxSize(600);
    }

    private static boolean isExecuted(Trace trace) {
        for (int i = 0; i < trace.length(); i++) {
            TraceStep taken = trace.steps().get(i);
            if (!Move.in(trace.before(i), taken.step()).exists(move -> move.to().equals(taken.after()))) {
                return false;
            }
        }
        return true;
    }

    /** Changes from one actor to another, a thousand times; minus where the actors begin. */
    private static int cost(Seq<TraceStep> steps) {
        int cost = 0;
        Set<Object> begun = HashSet.empty();
        for (int i = 0; i < steps.size(); i++) {
            Object actor = steps.get(i).step().actor();
            cost += i == 0 || steps.get(i - 1).step().actor() == actor ? 0 : 1000;
            cost -= begun.contains(actor) ? 0 : i;
            begun = begun.add(actor);
        }
        return cost;
    }

    private static List<Seq<TraceStep>> orders(Seq<TraceStep> steps) {
        List<Seq<TraceStep>> all = new ArrayList<>(List.of(steps));
        java.util.Set<Seq<TraceStep>> met = new java.util.HashSet<>(all);
        ArrayDeque<Seq<TraceStep>> open = new ArrayDeque<>(all);
        while (!open.isEmpty()) {
            Seq<TraceStep> order = open.remove();
            for (int i = 0; i + 2 < order.size(); i++) { // the last step stays
                if (areIndependent(order.get(i), order.get(i + 1))) {
                    Seq<TraceStep> swapped = order.update(i, order.get(i + 1)).update(i + 1, order.get(i));
                    if (met.add(swapped)) {
                        all.add(swapped);
                        open.add(swapped);
                    }
                }
            }
        }
        return all;
    }

    private static boolean areIndependent(TraceStep one, TraceStep other) {
        return one.step().actor() != other.step().actor()
                && Collections.disjoint(cells(one), other.writes().asJava())
                && Collections.disjoint(cells(other), one.writes().asJava());
    }

    private static List<Cell<?>> cells(TraceStep step) {
        List<Cell<?>> cells = new ArrayList<>(step.reads().asJava());
        cells.addAll(step.writes().asJava());
        return cells;
    }
}
