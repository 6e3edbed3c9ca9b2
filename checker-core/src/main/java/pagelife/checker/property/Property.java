package pagelife.checker.property;

import io.vavr.control.Option;

/** A claim about a model. Named for the good thing, such as {@code INV-3 PinPgmap}. */
public sealed interface Property permits Invariant, StepProperty, Sometimes, NoDeadlock, Temporal {
    /** The name, unique in a check. */
    String name();

    /** The claim in one sentence. */
    String claim();

    /** What kind of claim it is. */
    Kind kind();

    /** What {@code cases} says of a claim of this kind. */
    <R> R accept(Cases<R> cases);

    /** This claim, if it is about whole runs, so that no single state or step can decide it. */
    default Option<Temporal> aboutRuns() {
        return Option.none();
    }

    /** One answer for each kind of claim: a new kind is an error of the compiler wherever kinds differ. */
    interface Cases<R> {
        /** Of a claim about states. */
        R invariant(Invariant invariant);

        /** Of a claim about steps. */
        R step(StepProperty claim);

        /** Of a claim that something can happen. */
        R sometimes(Sometimes sometimes);

        /** Of the claim that nobody is stuck. */
        R noDeadlock(NoDeadlock claim);

        /** Of a claim about runs. */
        R temporal(Temporal temporal);
    }
}
