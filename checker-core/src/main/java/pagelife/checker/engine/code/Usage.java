package pagelife.checker.engine.code;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.BitSet;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Step;
import pagelife.checker.result.StepUse;

/**
 * What the code of a step was seen to do with the cells. Every path of the code runs at least once before it is
 * replayed from a trie, and what it reads and writes is the same each time, so noting the runs is enough.
 *
 * <p>Guarded by the lock of its {@link Memo}.
 */
final class Usage {
    private final BitSet reads = new BitSet();
    private final BitSet writes = new BitSet();
    private final BitSet waitsOn = new BitSet();
    private boolean waits;

    /** The step was taken. */
    void takes(Effect effect) {
        for (int i = 0; i < effect.readCells().length; i++) {
            if (effect.toldReads()[i]) {
                reads.set(effect.readCells()[i]);
            }
        }
        for (int i = 0; i < effect.cells().length; i++) {
            if (effect.before()[i] != effect.after()[i]) {
                writes.set(effect.cells()[i]);
            }
        }
    }

    /** The step had to wait, having read these cells. */
    void waits(BitSet read) {
        waits = true;
        waitsOn.or(read);
    }

    /** The same for a reader. */
    StepUse of(Step step, boolean taken, Cells cells) {
        int own = step.actor().control().index();
        return new StepUse(
                step, taken, named(reads, own, cells), named(writes, own, cells), waits, named(waitsOn, own, cells));
    }

    private static Seq<Cell<?>> named(BitSet set, int own, Cells cells) {
        Vector<Cell<?>> named = Vector.empty();
        for (int cell = set.nextSetBit(0); cell >= 0; cell = set.nextSetBit(cell + 1)) {
            named = cell == own ? named : named.append(cells.cell(cell));
        }
        return named;
    }
}
