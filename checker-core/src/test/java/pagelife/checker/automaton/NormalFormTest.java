package pagelife.checker.automaton;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pagelife.checker.liveness.Fixture;
import pagelife.checker.ltl.Formula;
import pagelife.checker.ltl.Formulas;

class NormalFormTest {
    private static int distinctParts(Formula formula) {
        Set<Formula> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Formula> open = new ArrayDeque<>(List.of(formula));
        while (!open.isEmpty()) {
            Formula next = open.pop();
            if (seen.add(next)) {
                operands(next).forEach(open::push);
            }
        }
        return seen.size();
    }

    private static List<Formula> operands(Formula formula) {
        if (formula instanceof Formula.And f) {
            return List.of(f.left(), f.right());
        }
        if (formula instanceof Formula.Or f) {
            return List.of(f.left(), f.right());
        }
        if (formula instanceof Formula.Until f) {
            return List.of(f.left(), f.right());
        }
        if (formula instanceof Formula.Release f) {
            return List.of(f.left(), f.right());
        }
        if (formula instanceof Formula.Next f) {
            return List.of(f.operand());
        }
        return formula instanceof Formula.Not f ? List.of(f.operand()) : List.of();
    }

    private static Formula chain(int links, BinaryOperator<Formula> operator) {
        Formula chain = Fixture.formula("X X q");
        Formula link = Fixture.formula("p");
        for (int i = 0; i < links; i++) {
            link = Formulas.next(link);
            chain = operator.apply(link, chain);
        }
        return chain;
    }

    /** One more link is one more {@code X}, and for an equivalence both signs of it and of the rest: 2 + 6 parts. */
    @Test
    void aChainOfEquivalencesHasAsManyPartsAsItIsLong() {
        int forty = distinctParts(NormalForm.of(chain(40, Formula::iff), true));
        int eighty = distinctParts(NormalForm.of(chain(80, Formula::iff), true));
        assertEquals(40 * 8, eighty - forty);
    }

    /** One more link is one more {@code X}, {@code ||} and {@code R}, though its right side is meant twice. */
    @Test
    void aChainOfWeakUntilsHasAsManyPartsAsItIsLong() {
        int forty = distinctParts(NormalForm.of(chain(40, Formula::weakUntil), true));
        int eighty = distinctParts(NormalForm.of(chain(80, Formula::weakUntil), true));
        assertEquals(40 * 3, eighty - forty);
    }

    @Test
    void equalPartsAreOneObject() {
        Formula.And both = (Formula.And) NormalForm.of(Fixture.formula("X (p U q) && (p || X (p U q))"), true);
        assertSame(both.left(), ((Formula.Or) both.right()).right());
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "<>[](p U q), true U (false R (p U q))",
        "[]<>(p R q), false R (true U (p R q))",
        "<>[]<>p, false R (true U p)",
        "[]<>[]p, true U (false R p)",
        "<>(q U (p R q)), true U (q U (p R q))",
        "p U (p U q), p U q",
        "q U (p U q), q U (p U q)",
        "p <-> p, true",
        "p <-> !p, false"
    })
    void whatIsSimplifiedAndWhatIsNot(String text, String normal) {
        assertEquals(
                Fixture.formula(normal).toString(),
                NormalForm.of(Fixture.formula(text), true).toString());
    }
}
