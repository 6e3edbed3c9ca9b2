package pagelife.specs.mutants;

import io.vavr.Tuple;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;

/**
 * What the claims about a protocol make of its mutants.
 *
 * @param claims the names of the claims that hold of the original, which mutants are put to, among the tasks that were
 *     asked about, and of others that kill some among other tasks
 * @param mutants the mutants, step by step
 * @param missing how many were not judged, since a limit came or the user wanted to stop
 */
public record Mutated(Seq<String> claims, Seq<Judged> mutants, int missing) {
    static Mutated of(Seq<String> claims, Seq<Judged> judged, int all) {
        return new Mutated(claims.appendAll(judged.flatMap(Judged::killers)).distinct(), judged, all - judged.size());
    }

    /** How many have this fate. */
    public int count(Fate fate) {
        return mutants.count(one -> one.fate() == fate);
    }

    /** The killed among those that were killed or survived, from 0 to 1; 1 where there are none. */
    public double score() {
        int killed = count(Fate.KILLED);
        int both = killed + count(Fate.SURVIVED);
        return both == 0 ? 1 : (double) killed / both;
    }

    /** How many mutants each claim kills. */
    public Map<String, Integer> kills() {
        return LinkedHashMap.ofEntries(claims.map(
                claim -> Tuple.of(claim, mutants.count(one -> one.killers().contains(claim)))));
    }
}
