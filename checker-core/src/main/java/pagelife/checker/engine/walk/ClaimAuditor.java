package pagelife.checker.engine.walk;

import java.util.BitSet;
import java.util.List;
import pagelife.checker.engine.code.ClaimProgram;
import pagelife.checker.engine.code.Effect;
import pagelife.checker.engine.code.Execution;
import pagelife.checker.engine.code.Memo;
import pagelife.checker.engine.code.StepClaimProgram;
import pagelife.checker.engine.code.Watch;
import pagelife.checker.engine.pack.Layout;
import pagelife.checker.model.ModelException;

/** Asks the claims about a state once more, past their tries, and compares. A mismatch is an impure claim. */
final class ClaimAuditor {
    /** The claims. */
    private final Memo memo;
    /** Runs the claims' own code. */
    private final Execution execution;
    /** Answers them from tries. */
    private final ClaimWalker walker;
    /** The watches that the walker has seen something for, by index. */
    private final BitSet seen = new BitSet();
    /** The watches of interest, by index. */
    private BitSet open = new BitSet();

    ClaimAuditor(Memo memo, Execution execution) {
        this.memo = memo;
        this.execution = execution;
        this.walker = new ClaimWalker(memo, (watch, packed, offset) -> seen.set(watch.index()));
    }

    void clear(Layout layout) {
        walker.clear(layout);
    }

    void watch(BitSet watches) {
        open = watches;
        walker.watch(watches);
    }

    /** Compares the answers about the state of {@code ids}, which is packed as given. */
    void checkState(long[] packed, int offset, int[] ids) {
        seen.clear();
        walker.checkAll(packed, offset);
        for (ClaimProgram claim : memo.claims()) {
            Watch watch = claim.watch();
            if (watch.role() != Watch.Role.DEADLOCK && open.get(watch.index())) {
                compare(claim, seen.get(watch.index()), execution.outcome(claim, ids) != null, ids);
                requireUnseen(claim, ids);
            }
        }
    }

    /** What a state shows was seen when it was found, at the latest; then nobody looks for it any more. */
    private void requireUnseen(ClaimProgram claim, int[] ids) {
        if (seen.get(claim.watch().index())) {
            throw mismatch(claim.toString(), ids);
        }
    }

    /**
     * Compares the answers about all steps from the state of {@code ids}: which watches any of them has alarmed, of
     * those that are of interest.
     */
    void checkSteps(List<Effect> effects, BitSet alarmed, int[] ids) {
        for (Watch watch : memo.stepWatches().filter(each -> open.get(each.index()))) {
            boolean now = false;
            for (Effect effect : effects) {
                now |= execution.outcome(new StepClaimProgram(watch, effect, memo.cells()), ids) != null;
            }
            if (now != alarmed.get(watch.index())) {
                throw mismatch("property " + watch.property().name(), ids);
            }
        }
    }

    private void compare(ClaimProgram claim, boolean before, boolean now, int[] ids) {
        if (before != now) {
            throw mismatch(claim.toString(), ids);
        }
    }

    private ModelException mismatch(String claim, int[] ids) {
        return new ModelException(claim + " answers otherwise now than when it ran first, in the state "
                + memo.cells().box(ids) + ": a claim may depend only on what it reads through its view; remove clocks,"
                + " statics, randomness and identity hashes. Or a step changed the object that it had read: a step makes a new"
                + " value and writes that");
    }
}
