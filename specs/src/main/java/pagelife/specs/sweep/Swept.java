package pagelife.specs.sweep;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import pagelife.models.Settings;
import pagelife.specs.Size;

/**
 * What a sweep came to.
 *
 * @param size how large the space is within the bounds as they are; empty when a limit came before all of it was seen
 * @param holding the claims that hold there, by name
 * @param others the claims that do not, by name: nothing more is asked of them
 * @param raised what came out with each raise that was tried, in that order
 * @param waiting the raises that were not tried since the time was up, the next one first
 */
public record Swept(
        Option<Size> size, Seq<String> holding, Seq<String> others, Seq<Raised> raised, Seq<Settings> waiting) {

    /** Whether a claim that holds is broken by a raise. */
    public boolean isRefuted() {
        return raised.exists(one -> !one.broken().isEmpty());
    }

    /** Whether each raise was tried, and each claim has its answer. */
    public boolean isWhole() {
        return size.isDefined() && waiting.isEmpty() && raised.forAll(Raised::isDecided);
    }
}
