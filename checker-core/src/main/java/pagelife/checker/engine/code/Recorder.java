package pagelife.checker.engine.code;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Predicate;
import pagelife.checker.model.Actor;
import pagelife.checker.model.Alternatives;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Control;
import pagelife.checker.model.Event;
import pagelife.checker.model.Failure;
import pagelife.checker.model.ModelException;
import pagelife.checker.model.Step;
import pagelife.checker.model.StepView;

/**
 * The view through which a program runs on one state. It records the first read of each cell, the writes, the choices
 * and the events; and follows the program's trie, so that a program that reads another cell for the same values is
 * caught.
 *
 * <p>Used by one thread at a time.
 */
final class Recorder implements StepView {
    private static final int NOBODY = -1;

    /** The cells of the model, by index. */
    private final Cells cells;
    /** For each cell the id of its value before the run; filled in by who runs code, through {@link #ids}. */
    private final int[] ids;
    /** The cells read, in the order of their first reads; the first {@link #reads} count. */
    private final int[] readOrder;
    /** For each cell whether it is among {@link #readOrder}. */
    private final boolean[] isRead;
    /** For each cell whether all of it was read, and not only parts. */
    private final boolean[] isReadWhole;
    /** For each cell whether it counts as read only since it was written; set at the end of a step. */
    private final boolean[] isImplied;
    /** For each cell whether a reader is told that it was read: not where a rule was only looked at beside the step. */
    private final boolean[] isTold;
    /** The points that this run has added to a trie and that look at a part of a cell. */
    private final List<Point> newLooks = new ArrayList<>();
    /** The cells written, in the order of their first writes; the first {@link #writes} count. */
    private final int[] writeOrder;
    /** For each cell the value last written in this run, or null. */
    private final Object[] written;
    /** How many cells were read. */
    private int reads;
    /** How many cells were written. */
    private int writes;
    /** The alternatives that the first choices have to take; those after them take the first. */
    private int[] prefix = {};
    /** For each choice, in order, the alternative taken, from 0; the first {@link #chosen} count. */
    private int[] choices = new int[4];
    /** For each choice how many alternatives it had. */
    private int[] alternatives = new int[4];
    /** How many choices were made. */
    private int chosen;
    /** The choices made, for a reader. */
    private Vector<String> chosenTexts = Vector.empty();
    /** What the code told, in order. */
    private Vector<Event> events = Vector.empty();
    /** The point of the trie that the run has come to; null in a run that is not recorded. */
    private Point cursor;
    /** The index of the actor whose step this is, or {@link #NOBODY} in a claim. */
    private int actor = NOBODY;
    /** Whether the code may look through this view: between {@link #start} and {@link #end}. */
    private volatile boolean running;

    /** What code is running, for who waits for it; and how often code has run. */
    private volatile Program program;

    private final AtomicLong runs = new AtomicLong();
    /** Why the code is to end at once; empty as long as it may go on. */
    private volatile String halted = "";

    Recorder(Cells cells) {
        int count = cells.count();
        cells.recorders().add(this);
        this.cells = cells;
        this.ids = new int[count];
        this.readOrder = new int[count];
        this.isRead = new boolean[count];
        this.isReadWhole = new boolean[count];
        this.isImplied = new boolean[count];
        this.isTold = new boolean[count];
        this.writeOrder = new int[count];
        this.written = new Object[count];
    }

    /** The ids of the state to run on; to be filled in before a run. */
    int[] ids() {
        return ids;
    }

    /** Starts a run that follows and extends a trie from its root; null for a run that is not recorded. */
    void start(Point root, int[] forced) {
        for (int i = 0; i < reads; i++) {
            isRead[readOrder[i]] = false;
            isReadWhole[readOrder[i]] = false;
            isImplied[readOrder[i]] = false;
            isTold[readOrder[i]] = false;
        }
        for (int i = 0; i < writes; i++) {
            written[writeOrder[i]] = null;
        }
        reads = 0;
        writes = 0;
        newLooks.clear();
        chosen = 0;
        chosenTexts = Vector.empty();
        events = Vector.empty();
        prefix = forced;
        cursor = root;
        actor = NOBODY;
        runs.lazySet(runs.get() + 1); // by one thread; others only look
        running = true;
    }

    /** Says what code begins to run. */
    void begins(Program code) {
        program = code;
    }

    /** What code is running; null when none is. */
    Program program() {
        return program;
    }

    /** How often code has run. */
    long runs() {
        return runs.get();
    }

    /** Lets the code that is running end as soon as it looks through this view. */
    void halt(String why) {
        halted = why;
        running = false;
    }

    /** Ends a run: who reads through this view from here on has kept it for later. */
    void end() {
        program = null;
        running = false;
    }

    private void requireRunning() {
        if (!running) {
            if (!halted.isEmpty()) {
                throw new Halted(halted);
            }
            throw new ModelException(
                    "a view is used after the step or claim that it was given to has ended: a step or a"
                            + " claim may look through its own view only; keep values, not views");
        }
    }

