package pagelife.checker.views;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/**
 * How a claim is judged of what is in sight. A state of many members breaks the claim only if what some of them show
 * does, seen in this way: of a local claim that is so since it looks at nothing else, of others it is tried on states
 * that are made up.
 */
public enum Mode {
    /** As it is seen, by a claim that looks at no member, or at none but the one that takes the step. */
    LOCAL("nothing: it looks at no other task"),
    /** Where nobody has a step, by a claim that there is no deadlock. */
    STUCK("nothing: where nobody has a step nobody in sight has one"),
    /** As it is seen. */
    OPEN("a state that breaks it breaks it with these members alone in sight"),
    /** Only where those out of sight hold nothing. */
    TIGHT("a state that breaks it breaks it with these members alone in sight, the others holding nothing"),
    /** With no more counted than those in sight hold. */
    CLOSED("a state that breaks it breaks it if the others and all that they hold are gone");

    /** Those that are tried where a claim is not local. */
    static final Seq<Mode> JUDGED = Vector.of(OPEN, TIGHT, CLOSED);

    private final String sentence;

    Mode(String sentence) {
        this.sentence = sentence;
    }

    /** What is assumed of the claim, in words. */
    public String sentence() {
        return sentence;
    }
}
