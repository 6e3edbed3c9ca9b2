package pagelife.specs.mutants;

import io.vavr.collection.Seq;
import io.vavr.control.Option;

/**
 * A mutant and what became of it.
 *
 * @param mutant the mutant
 * @param fate what became of it
 * @param killers the names of the claims that hold of the original and not of it
 * @param shortest the steps of the shortest trace that breaks one of them
 * @param remark why it is invalid; empty otherwise
 */
public record Judged(Mutant mutant, Fate fate, Seq<String> killers, Option<Integer> shortest, String remark) {}
