package pagelife.specs.own;

/**
 * A protocol of one's own and what is claimed of it. An implementation is public and has a public constructor without
 * parameters; in a source file for {@code check} it is the class that the file is named after. One object is asked more
 * than once, for other rules or bounds: what it declares may depend on nothing but what the draft says.
 *
 * <p>It is run as it is, with all that its code may do: check only what you would run.
 */
public interface Study {
    /**
     * Declares cells, tasks and claims. It is called anew, with a draft of its own, for each setting of rules and bounds
     * that is checked; the draft is of no use afterwards.
     */
    void draft(Draft d);

    /**
     * Says what can be set, what the variants are, and what is expected of them. Called once, before any draft. Nothing
     * needs to be said.
     */
    default void outline(Outline outline) {}
}
