package pagelife.specs.workloads;

import pagelife.checker.result.Finding;
import pagelife.specs.litmus.Litmus;

/**
 * A workload that breaks a claim, and of which nothing can be left out without losing this way to break it.
 *
 * @param programs the programs in one line, tasks apart by {@code |}
 * @param operations how many calls there are
 * @param tasks how many tasks there are
 * @param finding the claim and the shortest trace that breaks it
 * @param reason the step that breaks it, or where those stand who do not get on
 * @param test the workload as a litmus test, with the claim, its length and the run
 */
public record Smallest(String programs, int operations, int tasks, Finding finding, String reason, Litmus test) {}
