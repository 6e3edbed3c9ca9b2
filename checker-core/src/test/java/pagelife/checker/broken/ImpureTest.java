package pagelife.checker.broken;

import static pagelife.checker.broken.Broken.requireAuditError;
import static pagelife.checker.broken.Broken.requireAuditErrorOf;
import static pagelife.checker.broken.Broken.requireError;
import static pagelife.checker.broken.Broken.requireErrorOf;

import io.vavr.collection.Vector;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import pagelife.checker.model.Control;
import pagelife.checker.model.View;
import pagelife.checker.property.Invariant;
import pagelife.checker.property.Sometimes;
import pagelife.checker.property.StepProperty;

/**
 * Steps and claims that depend on more than what they read: how often they ran, which stands for a static, a clock, a
 * random number.
 */
class ImpureTest {
    private static final String WHO = "actor alice, step s1 do it";
    private static final String ADVICE = "remove clocks, statics, randomness";

    @Test
    void aStepThatWritesByTheClockIsCaughtByAnAudit() {
        requireAuditError(
                (broken, view, before) -> {
                    view.write(broken.hers, before % 2);
                    return new Broken.Here();
                },
                WHO,
                "hers=",
                ADVICE);
    }

    @Test
    void aStepThatWaitsByTheClockIsCaughtByAnAudit() {
        requireAuditError(
                (broken, view, before) -> before > 0 ? view.waits() : new Broken.Here(), WHO, "at(alice)=", ADVICE);
    }

    @Test
    void aStepThatGoesOnByTheClockIsCaughtByAnAudit() {
        requireAuditError(
                (broken, view, before) -> before == 0 ? view.waits() : Control.finished(), WHO, "at(alice)=", ADVICE);
    }

    /* The step runs again for each value of other, and comes to a cell that it did not read when it ran first. */
    @Test
    void aStepThatReadsByTheClockIsCaughtWithoutAnAudit() {
        requireError(
                (broken, view, before) -> {
                    if (before > 0) {
                        view.read(broken.page);
                    }
                    view.read(broken.other);
                    return new Broken.Here();
                },
                WHO,
                "reads page",
                "at(alice)=Here[]",
                ADVICE);
    }

    @Test
    void aStepThatEndsByTheClockIsCaughtWithoutAnAudit() {
        requireError(
                (broken, view, before) -> {
                    if (before == 0) {
                        view.read(broken.other);
                    }
                    return new Broken.Here();
                },
                WHO,
                "having read the same values",
                "at(alice)=Here[]",
                ADVICE);
    }

    @Test
    void aStepThatChoosesByTheClockIsCaughtWithoutAnAudit() {
        requireError(
                (broken, view, before) -> {
                    view.write(broken.hers, view.choose("number", Vector.range(0, 2 + before)));
                    return new Broken.Here();
                },
                WHO,
                "chooses number",
                ADVICE);
    }

    /** A claim whose answer changes with each run, first {@code answer}. */
    private static Predicate<View> unsteady(boolean answer) {
        AtomicInteger runs = new AtomicInteger();
        return view -> (runs.getAndIncrement() % 2 == 0) == answer;
    }

    @Test
    void anInvariantThatHoldsWhenItsCounterexampleIsRunAgainHasNoVerdict() {
        requireErrorOf(broken -> Vector.of(Invariant.always("steady", "", unsteady(false))), "property steady", ADVICE);
    }

    @Test
    void aSometimesThatIsGoneWhenItsWitnessIsRunAgainHasNoVerdict() {
        requireErrorOf(broken -> Vector.of(new Sometimes("steady", "", unsteady(true))), "property steady", ADVICE);
    }

    @Test
    void aStepPropertyThatHoldsWhenItsCounterexampleIsRunAgainHasNoVerdict() {
        requireErrorOf(
                broken -> {
                    Predicate<View> claim = unsteady(false);
                    return Vector.of(new StepProperty(
                            "steady",
                            "",
                            taken -> taken.before(broken.other) < 2
                                    || taken.actor().name().equals("bob")
                                    || claim.test(taken.before())));
                },
                "property steady",
                ADVICE);
    }

    /** A claim that holds when it is first asked about each value of {@code other}, and no more. */
    private static Predicate<View> fading(Broken broken) {
        Set<Integer> asked = ConcurrentHashMap.newKeySet();
        return view -> asked.add(view.read(broken.other));
    }

    @Test
    void anInvariantThatDependsOnTheClockIsCaughtByAnAudit() {
        requireAuditErrorOf(
                broken -> Vector.of(Invariant.always("steady", "", fading(broken))), "property steady", ADVICE);
    }

    @Test
    void aStepPropertyThatDependsOnTheClockIsCaughtByAnAudit() {
        requireAuditErrorOf(
                broken -> {
                    Predicate<View> claim = fading(broken);
                    return Vector.of(new StepProperty(
                            "steady", "", taken -> taken.actor().name().equals("alice") || claim.test(taken.before())));
                },
                "property steady",
                ADVICE);
    }
}
