package pagelife.checker.property;

import io.vavr.control.Option;
import java.util.function.Predicate;
import pagelife.checker.model.View;

/**
 * A claim about every reachable state.
 *
 * @param name the name
 * @param claim the claim in one sentence
 * @param premise when the claim says anything at all; a premise that no reachable state meets makes the verdict
 *     {@code NEVER_HAPPENS}, so that no claim passes vacuously
 * @param holds the claim, a pure function of what it reads
 * @param sentence how a counterexample is told; see {@link Property#sentence}
 */
public record Invariant(
        String name, String claim, Option<Predicate<View>> premise, Predicate<View> holds, Option<Sentence> sentence)
        implements Property {

    /** A claim whose counterexamples are told by what breaks them. */
    public Invariant(String name, String claim, Option<Predicate<View>> premise, Predicate<View> holds) {
        this(name, claim, premise, holds, Option.none());
    }

    /** A claim without a premise. */
    public static Invariant always(String name, String claim, Predicate<View> holds) {
        return new Invariant(name, claim, Option.none(), holds);
    }

    /** A claim about the states that meet a premise; some state must. */
    public static Invariant whenever(String name, String claim, Predicate<View> premise, Predicate<View> conclusion) {
        return new Invariant(name, claim, Option.some(premise), view -> !premise.test(view) || conclusion.test(view));
    }

    /** A claim that some sums are 0 in every state; cheaper to check than the same put otherwise. */
    public static Invariant balanced(String name, String claim, Balance balance) {
        return always(name, claim, balance);
    }

    /** The same about the states that meet a premise; some state must. */
    public static Invariant balanced(String name, String claim, Predicate<View> premise, Balance balance) {
        return new Invariant(name, claim, Option.some(premise), balance.whenever(premise));
    }

    /** The sums that are 0, if that is the claim. */
    public Option<Balance> balance() {
        return holds instanceof Balance sums ? Option.some(sums) : Option.none();
    }

    /** This claim with words of its own for its counterexamples. */
    @Override
    public Invariant told(Sentence words) {
        return new Invariant(name, claim, premise, holds, Option.some(words));
    }

    @Override
    public Kind kind() {
        return Kind.INVARIANT;
    }

    @Override
    public <R> R accept(Cases<R> cases) {
        return cases.invariant(this);
    }
}
