package pagelife.checker.property;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.ltl.Formula;

/** What a claim of each kind is made of that is asked of states and steps. */
final class Parts implements Property.Cases<Seq<?>> {
    static final Parts OF = new Parts();

    private Parts() {}

    @Override
    public Seq<?> invariant(Invariant invariant) {
        return Vector.<Object>of(invariant.holds()).appendAll(invariant.premise());
    }

    @Override
    public Seq<?> step(StepProperty claim) {
        return Vector.of(claim.holds());
    }

    @Override
    public Seq<?> sometimes(Sometimes sometimes) {
        return Vector.of(sometimes.happens());
    }

    @Override
    public Seq<?> noDeadlock(NoDeadlock claim) {
        return Vector.of(claim.allowed());
    }

    @Override
    public Seq<?> temporal(Temporal temporal) {
        return temporal.formula().propositions().map(Formula.Proposition::holds);
    }
}
