package pagelife.specs.sweep;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.checker.explain.Explainer;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Model;
import pagelife.checker.result.Result;
import pagelife.checker.result.Stop;
import pagelife.checker.result.Verdict;
import pagelife.models.Settings;
import pagelife.specs.Size;

/**
 * What came out with some bounds set higher.
 *
 * @param bounds the bounds that are raised
 * @param size how large the space is; empty when a limit came first, or no claim was left to ask
 * @param asked how many claims were asked: those that no smaller raise breaks
 * @param broken the claims that hold within smaller bounds and are broken here, the shortest run first
 * @param open the claims that a limit left undecided, by name
 * @param used whether some actor or cell that the bounds add makes a difference; true where that is not known
 * @param impossible why there is no such protocol; empty where there is one
 */
public record Raised(
        Settings bounds,
        Option<Size> size,
        int asked,
        Seq<Flip> broken,
        Seq<String> open,
        boolean used,
        Option<String> impossible) {

    /**
     * What a check came to.
     *
     * @param smaller the model within the bounds as they were
     * @param before its size
     */
    static Raised of(Settings bounds, Model smaller, Option<Size> before, Result result) {
        Explainer explainer = new Explainer(result.model());
        Seq<Flip> broken = result.findings()
                .filter(finding -> finding.verdict() == Verdict.VIOLATED)
                .map(finding -> Flip.of(finding, explainer))
                .sortBy(Flip::length);
        Seq<String> open = result.findings()
                .filter(finding -> finding.verdict() == Verdict.UNDECIDED)
                .map(finding -> finding.property().name());
        boolean whole = result.stop() == Stop.COMPLETE;
        Option<Size> size = Option.when(
                whole, () -> new Size(result.counts().states(), result.counts().transitions()));
        return new Raised(
                bounds,
                size,
                result.findings().size(),
                broken,
                open,
                !whole || !size.equals(before) || isUsed(smaller, result),
                Option.none());
    }

    /** No such protocol can be built. */
    static Raised impossible(Settings bounds, String why) {
        return new Raised(bounds, Option.none(), 0, Vector.empty(), Vector.empty(), true, Option.some(why));
    }

    /** Nothing was left to ask: every claim is broken within smaller bounds. */
    static Raised pointless(Settings bounds) {
        return new Raised(bounds, Option.none(), 0, Vector.empty(), Vector.empty(), true, Option.none());
    }

    /**
     * Whether what a larger model has beside a smaller one does anything: no, if all of it is cells, and no step of any
     * run changes one. Every state of it must have been seen.
     */
    public static boolean isUsed(Model smaller, Result larger) {
        Seq<String> known = smaller.cells().map(Cell::name);
        Seq<String> idle = larger.vacuity().cellsNeverChanged().map(Cell::name);
        Seq<String> added = larger.model().cells().map(Cell::name).removeAll(known);
        boolean actors = larger.model().actors().size() != smaller.actors().size();
        return actors || added.isEmpty() || !idle.containsAll(added);
    }

    /** Whether the space was seen whole, or every claim that was asked has its answer. */
    public boolean isDecided() {
        return impossible.isDefined() || open.isEmpty();
    }
}
