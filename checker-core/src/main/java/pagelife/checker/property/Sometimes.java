package pagelife.checker.property;

import io.vavr.control.Option;
import java.util.function.Predicate;
import pagelife.checker.model.View;

/**
 * The claim that some reachable state shows something. Its verdict is {@code HOLDS} with a shortest witness, or
 * {@code NEVER_HAPPENS} when the whole state space shows none.
 *
 * @param name the name
 * @param claim the claim in one sentence
 * @param happens what some state must show, a pure function of what it reads
 */
public record Sometimes(String name, String claim, Predicate<View> happens) implements Property {
    /** None: no run breaks it. */
    @Override
    public Option<Sentence> sentence() {
        return Option.none();
    }

    @Override
    public Sometimes told(Sentence words) {
        return this;
    }

    @Override
    public Kind kind() {
        return Kind.SOMETIMES;
    }

    @Override
    public <R> R accept(Cases<R> cases) {
        return cases.sometimes(this);
    }
}
