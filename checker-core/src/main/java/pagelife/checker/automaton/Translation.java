package pagelife.checker.automaton;

import pagelife.checker.ltl.Formula;

/** From formulas to automata. */
public final class Translation {
    private Translation() {}

    /** An automaton that accepts exactly the runs of which {@code formula} is true. */
    public static Automaton accepting(Formula formula) {
        return of(NormalForm.of(formula, true));
    }

    /** An automaton that accepts exactly the runs of which {@code formula} is false. */
    public static Automaton rejecting(Formula formula) {
        return of(NormalForm.of(formula, false));
    }

    private static Automaton of(Formula normal) {
        Tableau tableau = new Tableau(normal);
        return new Reduction(tableau.edges(), tableau.marks()).automaton(tableau.atoms());
    }
}
