package pagelife.checker.property;

/** A claim about a model. Named for the good thing, such as {@code INV-3 PinPgmap}. */
public sealed interface Property permits Invariant, StepProperty, Sometimes, NoDeadlock, Temporal {
    /** The name, unique in a check. */
    String name();

    /** The claim in one sentence. */
    String claim();
}
