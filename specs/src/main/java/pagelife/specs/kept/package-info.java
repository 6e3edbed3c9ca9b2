/**
 * Runs that were kept, executed again by the model's code: {@link pagelife.specs.kept.Retrace} takes the steps of a run
 * in a protocol as far as they can be taken, {@link pagelife.specs.kept.Retraced} says what became of it,
 * {@link pagelife.specs.kept.KeptTest} is a file with such runs.
 */
package pagelife.specs.kept;
