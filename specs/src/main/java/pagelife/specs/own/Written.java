package pagelife.specs.own;

import java.util.function.Predicate;
import pagelife.checker.ltl.Formula;
import pagelife.checker.ltl.FormulaParser;
import pagelife.checker.ltl.SyntaxError;
import pagelife.checker.ltl.Vocabulary;
import pagelife.checker.model.ModelException;
import pagelife.checker.model.View;
import pagelife.checker.property.Invariant;
import pagelife.checker.property.Property;
import pagelife.checker.property.Temporal;

/** Claims that are written as text. */
final class Written {
    private Written() {}

    static Property invariant(String name, String claim, String expression, Vocabulary words) {
        Predicate<View> holds =
                FormulaParser.parseState(expression, words).getOrElseThrow(error -> misread(name, error));
        return Invariant.always(name, claim, holds);
    }

    static Property temporal(String name, String claim, String formula, Vocabulary words) {
        Formula read = FormulaParser.parseRuns(formula, words).getOrElseThrow(error -> misread(name, error));
        return Temporal.of(name, claim, read);
    }

    private static ModelException misread(String name, SyntaxError error) {
        return new ModelException(
                "claim " + name + ", " + error.sentence() + "\n  " + error.excerpt() + "\n  " + error.caret());
    }
}