    /** From here on the run is a step of {@code taking}: other actors' private cells are closed to it. */
    void actAs(Actor taking) {
        actor = taking.index();
    }

    /** The point that a recorded run has come to. */
    Point cursor() {
        return cursor;
    }

    @Override
    @SuppressWarnings("unchecked") // a cell's domain and its writes hold values of its type only
    public <T> T read(Cell<T> cell) {
        int c = open(cell);
        if (written[c] != null) {
            return (T) written[c];
        }
        isTold[c] = true;
        follow(c);
        return (T) cells.domain(c).value(ids[c]);
    }

    @Override
    @SuppressWarnings("unchecked") // a cell's domain and its writes hold values of its type only
    public <T, R> R read(Cell<T> cell, Function<? super T, ? extends R> part) {
        int c = open(cell);
        if (written[c] != null) {
            return part.apply((T) written[c]);
        }
        isTold[c] = true;
        followPart(c, (Function<Object, Object>) part);
        return part.apply((T) cells.domain(c).value(ids[c]));
    }

    @Override
    @SuppressWarnings("unchecked") // a cell's domain and its writes hold values of its type only
    public <T> boolean finds(Cell<T> cell, Predicate<? super T> wrong) {
        int c = open(cell);
        if (written[c] != null) {
            return wrong.test((T) written[c]);
        }
        followPart(c, value -> wrong.test((T) value));
        boolean found = wrong.test((T) cells.domain(c).value(ids[c]));
        isTold[c] |= found;
        return found;
    }

    /** The index of a cell that may be read now. */
    private int open(Cell<?> cell) {
        requireRunning();
        int c = cells.check(cell);
        if (actor != NOBODY && cells.owner(c) != NOBODY && cells.owner(c) != actor) {
            throw new ModelException(cells.who(actor) + " reads " + cell + ", a private cell of "
                    + cells.who(cells.owner(c)) + ": make the cell shared or leave it to its owner");
        }
        return c;
    }

    /** Notes a read of {@code c} unless it has been read. */
    private void follow(int c) {
        if (isReadWhole[c]) {
            return;
        }
        isReadWhole[c] = true;
        note(c);
        if (cursor == null) {
            return;
        }
        if (cursor.kind == Point.Kind.OPEN) {
            cursor.reads(c);
        } else if (!cursor.isReadOf(c, false)) {
            throw impure("reads " + cells.name(c));
        }
        cursor = cursor.afterRead(ids[c]);
    }

    /** Notes a read of a part of {@code c} unless all of it has been read. */
    private void followPart(int c, Function<Object, Object> part) {
        if (isReadWhole[c]) {
            return;
        }
        note(c);
        if (cursor == null) {
            return;
        }
        if (cursor.kind == Point.Kind.OPEN) {
            cursor.readsPart(c, part, cells.domain(c));
            newLooks.add(cursor);
        } else if (!cursor.isReadOf(c, true)) {
            throw impure("reads a part of " + cells.name(c));
        }
        cursor = cursor.afterRead(ids[c]);
    }

    private void note(int c) {
        if (!isRead[c]) {
            isRead[c] = true;
            readOrder[reads++] = c;
        }
    }

    @Override
    public <T> void write(Cell<T> cell, T value) {
        requireRunning();
        int c = cells.check(cell);
        if (actor == NOBODY) {
            throw new ModelException(
                    "a claim writes " + cell + ": a claim reads its view and does nothing else with it");
        }
        if (cells.isControl(c)) {
            throw new ModelException(cells.who(actor) + " writes " + cell
                    + ": where an actor is changes by what its step returns only; return the next control");
        }
        if (cells.owner(c) != NOBODY && cells.owner(c) != actor) {
            throw new ModelException(cells.who(actor) + " writes " + cell + ", a private cell of "
                    + cells.who(cells.owner(c)) + ": make the cell shared or leave it to its owner");
        }
        if (value == null) {
            throw new ModelException(
                    cells.who(actor) + " writes null to " + cell + ": every cell has a value; use an Option");
        }
        set(c, value);
    }

    /** Sets a cell without asking who may. */
    void set(int c, Object value) {
        if (written[c] == null) {
            writeOrder[writes++] = c;
        }
        written[c] = value;
    }

    @Override
    public <T> T choose(String what, Seq<T> among) {
        requireRunning();
        int size = Alternatives.count(cells.who(actor), what, among, chosen);
        int choice = chosen < prefix.length ? prefix[chosen] : 0;
        if (choice >= size) {
            throw impure("chooses " + what + " among " + size);
        }
        if (chosen == choices.length) {
            choices = Arrays.copyOf(choices, 2 * chosen);
            alternatives = Arrays.copyOf(alternatives, 2 * chosen);
        }
        choices[chosen] = choice;
        alternatives[chosen++] = size;
        if (cursor != null) {
            if (cursor.kind == Point.Kind.OPEN) {
                cursor.kind = Point.Kind.CHOOSE;
                cursor.next = new Point[size];
            } else if (cursor.kind != Point.Kind.CHOOSE || cursor.next.length != size) {
                throw impure("chooses " + what);
            }
            cursor = cursor.afterChoice(choice);
        }
        chosenTexts = chosenTexts.append(what + " = " + among.get(choice));
        return among.get(choice);
    }

