package pagelife.checker.ltl;

import io.vavr.collection.Seq;
import java.util.function.Predicate;
import pagelife.checker.model.Step;
import pagelife.checker.model.View;

/**
 * A formula of linear temporal logic about the runs of a model (Pnueli, FOCS 1977; future operators only).
 *
 * <p>A run is a sequence of states with the step taken from each. A formula is true or false at a position of a run; a
 * model has it when it is true at the start of every run that its fairness admits. A run may end in a state in which
 * nothing is owed to anybody, a state in which no step is possible among them; from there on that state is repeated for
 * ever and no step is taken.
 *
 * <p>Made by {@link Formulas} and by {@link FormulaParser}; {@code toString} gives text that the parser reads back.
 */
public sealed interface Formula {
    /**
     * How many operators a formula may have that is to be checked, one used twice counted twice: whatever walks over a
     * formula does so by recursion, two or three calls for each operator, far from the end of a stack of 1 MB.
     */
    int MOST_OPERATORS = 500;

    /** A formula that looks at one position only: at its state and at the step taken from it. */
    sealed interface Atom extends Formula permits Proposition, Taken, Enabled {
        /** The name as it is written in text. */
        String name();
    }

    /** True or false everywhere. */
    record Constant(boolean value) implements Formula {
        @Override
        public String toString() {
            return Boolean.toString(value);
        }
    }

    /**
     * A claim about the state at a position.
     *
     * @param holds a pure function of what it reads
     */
    record Proposition(String name, Predicate<View> holds) implements Atom {
        @Override
        public String toString() {
            return Spelling.of(this);
        }
    }

    /** One of these steps is taken at this position. */
    record Taken(String name, Seq<Step> steps) implements Atom {
        @Override
        public String toString() {
            return Spelling.of(this);
        }
    }

    /** One of these steps is possible in the state at this position. */
    record Enabled(String name, Seq<Step> steps) implements Atom {
        @Override
        public String toString() {
            return Spelling.of(this);
        }
    }

    /** The contrary. */
    record Not(Formula operand) implements Formula {
        @Override
        public String toString() {
            return Spelling.of(this);
        }
    }

    /** Both. */
    record And(Formula left, Formula right) implements Formula {
        @Override
        public String toString() {
            return Spelling.of(this);
        }
    }

    /** One or both. */
    record Or(Formula left, Formula right) implements Formula {
        @Override
        public String toString() {
            return Spelling.of(this);
        }
    }

    /** The right one, should the left one be true. */
    record Implies(Formula left, Formula right) implements Formula {
        @Override
        public String toString() {
            return Spelling.of(this);
        }
    }

    /** Both or neither. */
    record Iff(Formula left, Formula right) implements Formula {
        @Override
        public String toString() {
            return Spelling.of(this);
        }
    }

    /** True at the next position. */
    record Next(Formula operand) implements Formula {
        @Override
        public String toString() {
            return Spelling.of(this);
        }
    }

    /** True from here on. */
    record Always(Formula operand) implements Formula {
        @Override
        public String toString() {
            return Spelling.of(this);
        }
    }

    /** True here or at some later position. */
    record Eventually(Formula operand) implements Formula {
        @Override
        public String toString() {
            return Spelling.of(this);
        }
    }

    /** The right one becomes true in the end, and the left one is true at every position before. */
    record Until(Formula left, Formula right) implements Formula {
        @Override
        public String toString() {
            return Spelling.of(this);
        }
    }

    /** The left one is true forever, or until the right one is. */
    record WeakUntil(Formula left, Formula right) implements Formula {
        @Override
        public String toString() {
            return Spelling.of(this);
        }
    }

    /** The right one is true forever, or up to and including a position where the left one is. */
    record Release(Formula left, Formula right) implements Formula {
        @Override
        public String toString() {
            return Spelling.of(this);
        }
    }

    /** The claims about one state that it is made of, each once, from left to right. */
    default Seq<Proposition> propositions() {
        return atoms().filter(Proposition.class::isInstance).map(Proposition.class::cast);
    }

    /** The atoms it is made of, each once, from left to right. */
    default Seq<Atom> atoms() {
        return Parts.atoms(this).distinct();
    }

    /** Whether it has no more than {@value #MOST_OPERATORS} operators; looks at no more than that. */
    default boolean isModest() {
        return Parts.hasAtMost(MOST_OPERATORS, this);
    }

    /** This and {@code other}. */
    default Formula and(Formula other) {
        return new And(this, other);
    }

    /** This or {@code other}. */
    default Formula or(Formula other) {
        return new Or(this, other);
    }

    /** This implies {@code other}, at this position. */
    default Formula implies(Formula other) {
        return new Implies(this, other);
    }

    /** This if and only if {@code other}. */
    default Formula iff(Formula other) {
        return new Iff(this, other);
    }

    /** This until {@code other}, which happens. */
    default Formula until(Formula other) {
        return new Until(this, other);
    }

    /** This until {@code other}, or forever. */
    default Formula weakUntil(Formula other) {
        return new WeakUntil(this, other);
    }

    /** {@code other} forever, or up to and including a position where this is true. */
    default Formula release(Formula other) {
        return new Release(this, other);
    }

    /** Whenever this is true, {@code other} is true then or later. */
    default Formula leadsTo(Formula other) {
        return new Always(new Implies(this, new Eventually(other)));
    }
}
