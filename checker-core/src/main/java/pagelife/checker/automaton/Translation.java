package pagelife.checker.automaton;

import pagelife.checker.ltl.Formula;

/**
 * From formulas to automata, within limits: {@value Tableau#MOST_STATES} states, {@value Tableau#MOST_EDGES} edges, and
 * 64 different propositions and untils. A formula beyond them is {@link TooLarge}.
 *
 * <p>A translation may take as many steps as it is allowed to; the {@code patience} handed in is run now and then, and
 * what it throws ends the translation.
 */
public final class Translation {
    private Translation() {}

    /** An automaton that accepts exactly the runs of which {@code formula} is true. */
    public static Automaton accepting(Formula formula, Runnable patience) {
        return of(NormalForm.of(formula, true), patience);
    }

    /** An automaton that accepts exactly the runs of which {@code formula} is false. */
    public static Automaton rejecting(Formula formula, Runnable patience) {
        return of(NormalForm.of(formula, false), patience);
    }

    private static Automaton of(Formula normal, Runnable patience) {
        Tableau tableau = new Tableau(normal, patience);
        return new Reduction(tableau.edges(), tableau.marks(), patience).automaton(tableau.atoms());
    }
}
