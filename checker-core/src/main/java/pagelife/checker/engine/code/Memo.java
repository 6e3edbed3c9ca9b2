package pagelife.checker.engine.code;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import pagelife.checker.engine.pack.Layout;
import pagelife.checker.model.ModelException;
import pagelife.checker.property.Property;
import pagelife.checker.result.StepUse;
import pagelife.checker.symmetry.Symmetry;

/**
 * What is known of the model's code: a decision trie for each step and each claim, and the effects at their leaves.
 * Shared by all workers; everything in it is guarded by its lock, which a worker takes only on a miss.
 *
 * <p>The idea: a step is a pure function of the cells it reads. Run once under a {@link Recorder}, its effect is known
 * on every state that agrees on those cells. We know of no checker that replays transitions from read sets observed at
 * run time; LTSmin caches on dependencies declared by hand (Meijer, Kant, Blom, van de Pol, HVC 2014), Vesta and
 * self-adjusting computation (Abadi, Lampson, Levy, ICFP 1996) are the nearer relatives.
 */
public final class Memo {
    /** The cells, and the ids of their values. */
    private final Cells cells;
    /** The tasks that may change places; none where every state is explored. */
    private final Symmetry symmetry;
    /** Which steps and cells are the same but for that. */
    private final Sisters sisters;
    /** The view that code is run through; one run at a time, under the lock. */
    private final Recorder recorder;
    /** All effects met, by {@link Effect#index}; only ever appended to, by whoever resolves a point. */
    private final List<Effect> effects = new ArrayList<>();
    /** The steps with their tries, by {@link pagelife.checker.model.Step#index}. */
    private final StepProgram[] steps;
    /** The claims about states with their tries, in the order of their watches. */
    private final ClaimProgram[] claims;
    /** All watches, by {@link Watch#index}. */
    private final Seq<Watch> watches;
    /** Those of step properties, which follow an effect and have no trie of their own. */
    private final Seq<Watch> stepWatches;
    /** The watches of interest, by {@link Watch#index}; a new one each time, set by the coordinator between rounds. */
    private volatile BitSet open;
    /** Those of them that are asked of every effect, and not only of those that fail. */
    private final Seq<Watch> asked;
    /** By the index of a step, whether it was possible in some state. */
    private final BitSet takenSteps = new BitSet();
    /** By the index of a cell, whether some step has changed its value. */
    private final BitSet changedCells = new BitSet();
    /** By the index of a step, what its code was seen to do. */
    private final Usage[] usages;
    /** For each claim, what any run of it has read. */
    private final ClaimReads[] claimReads;

    /** Grows with {@link #claimReads}; read without the lock. */
    private final AtomicInteger claimReadsVersion = new AtomicInteger();
    /** Where ids lie in words; written by the coordinator while no worker runs. */
    private volatile Layout layout;
    /** The cells that lie near each other in the next layout; the coordinator's. */
    private int[] near = {};
    /** Whether this comes from a checkpoint. */
    private boolean restored;
    /** Whether some id does not fit the layout; set by workers under the lock, read without it. */
    private volatile boolean outgrown;

    /** Every state is one of its own. */
    public Memo(Cells cells, Seq<Watch> watches) {
        this(cells, watches, Symmetry.NONE);
    }

    /** What tasks that can change places have done, any of them can do. */
    public Memo(Cells cells, Seq<Watch> watches, Symmetry symmetry) {
        this.symmetry = symmetry;
        this.sisters = new Sisters(cells.model(), symmetry);
        this.cells = cells;
        this.recorder = new Recorder(cells);
        this.watches = watches;
        this.steps = cells.model().steps().map(StepProgram::new).toJavaArray(StepProgram[]::new);
        this.claims = watches.filter(watch -> watch.role() != Watch.Role.BROKEN_STEP)
                .zipWithIndex(ClaimProgram::new)
                .toJavaArray(ClaimProgram[]::new);
        this.stepWatches = watches.filter(watch -> watch.role() == Watch.Role.BROKEN_STEP);
        this.open = new BitSet();
        open.set(0, watches.size());
        this.asked = stepWatches.reject(Watch::unasked);
        this.usages = new Usage[steps.length];
        Arrays.setAll(usages, step -> new Usage());
        this.claimReads = new ClaimReads[claims.length];
        Arrays.setAll(claimReads, claim -> new ClaimReads(claims[claim].watch().balance()));
    }

