package pagelife.checker.engine;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.engine.code.Watch;
import pagelife.checker.property.Invariant;
import pagelife.checker.property.NoDeadlock;
import pagelife.checker.property.Property;
import pagelife.checker.property.Sometimes;
import pagelife.checker.property.StepProperty;
import pagelife.checker.property.Temporal;

/** What a search looks out for on behalf of a property; first what decides it. Nothing for a claim about runs. */
enum Roles implements Property.Cases<Seq<Watch.Role>> {
    /** The only one. */
    OF;

    @Override
    public Seq<Watch.Role> invariant(Invariant invariant) {
        return invariant.premise().isDefined()
                ? Vector.of(Watch.Role.BROKEN_STATE, Watch.Role.PREMISE)
                : Vector.of(Watch.Role.BROKEN_STATE);
    }

    @Override
    public Seq<Watch.Role> step(StepProperty claim) {
        return Vector.of(Watch.Role.BROKEN_STEP);
    }

    @Override
    public Seq<Watch.Role> sometimes(Sometimes sometimes) {
        return Vector.of(Watch.Role.WITNESS);
    }

    @Override
    public Seq<Watch.Role> noDeadlock(NoDeadlock claim) {
        return Vector.of(Watch.Role.DEADLOCK);
    }

    @Override
    public Seq<Watch.Role> temporal(Temporal temporal) {
        return Vector.empty();
    }
}
