package pagelife.checker.property;

import io.vavr.control.Option;
import pagelife.checker.ltl.Assumptions;
import pagelife.checker.ltl.Formula;
import pagelife.checker.model.ModelException;

/**
 * A claim about every fair run.
 *
 * @param name the name
 * @param claim the claim in one sentence
 * @param formula the claim
 * @param premise when the claim says anything at all; a premise that no run meets makes the verdict
 *     {@code NEVER_HAPPENS}
 * @param fairness the fairness under which it is claimed, instead of what the model declares
 * @param sentence how a counterexample is told; see {@link Property#sentence}
 */
public record Temporal(
        String name,
        String claim,
        Formula formula,
        Option<Formula> premise,
        Option<Assumptions> fairness,
        Option<Sentence> sentence)
        implements Property {

    /** A claim; a {@link ModelException} if a formula is too large to be checked. */
    public Temporal {
        requireModest(name, formula);
        premise.forEach(condition -> requireModest(name, condition));
    }

    private static void requireModest(String name, Formula formula) {
        if (!formula.isModest()) {
            throw new ModelException("property " + name + ": a formula may have at most " + Formula.MOST_OPERATORS
                    + " operators; split it into several properties");
        }
    }

    /** A claim under the fairness of the model; if it is of the form "always, when ..., then ...", with its premise. */
    public static Temporal of(String name, String claim, Formula formula) {
        boolean conditional = formula instanceof Formula.Always always && always.operand() instanceof Formula.Implies;
        Option<Formula> premise = conditional
                ? Option.some(((Formula.Implies) ((Formula.Always) formula).operand()).left())
                : Option.none();
        return new Temporal(name, claim, formula, premise, Option.none(), Option.none());
    }

    /** This claim under other fairness. */
    public Temporal under(Assumptions assumptions) {
        return new Temporal(name, claim, formula, premise, Option.some(assumptions), sentence);
    }

    /** This claim with another premise. */
    public Temporal given(Formula condition) {
        return new Temporal(name, claim, formula, Option.some(condition), fairness, sentence);
    }

    /** This claim with words of its own for its counterexamples. */
    @Override
    public Temporal told(Sentence words) {
        return new Temporal(name, claim, formula, premise, fairness, Option.some(words));
    }

    @Override
    public Kind kind() {
        return Kind.TEMPORAL;
    }

    @Override
    public <R> R accept(Cases<R> cases) {
        return cases.temporal(this);
    }

    @Override
    public Option<Temporal> aboutRuns() {
        return Option.some(this);
    }
}