    @Override
    public void tell(Event event) {
        events = events.append(event);
    }

    private ModelException impure(String now) {
        return new ModelException("it " + now + " where before, having read the same values, it did not ("
                + cells.show(readOrder, reads, ids)
                + "): a step or a claim may depend only on what it reads through its view; remove clocks, statics,"
                + " randomness and identity hashes from it");
    }

    /** The choices of this run. */
    int[] choices() {
        return Arrays.copyOf(choices, chosen);
    }

    /**
     * The choices of the next run of the same code on the same state, in the order of an odometer; an array of length
     * 0 when this was the last.
     */
    int[] nextChoices() {
        int last = chosen - 1;
        while (last >= 0 && choices[last] + 1 == alternatives[last]) {
            last--;
        }
        int[] following = Arrays.copyOf(choices, last + 1);
        if (last >= 0) {
            following[last]++;
        }
        return following;
    }

    /** The effect of a step that has run to its end and goes to {@code next}. */
    Effect effect(Step step, Control next) {
        set(step.actor().control().index(), next);
        for (int i = 0; i < writes; i++) { // an effect replaces known ids, so what is written counts as read
            isImplied[writeOrder[i]] |= !isRead[writeOrder[i]];
            follow(writeOrder[i]);
        }
        int[] after = new int[writes];
        boolean known = true;
        for (int i = 0; i < writes; i++) {
            after[i] = cells.domain(writeOrder[i]).find(written[writeOrder[i]]);
            known &= after[i] != Domain.UNKNOWN;
        }
        if (known) {
            return described(step, after);
        }
        synchronized (cells.journal()) { // one journal entry at a time, or ids would not come back in its order
            Arrays.setAll(after, i -> cells.domain(writeOrder[i]).intern(written[writeOrder[i]]));
            Effect effect = described(step, after);
            cells.journal().add(effect);
            return effect;
        }
    }

    /** The effect of a step that fails at {@code at}: none, but that it tells so. What it wrote is in its words. */
    Effect failed(Step step, Control at, Failure failure) {
        events = events.append(failure.having(Vector.ofAll(writeOrder)
                .take(writes)
                .map(c -> cells.name(c) + " = " + written[c])
                .mkString(", ")));
        for (int i = 0; i < writes; i++) {
            written[writeOrder[i]] = null;
        }
        writes = 0;
        return effect(step, at);
    }

    private Effect described(Step step, int[] after) {
        int[] cellsWritten = Arrays.copyOf(writeOrder, writes);
        int[] before = new int[writes];
        Arrays.setAll(before, i -> ids[cellsWritten[i]]);
        int[] cellsRead = Arrays.copyOf(readOrder, reads);
        int[] read = new int[reads];
        boolean[] whole = new boolean[reads];
        boolean[] declared = new boolean[reads];
        boolean[] told = new boolean[reads];
        for (int i = 0; i < reads; i++) {
            read[i] = ids[cellsRead[i]];
            whole[i] = isReadWhole[cellsRead[i]];
            declared[i] = !isImplied[cellsRead[i]];
            told[i] = isTold[cellsRead[i]];
        }
        return new Effect(
                Effect.UNNUMBERED,
                step,
                choices(),
                chosenTexts,
                events,
                cellsWritten,
                before,
                after,
                cellsRead,
                read,
                whole,
                declared,
                told);
    }

    /** The names of the cells that were written; empty when there are none. */
    String writings() {
        return Vector.ofAll(writeOrder).take(writes).map(cells::name).mkString(", ");
    }

    /** Makes sure that the values read are still the same: the code may have changed one that is not immutable. */
    void requireUnchanged() {
        for (int i = 0; i < reads; i++) {
            cells.domain(readOrder[i]).value(ids[readOrder[i]]);
        }
    }

    /** The cells of which anything was read. */
    BitSet allRead() {
        BitSet read = new BitSet();
        for (int i = 0; i < reads; i++) {
            read.set(readOrder[i]);
        }
        return read;
    }

    /** The cells of which all was read. */
    BitSet readWhole() {
        BitSet whole = new BitSet();
        for (int i = 0; i < reads; i++) {
            whole.set(readOrder[i], isReadWhole[readOrder[i]]);
        }
        return whole;
    }

    /** The points of the trie that this run was the first to come to and that look at a part of a cell. */
    List<Point> newLooks() {
        return newLooks;
    }

    /** What was read so far, for a message. */
    String readings() {
        return cells.show(readOrder, reads, ids);
    }
}
