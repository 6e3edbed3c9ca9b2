package pagelife.reports.outcome;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import pagelife.checker.ltl.Assumptions;
import pagelife.checker.ltl.Formula;
import pagelife.checker.ltl.FormulaParser;
import pagelife.checker.ltl.SyntaxError;
import pagelife.checker.ltl.Vocabulary;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelException;
import pagelife.checker.property.Invariant;
import pagelife.checker.property.Property;
import pagelife.checker.property.Temporal;
import pagelife.checker.search.More;
import pagelife.checker.search.Options;
import pagelife.specs.Subject;

/** Formulas and fairness as users write them. */
public final class Formulae {
    private Formulae() {}

    /**
     * The claim that a formula makes.
     *
     * @throws Misasked where it is none
     */
    public static Property property(String text, Vocabulary words) {
        String line = line(text);
        Formula formula = FormulaParser.parseRuns(line, words).getOrElseThrow(error -> misread("--ltl", error));
        return Temporal.of(line, "the formula holds on every fair run", formula);
    }

    /**
     * The claim that something is so in every state.
     *
     * @throws Misasked where the text does not say what
     */
    public static Property invariant(String text, Vocabulary words) {
        String line = line(text);
        return Invariant.always(
                line,
                "the expression is true in every state",
                FormulaParser.parseState(line, words).getOrElseThrow(error -> misread("--invariant", error)));
    }

    /**
     * What is wanted beside the usual counterexamples.
     *
     * @throws Misasked where the text does not say what a state is to be like
     */
    static More more(Others others, Vocabulary words) {
        String line = line(others.through());
        return new More(
                others.more(),
                Option.when(
                        !line.isEmpty(),
                        () -> new Formula.Proposition(
                                line,
                                FormulaParser.parseState(line, words)
                                        .getOrElseThrow(error -> misread("--through", error)))));
    }

    private static String line(String text) {
        return text.replaceAll("\\s", " ");
    }

    /** The error in one line, then the text and a caret. */
    private static Misasked misread(String option, SyntaxError error) {
        return new Misasked(option + ", " + error.sentence() + "\n  " + error.excerpt() + "\n  " + error.caret());
    }

    /**
     * How to search, with the fairness asked for, or else that of what is checked.
     *
     * @throws Misasked where the texts are no fairness, or none of this model
     */
    public static Options withFairness(Seq<String> texts, Options options, Subject subject, Model model) {
        if (texts.isEmpty()) {
            return subject.fairness().map(options::withFairness).getOrElse(options);
        }
        Assumptions assumptions =
                Assumptions.parse(texts.mkString(",")).getOrElseThrow(wrong -> new Misasked("--fairness: " + wrong));
        try {
            assumptions.in(model);
        } catch (ModelException e) {
            throw new Misasked("--fairness: " + e.getMessage());
        }
        return options.withFairness(assumptions);
    }
}
