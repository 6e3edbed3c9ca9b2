package pagelife.checker.ltl;

import java.util.function.Predicate;
import pagelife.checker.model.Model;
import pagelife.checker.model.View;

/**
 * A claim about a state that was written down. Two are equal when they say the same of the same model.
 */
public final class Stated implements Predicate<View> {
    private final Model model;
    private final String text;
    private final Predicate<View> holds;

    /**
     * A claim.
     *
     * @param text how it is written, in a form that can be read again
     */
    public Stated(Model model, String text, Predicate<View> holds) {
        this.model = model;
        this.text = text;
        this.holds = holds;
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