    public Cells cells() {
        return cells;
    }

    /** What may change places; nothing where every state is explored. */
    public Symmetry symmetry() {
        return symmetry;
    }

    public StepProgram[] steps() {
        return steps;
    }

    /** The claims about states, in the order of their watches. */
    public ClaimProgram[] claims() {
        return claims;
    }

    /** All watches, by {@link Watch#index}. */
    public Seq<Watch> watches() {
        return watches;
    }

    /** The watches of step properties. */
    public Seq<Watch> stepWatches() {
        return stepWatches;
    }

    /** The watches of step properties that may say anything of an effect. */
    Seq<Watch> stepWatches(Effect effect) {
        return effect.fails() ? stepWatches : asked;
    }

    /** Whether some claim about steps, other than about those that fail, still wants an answer for each of them. */
    boolean asksOfSteps() {
        return asked.exists(this::isOpen);
    }

    /** Says which watches are still of interest; claims about steps that are not need no answer from here on. */
    public void watch(BitSet watches) {
        open = (BitSet) watches.clone();
    }

    /** Whether a program may be left out: a claim about a step that has its answer. */
    public boolean isSettled(Program program) {
        return program instanceof StepClaimProgram claim && !isOpen(claim.watch());
    }

    /** Whether a watch is still of interest. */
    boolean isOpen(Watch watch) {
        return open.get(watch.index());
    }

    public Layout layout() {
        return layout;
    }

    /** Whether some cell has more values than the layout has room for. */
    public boolean outgrown() {
        return outgrown;
    }

    /** Notes that a value has no room in the layout that was not written by a step: it was made of one. */
    public void outgrow() {
        outgrown = true;
    }

    /** The cells that lie near each other. */
    public BitSet near() {
        BitSet cellsNear = new BitSet();
        Arrays.stream(near).forEach(cellsNear::set);
        return cellsNear;
    }

    /** Chooses which cells lie near each other with the next layout; whether those are others than now. */
    public boolean cluster(BitSet cellsNear) {
        int[] before = near;
        near = cellsNear.stream().toArray();
        return !Arrays.equals(before, near);
    }

    /** Lays the cells out anew for the values they have had, in the fewest words. No worker may be running. */
    public Layout layOut() {
        return use(tightest());
    }

    /** The same where each cell has so many bits more than its largest sister needs, be it in more words. */
    public Layout layOutRoomily(int bits) {
        Layout roomy = Layout.roomy(cells.sizesOfSisters(), cells.limits(), near, bits);
        return use(roomy.nearBits() <= Layout.MOST_NEAR_BITS ? roomy : tightest());
    }

    private Layout use(Layout made) {
        layout = made;
        outgrown = false;
        return made;
    }

    /** A layout in the fewest words; a near cell may have grown too large to be near. */
    private Layout tightest() {
        Layout tight = Layout.of(cells.sizes(), cells.limits(), near);
        if (tight.nearBits() <= Layout.MOST_NEAR_BITS) {
            return tight;
        }
        near = new int[0];
        return Layout.of(cells.sizes(), cells.limits(), near);
    }

    /** Whether the values that cells have had fit fewer words than they are laid out in. */
    public boolean isLoose() {
        return layout.words() > 1
                && Layout.of(cells.sizes(), cells.limits(), near).words() < layout.words();
    }

