package pagelife.checker.property;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.checker.ltl.Formula;

/**
 * What a claim is made of that may turn out not to apply to the model that it is asked about, such as a test of a task
 * that is not there. A claim that would hold but for such a part is undecided, so that none passes without being asked.
 */
public interface Unasked {
    /** Why it was not asked in some state so far; empty if it was asked in all. */
    Option<String> unasked();

    /** Why a part of {@code claim} was not asked in some state so far. */
    static Option<String> in(Property claim) {
        return claim.accept(PARTS)
                .filter(Unasked.class::isInstance)
                .map(Unasked.class::cast)
                .flatMap(Unasked::unasked)
                .headOption();
    }

    /** What may not apply in claims of each kind. */
    Property.Cases<Seq<?>> PARTS = new Property.Cases<>() {
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
            return temporal.formula()
                    .atoms()
                    .filter(Formula.Proposition.class::isInstance)
                    .map(atom -> ((Formula.Proposition) atom).holds());
        }
    };
}
