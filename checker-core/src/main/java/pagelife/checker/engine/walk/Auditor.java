package pagelife.checker.engine.walk;

import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import pagelife.checker.engine.code.Effect;
import pagelife.checker.engine.code.Execution;
import pagelife.checker.engine.code.Memo;
import pagelife.checker.engine.code.StepProgram;
import pagelife.checker.engine.code.Watch;
import pagelife.checker.engine.pack.Layout;
import pagelife.checker.engine.pack.Replay;
import pagelife.checker.model.ModelException;

/**
 * Re-executes the model's own code on some states and compares with what the tries said. A mismatch is an impure step,
 * an impure claim or a mutable value, and a {@link ModelException}. The first states are always among them, so that no
 * model is too small to be audited; then fewer and fewer, down to one in so many.
 */
public final class Auditor {
    /** How many states are audited at the beginning, whatever was asked for: in a tenth of a millisecond each. */
    private static final int FIRST = 20;

    /** The very first are audited so often each: a coin that a step tosses does not fall the same way all the time. */
    private static final int TOSSES = 4;

    /** But not those with more successors: each takes a run of the code, which a step with thousands of them makes dear. */
    private static final int MOST_TOSSED = 256;

    /** After so many more audits the distance between two of them doubles, until it is what was asked for. */
    private static final int PER_DISTANCE = 4;

    /** What is audited. */
    private final Memo memo;
    /** Runs the model's code. */
    private final Execution execution;
    /** Audits claims. */
    private final ClaimAuditor claims;
    /** The distance that was asked for: one state in so many. */
    private final int every;
    /** The state in hand as ids. */
    private final int[] ids;

    private final List<Alarmed> alarmed = new ArrayList<>();
    /** How many states have been audited. */
    private long audited;
    /** The distance now. */
    private int distance = 1;
    /** So many states to the next audit. */
    private int countdown = 1;

    private record Alarmed(Watch watch, int[] ids) {}

    public Auditor(Memo memo, int every) {
        this.memo = memo;
        this.execution = new Execution(memo.cells());
        this.claims = new ClaimAuditor(memo, execution);
        this.every = every;
        this.ids = new int[memo.cells().count()];
    }

    /** Starts over with another layout. */
    public void clear(Layout layout) {
        claims.clear(layout);
    }

    /** Says which watches are still of interest. */
    public void watch(BitSet watches) {
        claims.watch(watches);
    }

    /** Counts one more state explored; whether it is one to audit. */
    boolean due() {
        if (--countdown > 0) {
            return false;
        }
        countdown = next();
        return true;
    }

    /** How many states on the next audit is. */
    private int next() {
        if (every == 0) {
            return audited + 1 < FIRST ? 1 : Integer.MAX_VALUE;
        }
        if (audited + 1 >= FIRST && (audited + 1 - FIRST) % PER_DISTANCE == 0) {
            distance = (int) Math.min(every, 2L * distance);
        }
        return distance;
    }

    /** Counts so many states explored at once, if none of them is to be audited. */
    boolean skip(int states) {
        if (countdown <= states) {
            return false;
        }
        countdown -= states;
        return true;
    }

    /** Notes that a step from the state of these ids has alarmed a watch. */
    public void alarmed(Watch watch, int[] state) {
        alarmed.add(new Alarmed(watch, state));
    }

    /** Forgets those alarms, before other states are explored. */
    void forgetAlarms() {
        alarmed.clear();
    }

    /** Compares what the tries said about a state, successors and answers of claims, with what the code says. */
    void check(long[] packed, int offset, Replay replay) {
        audited++;
        memo.layout().unpack(packed, offset, ids);
        boolean tossed = audited <= TOSSES && replay.count() <= MOST_TOSSED;
        for (int again = tossed ? TOSSES : 1; again > 0; again--) {
            compare(packed, offset, replay);
        }
        if (tossed) {
            Arrays.stream(memo.steps()).forEach(this::requireSteady);
        }
    }

