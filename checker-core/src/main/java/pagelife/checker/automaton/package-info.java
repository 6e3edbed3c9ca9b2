/** From formulas of temporal logic to automata: {@link pagelife.checker.automaton.Translation}. */
package pagelife.checker.automaton;
