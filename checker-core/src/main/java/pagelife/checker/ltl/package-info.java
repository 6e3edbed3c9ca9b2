/**
 * Temporal logic: {@link pagelife.checker.ltl.Formula formulas} about runs, made by {@link pagelife.checker.ltl.Formulas} or
 * read from text by {@link pagelife.checker.ltl.FormulaParser}; and the {@link pagelife.checker.ltl.Assumptions fairness} under
 * which a model has them.
 */
package pagelife.checker.ltl;