    /** What several steps keep for each other behind the scenes may look right when each runs in its turn. */
    private void requireSteady(StepProgram program) {
        List<Effect> once = execution.effects(program, ids);
        List<Effect> twice = execution.effects(program, ids);
        if (once.size() != twice.size()) {
            throw mismatch(program.toString(), "can do something else when it runs again at once");
        }
        for (int i = 0; i < once.size(); i++) {
            int[] after = Execution.apply(once.get(i), ids);
            unequal(program.toString(), after, Execution.apply(twice.get(i), ids))
                    .forEach(two -> {
                        throw mismatch(program.toString(), two.told());
                    });
        }
    }

    /** The first cell in which two states differ; a value in it that has changed since is a fault of {@code who}. */
    private Option<Unequal> unequal(String who, int[] before, int[] now) {
        int cell = Arrays.mismatch(before, now);
        try {
            return Option.when(
                    cell >= 0,
                    () -> new Unequal(
                            memo.cells().name(cell),
                            memo.cells().domain(cell).value(before[cell]),
                            memo.cells().domain(cell).value(now[cell])));
        } catch (ModelException changed) {
            throw new ModelException(who + ": " + changed.getMessage(), changed);
        }
    }

    private void compare(long[] packed, int offset, Replay replay) {
        BitSet matched = new BitSet(replay.count());
        List<Effect> effects = new ArrayList<>();
        for (StepProgram program : memo.steps()) {
            effects.addAll(execution.effects(program, ids));
        }
        effects.forEach(effect -> match(effect, replay, matched));
        int left = matched.nextClearBit(0);
        if (left < replay.count()) {
            int effect = replay.effect(left);
            throw mismatch(effect < 0 ? "a step" : name(memo.effect(effect)), "was possible before and is not now");
        }
        claims.checkState(packed, offset, ids);
        claims.checkSteps(effects, alarmedHere(), ids);
    }

    private BitSet alarmedHere() {
        BitSet watches = new BitSet();
        for (Alarmed each : alarmed) {
            if (Arrays.equals(each.ids, ids)) {
                watches.set(each.watch.index());
            }
        }
        return watches;
    }

    private void match(Effect effect, Replay replay, BitSet matched) {
        Layout layout = memo.layout();
        long[] expected = new long[layout.words()];
        int[] after = Execution.apply(effect, ids);
        for (int cell = 0; cell < after.length; cell++) {
            if (!layout.fits(cell, after[cell])) {
                throw mismatch(effect, after, replay, matched);
            }
        }
        layout.pack(after, expected, 0);
        for (int i = matched.nextClearBit(0); i < replay.count(); i = matched.nextClearBit(i + 1)) {
            int kept = replay.effect(i);
            if ((kept < 0 || memo.effect(kept).step() == effect.step())
                    && Arrays.equals(replay.successor(i), expected)) {
                matched.set(i);
                return;
            }
        }
        throw mismatch(effect, after, replay, matched);
    }

    /** Compared with what the same step did before, if it did anything that nobody has done again. */
    private ModelException mismatch(Effect effect, int[] after, Replay replay, BitSet matched) {
        for (int i = matched.nextClearBit(0); i < replay.count(); i = matched.nextClearBit(i + 1)) {
            int kept = replay.effect(i);
            if (kept >= 0 && memo.effect(kept).step() == effect.step()) {
                int[] before = new int[after.length];
                memo.layout().unpack(replay.successor(i), 0, before);
                Option<Unequal> two = unequal(name(effect), before, after);
                if (two.isDefined()) {
                    return mismatch(name(effect), two.get().told());
                }
            }
        }
        return mismatch(name(effect), "does something else now than when it ran first");
    }

    private static String name(Effect effect) {
        return "actor " + effect.step().actor() + ", step " + effect.step().label();
    }

    /** A value that has changed explains any mismatch, and better. */
    private ModelException mismatch(String who, String what) {
        try {
            memo.cells().requireUnchanged();
        } catch (ModelException changed) {
            return new ModelException(who + ": " + changed.getMessage());
        }
        int[] all = new int[ids.length];
        Arrays.setAll(all, cell -> cell);
        return new ModelException(
                who + " " + what + ", in the state " + memo.cells().show(all, all.length, ids)
                        + ": a step may depend only on what it reads through its view, and values must be immutable;"
                        + " remove"
                        + " clocks, statics, randomness and mutable fields");
    }

    /** How many states were audited. */
    public long audited() {
        return audited;
    }
}
