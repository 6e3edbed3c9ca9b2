package pagelife.specs.mutants;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/**
 * A mutant and what became of it.
 *
 * @param mutant the mutant
 * @param fate what became of it
 * @param killers the names of the claims that hold of the original and not of it
 * @param shortest the steps of the shortest trace that breaks one of them
 * @param scene the tasks among which it was killed; empty for those that were asked about, or where it was not killed
 * @param remark why it is invalid, or a limit that came first; empty otherwise
 */
public record Judged(
        Mutant mutant, Fate fate, Seq<String> killers, Option<Integer> shortest, String scene, String remark) {
    /** One that no claim notices. */
    static Judged unnoticed(Mutant mutant, Fate fate, String remark) {
        return new Judged(mutant, fate, Vector.empty(), Option.none(), "", remark);
    }

    /** This one, known to have been killed among other tasks. */
    Judged in(String other) {
        return new Judged(mutant, fate, killers, shortest, other, remark);
    }
}
