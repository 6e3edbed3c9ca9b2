package pagelife.specs.claims;

import java.util.function.Predicate;
import pagelife.checker.model.View;
import pagelife.checker.property.Counterexample;
import pagelife.checker.property.Sentence;

/**
 * Something that may be so, in words: of it and of another one a sentence is made.
 *
 * @param lasts how it is said of what lasts: {@code the device is freed}
 * @param comes how it is said of what somebody does, behind his name: {@code frees the device}
 * @param isSo whether it is so
 */
public record Phrase(String lasts, String comes, Predicate<View> isSo) {
    /** {@code the device is freed (since step 3)}: it is so at the end. */
    public Sentence isSoAtLast() {
        return run -> at(run).stated();
    }

    /**
     * {@code the user has it open (since step 1) when removal frees the device (step 2)}: it and another one are so at the
     * end, whichever came first.
     */
    public Sentence meets(Phrase other) {
        return run -> at(run).meets(other.at(run));
    }

    private Clause at(Counterexample run) {
        return Clause.of(run, run.length(), lasts, who -> who + " " + comes, isSo);
    }
}
