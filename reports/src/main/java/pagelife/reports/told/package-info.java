/**
 * What is told of one check, whatever report it stands in: trees of {@linkplain pagelife.reports.told.Part parts}. It
 * knows nothing of commands, of what was expected, and of how it is written.
 *
 * <ul>
 *   <li>{@link pagelife.reports.told.ToldFinding}: the answer to a property, with its
 *       {@link pagelife.reports.told.Fact}s, its {@link pagelife.reports.told.ToldTrace} of
 *       {@link pagelife.reports.told.ToldStep}s, and the short {@link pagelife.reports.told.ToldStory}.
 *   <li>{@link pagelife.reports.told.ToldLedger}, {@link pagelife.reports.told.ToldSleeper},
 *       {@link pagelife.reports.told.ToldWait}: who holds what, who sleeps, who waits, and why.
 *   <li>{@link pagelife.reports.told.ToldFairness}, {@link pagelife.reports.told.ToldVacuity},
 *       {@link pagelife.reports.told.ToldCheckpoints}: what the answer rests on, what never happened, what was kept.
 *   <li>{@link pagelife.reports.told.Changes} and {@link pagelife.reports.told.Shown}: cells and values as they are
 *       printed.
 * </ul>
 */
package pagelife.reports.told;
