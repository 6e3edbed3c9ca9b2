/**
 * Claims about {@linkplain pagelife.models.fsdax FS-DAX}, and the verdicts we expect.
 *
 * <ul>
 *   <li>{@link pagelife.specs.fsdax.Ghosts}: who holds what in a state, read off PTEs and controls.
 *   <li>{@link pagelife.specs.fsdax.Safety}: INV-1 to INV-7, about every state.
 *   <li>{@link pagelife.specs.fsdax.Actions}: INV-5 and ACT-1 to ACT-5, about every step.
 *   <li>{@link pagelife.specs.fsdax.Progress}: nobody sleeps or waits for what will not come.
 *   <li>{@link pagelife.specs.fsdax.Witnesses}: what must be possible, so that nothing holds since nothing happens.
 *   <li>{@link pagelife.specs.fsdax.FsdaxSpecs}: the table of expected verdicts, row by row.
 * </ul>
 */
package pagelife.specs.fsdax;
