/**
 * Bugs of the field: public reports and fixes of reference counts, teardowns and wake-ups, each written down as a study
 * from its source, the broken protocol beside the fixed one. {@link pagelife.specs.field.FieldSpecs} makes a shelf of
 * them. How long a counterexample is depends on the grain of the steps; whether there is one does not.
 */
package pagelife.specs.field;
