package pagelife.checker.engine.code;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * What a checkpoint keeps of a {@link Memo}. Values are not written: the journal says which steps made them, and
 * running those steps again makes them again, with the same ids. So a model's values need no serial form.
 *
 * @param widths the bits of each cell in the layout
 * @param near the near cells of the layout
 * @param journal the runs at which values were first seen, in that order
 * @param claimReads for each claim, the cells that it has been seen to read
 * @param takenSteps the steps that have been possible
 * @param changedCells the cells that some step has changed
 * @param direct the steps that are executed each time
 */
public record Snapshot(
        int[] widths,
        int[] near,
        List<Run> journal,
        List<BitSet> claimReads,
        BitSet takenSteps,
        BitSet changedCells,
        BitSet direct) {

    /** One run of a step: what it chose and read, and the ids that it wrote. */
    record Run(int step, int[] choices, int[] readCells, int[] readIds, int[] after) {
        static Run of(Effect effect) {
            return new Run(
                    effect.step().index(), effect.choices(), effect.readCells(), effect.readIds(), effect.after());
        }
    }

    public void write(DataOutput out) throws IOException {
        writeInts(out, widths);
        writeInts(out, near);
        out.writeInt(journal.size());
        for (Run run : journal) {
            out.writeInt(run.step);
            writeInts(out, run.choices);
            writeInts(out, run.readCells);
            writeInts(out, run.readIds);
            writeInts(out, run.after);
        }
        out.writeInt(claimReads.size());
        for (BitSet reads : claimReads) {
            writeInts(out, reads.stream().toArray());
        }
        writeInts(out, takenSteps.stream().toArray());
        writeInts(out, changedCells.stream().toArray());
        writeInts(out, direct.stream().toArray());
    }

    public static Snapshot read(DataInput in) throws IOException {
        int[] widths = readInts(in);
        int[] near = readInts(in);
        List<Run> journal = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            journal.add(new Run(in.readInt(), readInts(in), readInts(in), readInts(in), readInts(in)));
        }
        List<BitSet> claimReads = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            claimReads.add(readBits(in));
        }
        return new Snapshot(widths, near, journal, claimReads, readBits(in), readBits(in), readBits(in));
    }

    public static void writeInts(DataOutput out, int[] ints) throws IOException {
        out.writeInt(ints.length);
        for (int value : ints) {
            out.writeInt(value);
        }
    }

    public static int[] readInts(DataInput in) throws IOException {
        int length = in.readInt();
        if (length < 0) {
            throw new EOFException("a list of " + length + " numbers");
        }
        int[] ints = new int[length];
        for (int i = 0; i < ints.length; i++) {
            ints[i] = in.readInt();
        }
        return ints;
    }

    private static BitSet readBits(DataInput in) throws IOException {
        BitSet bits = new BitSet();
        for (int bit : readInts(in)) {
            bits.set(bit);
        }
        return bits;
    }
}
