/**
 * Claims about the {@linkplain pagelife.models.bench benchmarks}, and the counts and verdicts that other tools agree
 * on.
 */
package pagelife.specs.bench;
