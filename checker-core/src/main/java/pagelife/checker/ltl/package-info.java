/**
 * The language of claims in text: expressions over states, and temporal logic over them.
 *
 * <ul>
 *   <li>{@link pagelife.checker.ltl.Formula}: a formula about runs, made by {@link pagelife.checker.ltl.Formulas} or
 *       read by {@link pagelife.checker.ltl.FormulaParser}, which has the grammar.
 *   <li>{@code TermParser} reads the sides of comparisons into {@code Term}s, which have a {@code Type} before there is
 *       a state; {@code Domains} are what quantifiers range over; {@code Statement} is a formula that one state
 *       decides, and {@link pagelife.checker.ltl.Stated} the claim that it makes.
 *   <li>{@link pagelife.checker.ltl.Vocabulary}: the words, of a model and of whoever knows it.
 *   <li>{@link pagelife.checker.ltl.Assumptions}: the fairness under which a model has a formula.
 * </ul>
 */
package pagelife.checker.ltl;
