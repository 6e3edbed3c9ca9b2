package pagelife.checker.engine.code;

import io.vavr.collection.Seq;
import java.util.BitSet;
import pagelife.checker.model.Actor;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Model;
import pagelife.checker.model.Step;
import pagelife.checker.symmetry.Alike;
import pagelife.checker.symmetry.Rearrangement;
import pagelife.checker.symmetry.Symmetry;

/**
 * Which steps and cells are one of several tasks that are alike, or at identities that are: what one of them did, any
 * of them can do.
 */
final class Sisters {
    /** For each step and for each cell those that are the same for another task; null where there are none. */
    private final BitSet[] steps;

    private final BitSet[] cells;

    Sisters(Model model, Symmetry symmetry) {
        this.steps = new BitSet[model.steps().size()];
        this.cells = new BitSet[model.cells().size()];
        for (Alike sort : symmetry.alike()) {
            group(steps, sort.members().map(member -> member.steps().map(step -> step.index())));
            group(cells, sort.members().map(member -> Alike.own(model, member).map(Cell::index)));
        }
        symmetry.exchanges().forEach(one -> add(model, one));
    }

    private void add(Model model, Rearrangement one) {
        for (Actor actor : model.actors()) {
            Seq<Step> there = one.tasks().getOrElse(actor, actor).steps();
            actor.steps()
                    .zip(there)
                    .forEach(two -> join(steps, two._1().index(), two._2().index()));
        }
        for (int cell = 0; cell < cells.length; cell++) {
            join(cells, cell, one.cells().get(cell));
        }
    }

    /** Puts all that are together with either of two together. */
    private static void join(BitSet[] sets, int one, int other) {
        if (one != other) {
            BitSet together = new BitSet();
            for (int index : new int[] {one, other}) {
                together.set(index);
                if (sets[index] != null) {
                    together.or(sets[index]);
                }
            }
            together.stream().forEach(index -> sets[index] = together);
        }
    }

    private static void group(BitSet[] sets, Seq<Seq<Integer>> members) {
        for (int place = 0; place < members.head().size(); place++) {
            BitSet together = new BitSet();
            for (Seq<Integer> member : members) {
                together.set(member.get(place));
            }
            together.stream().forEach(index -> sets[index] = together);
        }
    }

    boolean anyStep(int step, BitSet of) {
        return any(steps[step], step, of);
    }

    boolean anyCell(int cell, BitSet of) {
        return any(cells[cell], cell, of);
    }

    private static boolean any(BitSet sisters, int index, BitSet of) {
        return sisters == null ? of.get(index) : sisters.intersects(of);
    }
}
