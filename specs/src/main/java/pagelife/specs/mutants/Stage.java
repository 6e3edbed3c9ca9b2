package pagelife.specs.mutants;

import io.vavr.Lazy;
import io.vavr.collection.HashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import java.util.function.Function;
import pagelife.checker.model.Model;
import pagelife.checker.property.Property;
import pagelife.checker.property.StepProperty;
import pagelife.checker.result.Result;
import pagelife.checker.result.Verdict;
import pagelife.checker.search.Options;
import pagelife.specs.Inquiry;

/** A scene with what is known of the original in it, found out when somebody asks. */
final class Stage {
    private final Scene scene;
    private final Lazy<Known> known;

    /**
     * What is known of the original.
     *
     * @param claims the names of the claims that hold of it
     * @param neverFails whether it holds of it that no step fails, which is told of a mutant without being asked
     * @param steps the steps that its tasks have
     */
    private record Known(
            Model model,
            Function<String, String> operations,
            Seq<String> claims,
            boolean neverFails,
            Set<Names.Key> steps,
            long states) {}

    Stage(Scene scene, Options options) {
        this.scene = scene;
        this.known = Lazy.of(() -> known(scene, options));
    }

    private static Known known(Scene scene, Options options) {
        try {
            return known(scene.declared().get(), options);
        } catch (IllegalArgumentException e) { // what the family does not build: nobody is in it
            return new Known(null, name -> name, Vector.empty(), false, HashSet.empty(), 0);
        }
    }

    private static Known known(Inquiry<?> plain, Options options) {
        Names names = Names.of(plain.model());
        Result result = plain.check(plain.all(), options.withStopWhenDecided(false));
        Seq<String> holding = result.findings()
                .filter(finding -> finding.verdict() == Verdict.HOLDS)
                .map(finding -> finding.property().name());
        return new Known(
                plain.model(),
                names.operations(),
                holding,
                result.finding(StepProperty.NO_FAILURE.name()).exists(one -> one.verdict() == Verdict.HOLDS),
                plain.model().steps().map(names::key).toSet(),
                result.counts().states());
    }

    Scene scene() {
        return scene;
    }

    Model model() {
        return known.get().model();
    }

    /** How many states the original has, or was looked at in. */
    long states() {
        return known.get().states();
    }

    /** The names of the claims that hold of the original. */
    Seq<String> claims() {
        return known.get().claims();
    }

    /** Whether a mutant is killed by that it breaks a claim: it does not break what the original breaks. */
    boolean kills(Property claim) {
        return !claim.equals(StepProperty.NO_FAILURE) || known.get().neverFails();
    }

    /** Whether somebody here takes the step of a mutant. */
    boolean has(Mutant mutant) {
        return known.get().steps().contains(new Names.Key(mutant.operation(), mutant.step()));
    }

    /** How a mutant is made here. */
    Tampering tampering(Mutant mutant) {
        return new Tampering(mutant, known.get().operations());
    }
}
