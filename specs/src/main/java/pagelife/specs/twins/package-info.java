/**
 * Twins: a protocol with a bug and the same without it. The rows of the catalogue set rules otherwise than the variants
 * do; each such setting is a {@link pagelife.specs.twins.Switch}, and {@link pagelife.specs.twins.TwinSurvey} shows for
 * each that some claim is broken with it, by a trace that the model's code takes again, and holds without it.
 */
package pagelife.specs.twins;
