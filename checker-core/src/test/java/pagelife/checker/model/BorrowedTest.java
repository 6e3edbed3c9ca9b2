package pagelife.checker.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;
import pagelife.checker.Checker;
import pagelife.checker.naive.Agreement;
import pagelife.checker.property.Invariant;
import pagelife.checker.property.NoDeadlock;
import pagelife.checker.property.StepProperty;
import pagelife.checker.result.Finding;
import pagelife.checker.result.StepUse;
import pagelife.checker.result.Verdict;
import pagelife.checker.search.Options;

/** What a task has to give back before it ends, or returns: a step looks at that beside what it does. */
class BorrowedTest {
    private final ModelBuilder builder = Model.builder("m");
    private final Cell<Has> lock = builder.cell("lock", new Has(""));
    private final Cell<Integer> x = builder.cell("x", 0);

    private record Has(String name) implements Borrowed {
        @Override
        public boolean isHeldBy(String task) {
            return name.equals(task);
        }
    }

    private Body gives(String task) {
        return now -> now.write(lock, new Has(task));
    }

    private Finding noStepFails(Model model) {
        return Checker.check(model, Vector.of(StepProperty.NO_FAILURE), Options.DEFAULT.withAuditEvery(1))
                .findings()
                .head();
    }

    private void isSaid(String why, Model model) {
        StepProperty noLock = new StepProperty("law", "nobody reads a lock", step -> !step.hasRead(lock));
        Invariant few = Invariant.always("few", "x is small", view -> view.read(x) < 2);
        new Agreement(model, Vector.of(StepProperty.NO_FAILURE, NoDeadlock.strict(), noLock, few)).requireAll();
        Finding found = noStepFails(model);
        assertEquals(why.isEmpty() ? Verdict.HOLDS : Verdict.VIOLATED, found.verdict());
        found.trace().forEach(trace -> {
            Failure failure = (Failure) trace.steps()
                    .last()
                    .events()
                    .find(Failure.class::isInstance)
                    .get();
            assertEquals(why, failure.what());
            assertEquals(true, trace.steps().last().reads().contains(lock), "what it fails by is told");
        });
    }

    /** The same step fails or not by what another task did: what it looked at is remembered with it. */
    @Test
    void theLastStepDependsOnWhatIsHeld() {
        builder.task("a").step("a1 end", now -> now.change(x, n -> n + 1));
        builder.task("b").step("b1 give", gives("a")).step("b2 take", gives(""));
        isSaid("a ends and still holds lock: call unlock on every way to the end", builder.build());
    }

    @Test
    void whatIsHeldByOthersIsNoMatterOfTheLastStep() {
        builder.task("a").step("a1 end", now -> now.change(x, n -> n + 1));
        builder.task("b").step("b1 take", gives("c")).step("b2 give", gives(""));
        isSaid("", builder.build());
    }

    /** Nobody is told of a read in which nothing was found: neither of the step that is taken nor of any. */
    @Test
    void whatIsFoundToBeFreeIsNotTold() {
        builder.task("a").step("a1 end", now -> now.change(x, n -> n + 1));
        builder.task("b").step("b1 take", gives("c"));
        Model model = builder.build();
        Seq<Move> moves = Move.in(model.initialStates().head());
        assertEquals(Vector.of(Vector.of(x), Vector.empty()), moves.map(Move::reads));
        assertFalse(moves.head().hasRead(lock));
        assertEquals(
                Vector.of(Vector.of(x), Vector.empty()),
                Checker.uses(model, Options.DEFAULT).steps().map(StepUse::reads));
    }

    @Test
    void aStepThatReadsItIsToldToHaveDoneSo() {
        builder.task("a")
                .step("a1 end", now -> now.write(x, now.read(lock).name().length()));
        Model model = builder.build();
        assertEquals(
                Vector.of(lock), Move.in(model.initialStates().head()).head().reads());
        assertEquals(
                Vector.of(lock),
                Checker.uses(model, Options.DEFAULT).steps().head().reads());
    }

    /** Who serves others forever returns after each round; a loop of one's own keeps what it likes. */
    @Test
    void whoServesHasGivenBackAtTheEndOfARound() {
        builder.task("a").forever().serves().step("a1 take", gives("a")).step("a2 return", now -> {});
        isSaid("a returns and still holds lock: call unlock on every way to the end", builder.build());
    }

    @Test
    void aLoopMayKeepWhatItHolds() {
        builder.task("a").forever().step("a1 take", gives("a")).step("a2 again", now -> {});
        isSaid("", builder.build());
    }

    @Test
    void whoServesMayKeepItWithinARound() {
        builder.task("a")
                .forever()
                .serves()
                .step("a1 take", gives("a"))
                .step("a2 look", now -> {
                    if (now.change(x, n -> 1 - n) == 1) {
                        now.go("a1");
                    }
                })
                .step("a3 give", gives(""));
        isSaid("", builder.build());
    }
}