    /** For each effect the cells that it changes. */
    public synchronized Set<BitSet> changes() {
        Set<BitSet> changes = new HashSet<>();
        for (Effect effect : effects) {
            BitSet cellsChanged = new BitSet();
            for (int i = 0; i < effect.cells().length; i++) {
                cellsChanged.set(effect.cells()[i], effect.before()[i] != effect.after()[i]);
            }
            changes.add(cellsChanged);
        }
        return changes;
    }

    public synchronized Effect effect(int index) {
        return effects.get(index);
    }

    /** How many effects there are. */
    public synchronized int effects() {
        return effects.size();
    }

    /**
     * Whether every step that the search took has an effect here: not what was executed directly, what was taken before
     * a checkpoint, or by a task that another one stands for, or at another identity.
     */
    public synchronized boolean knowsEffects() {
        return !restored && symmetry.isEmpty() && Arrays.stream(steps).noneMatch(StepProgram::direct);
    }

    /** The steps that were possible in some state seen. */
    public synchronized boolean taken(int step) {
        return sisters.anyStep(step, takenSteps);
    }

    /** A counter that changes whenever a claim has read something that it had not read before. */
    public int claimReadsVersion() {
        return claimReadsVersion.get();
    }

    /** The claims whose answer a step with this effect may change, as indices into {@link #claims}. */
    public synchronized BitSet affected(Effect effect) {
        BitSet touched = new BitSet();
        for (int claim = 0; claim < claims.length; claim++) {
            touched.set(claim, claimReads[claim].mayMatter(effect, cells));
        }
        return touched;
    }

    /** Finds out what the code does at {@code point}, running it on the state of {@code ids} if nobody has yet. */
    public void resolve(Point point, int[] ids) {
        if (point.kind != Point.Kind.OPEN) {
            return;
        }
        Program program = point.program;
        if (program.direct()) {
            point.kind = program.mayRun(cells, ids) ? Point.Kind.DIRECT : Point.Kind.END;
            return;
        }
        System.arraycopy(ids, 0, recorder.ids(), 0, ids.length);
        recorder.start(program.root(), point.choices);
        Object outcome = program.execute(recorder);
        recorder.end();
        Point end = recorder.cursor();
        if (end.kind != Point.Kind.OPEN || point.kind == Point.Kind.OPEN && point != end) {
            throw new ModelException(program + " ended where before, having read the same values, it went on ("
                    + recorder.readings()
                    + "): a step or a claim may depend only on what it reads through its view; remove clocks, statics,"
                    + " randomness and identity hashes from it");
        }
        end.kind = Point.Kind.END;
        end.outcome = outcome instanceof Effect effect ? keep(effect, end) : outcome;
        if (program instanceof ClaimProgram claim) {
            noteReads(claim);
        } else if (program instanceof StepProgram step && outcome == null && step.mayRun(cells, ids)) {
            noteWait(step, recorder.allRead());
        }
    }

    private Effect keep(Effect found, Point end) {
        Effect effect = found.numbered(effects.size());
        effects.add(effect);
        noteTaken(effect);
        end.followers = stepWatches(effect)
                .map(watch -> new StepClaimProgram(watch, effect, cells).root())
                .toJavaArray(Point[]::new);
        noteWidths(effect);
        return effect;
    }

    /** Notes that a step was taken by direct execution, and whether the layout still has room. */
    synchronized void noteDirect(Effect effect) {
        noteTaken(effect);
        noteWidths(effect);
    }

    /** Notes that a step had to wait where its actor was, having read these cells. */
    synchronized void noteWait(StepProgram program, BitSet read) {
        usages[program.step().index()].waits(read);
    }

    /** What the code of each step was seen to do, by the index of the step. */
    public synchronized Seq<StepUse> uses() {
        return cells.model().steps().map(step -> usages[step.index()].of(step, takenSteps.get(step.index()), cells));
    }

    private void noteTaken(Effect effect) {
        takenSteps.set(effect.step().index());
        usages[effect.step().index()].takes(effect);
        for (int i = 0; i < effect.cells().length; i++) {
            if (effect.before()[i] != effect.after()[i]) {
                changedCells.set(effect.cells()[i]);
            }
        }
    }

