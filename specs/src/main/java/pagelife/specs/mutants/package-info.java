/**
 * Mutants of a protocol: small mistakes put into one step each, to see which claims notice. A
 * {@link pagelife.specs.mutants.Sketch} looks at what the steps of a model do and lists the mistakes that can be made
 * in them, a {@link pagelife.specs.mutants.Mutant} each; {@link pagelife.specs.mutants.Tampering} puts one in while the
 * model is declared; {@link pagelife.specs.mutants.MutantSurvey} asks the claims, and tells who was noticed.
 *
 * <p>A claim that no mutant breaks says nothing that could be wrong; a mutant that breaks no claim is equal to the
 * original, or shows what nobody claims.
 */
package pagelife.specs.mutants;
