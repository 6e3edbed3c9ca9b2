package pagelife.checker.ltl;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.util.function.Predicate;
import pagelife.checker.model.Model;
import pagelife.checker.model.Unasked;
import pagelife.checker.model.View;

/**
 * A claim about a state that was written down. Two are equal when they say the same of the same model.
 */
public final class Stated implements Predicate<View>, Unasked {
    private final Model model;
    private final String text;
    private final Predicate<View> holds;
    private final Seq<Unasked> parts;

    /**
     * A claim.
     *
     * @param text how it is written, in a form that can be read again
     * @param made what it is made of
     */
    Stated(Model model, String text, Predicate<View> holds, Seq<Formula> made) {
        this(
                model,
                text,
                made.flatMap(Formula::propositions)
                        .map(Formula.Proposition::holds)
                        .filter(Unasked.class::isInstance)
                        .map(Unasked.class::cast),
                holds);
    }

    private Stated(Model model, String text, Seq<Unasked> parts, Predicate<View> holds) {
        this.model = model;
        this.text = text;
        this.holds = holds;
        this.parts = parts;
    }

    @Override
    public Stated negate() {
        return new Stated(model, "!(" + text + ")", parts, holds.negate());
    }

    @Override
    public Stated and(Predicate<? super View> other) {
        return new Stated(model, "(" + text + ") && " + other, parts, holds.and(other));
    }

    @Override
    public Stated or(Predicate<? super View> other) {
        return new Stated(model, "(" + text + ") || " + other, parts, holds.or(other));
    }

    /** How it is written. */
    public String text() {
        return text;
    }

    @Override
    public boolean test(View view) {
        return holds.test(view);
    }

    @Override
    public Option<String> unasked() {
        return parts.flatMap(Unasked::unasked).headOption();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Stated stated && model == stated.model && text.equals(stated.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