    /**
     * The properties about states of which something was asked, and which have read no cell for the answer. A premise
     * that reads none is in order where what is claimed under it does: it may stand for a rule of the model.
     */
    public synchronized Seq<Property> blind() {
        Seq<Property> seeing = Vector.of(claims)
                .reject(claim -> claimReads[claim.index()].isBlind())
                .map(claim -> claim.watch().property());
        return Vector.of(claims)
                .map(claim -> claim.watch().property())
                .distinct()
                .removeAll(seeing);
    }

    /** Whether some step has changed the value of this cell. */
    public synchronized boolean changed(int cell) {
        return sisters.anyCell(cell, changedCells);
    }

    private void noteWidths(Effect effect) {
        if (!effect.fits(layout)) {
            outgrown = true;
        }
    }

    private void noteReads(ClaimProgram claim) {
        ClaimReads reads = claimReads[claim.index()];
        boolean news = false;
        BitSet whole = recorder.readWhole();
        for (int cell = whole.nextSetBit(0); cell >= 0; cell = whole.nextSetBit(cell + 1)) {
            news |= reads.readsWhole(cell);
        }
        for (Point point : recorder.newLooks()) {
            news |= reads.looks(point);
        }
        if (news) {
            claimReadsVersion.incrementAndGet();
        }
    }

    private void readsAnything(ClaimProgram claim) {
        for (int cell = 0; cell < cells.count(); cell++) {
            claimReads[claim.index()].readsWhole(cell);
        }
        claimReadsVersion.incrementAndGet();
    }

    /** From here on the program's code is executed each time; forests must be planted anew. */
    public synchronized void makeDirect(Program program) {
        program.makeDirect();
        if (program instanceof ClaimProgram claim) {
            readsAnything(claim);
        }
    }

    /** Forgets all tries; what is needed of them is found again. Forests must be planted anew. */
    public synchronized void forget() {
        for (StepProgram step : steps) {
            step.forget();
        }
        for (ClaimProgram claim : claims) {
            claim.forget();
        }
    }

    /** How often the model's step code ran. */
    public synchronized long executions() {
        long sum = 0;
        for (StepProgram step : steps) {
            sum += step.executions();
        }
        return sum;
    }

    /** What a checkpoint has to know of this. No worker may be running. */
    public synchronized Snapshot snapshot() {
        BitSet direct = new BitSet();
        for (StepProgram step : steps) {
            direct.set(step.step().index(), step.direct());
        }
        return new Snapshot(
                layout.widths(),
                near,
                cells.journal().stream().map(Snapshot.Run::of).toList(),
                Arrays.stream(claimReads).map(ClaimReads::cells).toList(),
                takenSteps,
                changedCells,
                direct);
    }

    /**
     * Brings this to where a snapshot was taken, by running the steps of its journal. The initial states have been
     * interned.
     */
    public synchronized void restore(Snapshot snapshot) {
        restored = true;
        for (Snapshot.Run run : snapshot.journal()) {
            int[] ids = recorder.ids();
            for (int i = 0; i < run.readCells().length; i++) {
                ids[run.readCells()[i]] = run.readIds()[i];
            }
            recorder.start(null, run.choices());
            Effect again = steps[run.step()].run(recorder);
            recorder.end();
            if (again == null || !Arrays.equals(again.after(), run.after())) {
                throw new ModelException(
                        steps[run.step()] + " wrote other values than when the checkpoint was made: the"
                                + " model has changed since, or the step is impure; start afresh");
            }
        }
        near = snapshot.near();
        layout = Layout.ofWidths(snapshot.widths(), near);
        for (int claim = 0; claim < claims.length; claim++) {
            snapshot.claimReads().get(claim).stream().forEach(claimReads[claim]::readsWhole);
        }
        takenSteps.or(snapshot.takenSteps());
        changedCells.or(snapshot.changedCells());
        snapshot.direct().stream().forEach(step -> makeDirect(steps[step]));
    }
}
