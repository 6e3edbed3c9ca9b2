/**
 * What people said in five mail threads about pages of devices, each statement put to the test.
 *
 * <ul>
 *   <li>{@link pagelife.specs.threads.Claim}: a statement in our words, who made it, the experiments, the answer.
 *   <li>{@link pagelife.specs.threads.Experiment}: something to be checked or reckoned, and what the statement predicts
 *       of it; {@link pagelife.specs.threads.Stage} says which kernels it speaks of.
 *   <li>{@link pagelife.specs.threads.Answer}: true, false, true until a version, true of a proposal only. It follows
 *       from what the experiments show, and from nothing else.
 *   <li>{@link pagelife.specs.threads.Threads}: all statements, thread by thread.
 *   <li>{@link pagelife.specs.threads.Laboratory}: runs experiments, those on one protocol in one search.
 *   <li>{@link pagelife.specs.threads.Answered}: a claim after its experiments.
 * </ul>
 */
package pagelife.specs.threads;
