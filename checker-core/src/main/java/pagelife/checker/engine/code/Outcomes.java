package pagelife.checker.engine.code;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import pagelife.checker.engine.pack.Layout;

/**
 * What a step that is executed directly has done, by what it read: a step whose trie is not worth its memory, since it
 * reads long values together, still meets the same ones more than once. A run that read these cells and no others does
 * the same whenever they hold the same; so it is found by the ids of the cells that some run has read. Flat tables, a
 * few ints a run. One worker's own.
 */
final class Outcomes {
    /** Runs that read other cells have a table of their own; of more than so many no more are kept. */
    private static final int MOST_TABLES = 4;

    /** With this many runs it is known whether they repeat. */
    private static final int ENOUGH_RUNS = 1 << 16;

    /** Keeping runs pays when so many times as many were spared as made. */
    private static final double WORTH = 0.25;

    /** The form of a run in which the step had to wait. */
    private static final int WAITS = 0;

    /** The tables, the one that was added first in front. */
    private final List<Table> tables = new ArrayList<>();
    /** How many runs were found. */
    private long found;
    /** How many were not. */
    private long missed;
    /** The table that the last {@link #find} has found a run in, and where. */
    private Table here;

    private int row;

    /** Looks for a run on the state of these ids; whether there was one. */
    boolean find(int[] ids) {
        for (Table table : tables) {
            row = table.find(ids);
            if (row >= 0) {
                here = table;
                found++;
                return true;
            }
        }
        missed++;
        return false;
    }

    /** Whether the step had to wait in the run that was found. */
    boolean waits() {
        return here.form(row) == WAITS;
    }

    /** Whether what the run that was found has written has room. */
    boolean fits(Layout layout) {
        int[] cells = here.written(row);
        for (int i = 0; i < cells.length; i++) {
            if (!layout.fits(cells[i], here.after(row, i))) {
                return false;
            }
        }
        return true;
    }

    /** Puts what the run that was found has written among these ids. */
    void apply(int[] ids) {
        int[] cells = here.written(row);
        for (int i = 0; i < cells.length; i++) {
            ids[cells[i]] = here.after(row, i);
        }
    }

    /** Keeps a run without choices on these ids. Returns how many ints that takes. */
    int keep(Effect effect, int[] ids) {
        BitSet read = new BitSet();
        for (int i = 0; i < effect.readCells().length; i++) {
            read.set(effect.readCells()[i], effect.declaredReads()[i]);
        }
        return keep(read, effect.cells(), effect.after(), ids);
    }

    /** Keeps a run that read these cells and had to wait. Returns how many ints that takes. */
    int keepWait(BitSet read, int[] ids) {
        return keep(read, null, new int[0], ids);
    }

    private int keep(BitSet read, int[] written, int[] after, int[] ids) {
        if (isFutile()) {
            tables.clear();
            return 0;
        }
        int[] cells = read.stream().toArray();
        for (Table table : tables) {
            if (Arrays.equals(table.cells, cells)) {
                return table.add(ids, written, after);
            }
        }
        if (tables.size() == MOST_TABLES) {
            return 0;
        }
        tables.add(new Table(cells));
        return tables.get(tables.size() - 1).add(ids, written, after);
    }

    /** Whether runs hardly ever repeat. */
    private boolean isFutile() {
        return missed >= ENOUGH_RUNS && found < WORTH * missed;
    }

    /** The runs that read the same cells. A row is their ids, a form, and the ids written. */
    private static final class Table {
        private static final int FACTOR = 0x9e3779b1; // 2^32 over the golden ratio, made odd

        /** The cells read. */
        private final int[] cells;
        /** For each form, from 1, the cells written. */
        private final List<int[]> forms = new ArrayList<>();
        /** Ints of a row. */
        private int width;
        /** The rows, one after the other. */
        private int[] rows = new int[0];
        /** An open table of numbers of rows, each one more than the number; 0 in an empty slot. */
        private int[] slots = new int[1 << 10];
        /** How many rows there are. */
        private int count;

        Table(int[] cells) {
            this.cells = cells;
            this.width = cells.length + 1;
        }

        /** The place of the row for these ids, or -1. */
        int find(int[] ids) {
            int number = slots[slot(ids)];
            return number == 0 ? -1 : (number - 1) * width;
        }

        private int slot(int[] ids) {
            int hash = 0;
            for (int cell : cells) {
                hash = (hash ^ ids[cell]) * FACTOR;
                hash ^= hash >>> 15;
            }
            int slot = hash & slots.length - 1;
            while (slots[slot] != 0 && !isOf(ids, (slots[slot] - 1) * width)) {
                slot = slot + 1 & slots.length - 1;
            }
            return slot;
        }

        private boolean isOf(int[] ids, int at) {
            for (int i = 0; i < cells.length; i++) {
                if (rows[at + i] != ids[cells[i]]) {
                    return false;
                }
            }
            return true;
        }

        int form(int at) {
            return rows[at + cells.length];
        }

        int[] written(int at) {
            return forms.get(form(at) - 1);
        }

        int after(int at, int i) {
            return rows[at + cells.length + 1 + i];
        }

        /** Adds a row; returns how many ints it takes, with its slots. */
        int add(int[] ids, int[] written, int[] after) {
            int form = written == null ? WAITS : formOf(written);
            if (2 * count >= slots.length) {
                grow();
            }
            int at = count * width;
            if (at + width > rows.length) {
                rows = Arrays.copyOf(rows, Math.max(64 * width, rows.length + rows.length / 2));
            }
            slots[slot(ids)] = ++count;
            for (int i = 0; i < cells.length; i++) {
                rows[at + i] = ids[cells[i]];
            }
            rows[at + cells.length] = form;
            System.arraycopy(after, 0, rows, at + cells.length + 1, after.length);
            return 2 * width + 4; // arrays have room to grow
        }

        private int formOf(int[] written) {
            for (int i = 0; i < forms.size(); i++) {
                if (Arrays.equals(forms.get(i), written)) {
                    return i + 1;
                }
            }
            forms.add(written);
            if (cells.length + 1 + written.length > width) { // rows that were narrower are found again
                width = cells.length + 1 + written.length;
                count = 0;
                Arrays.fill(slots, 0);
            }
            return forms.size();
        }

        private void grow() {
            int[] old = slots;
            slots = new int[2 * old.length];
            int[] ids = new int[cells.length == 0 ? 1 : cells[cells.length - 1] + 1];
            for (int number : old) {
                if (number != 0) {
                    for (int i = 0; i < cells.length; i++) {
                        ids[cells[i]] = rows[(number - 1) * width + i];
                    }
                    slots[slot(ids)] = number;
                }
            }
        }
    }
}
