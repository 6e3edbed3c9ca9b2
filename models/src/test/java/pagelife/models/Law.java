package pagelife.models;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vavr.collection.Vector;
import java.util.function.Predicate;
import pagelife.checker.Checker;
import pagelife.checker.model.Event;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.View;
import pagelife.checker.property.Invariant;
import pagelife.checker.property.NoDeadlock;
import pagelife.checker.property.Property;
import pagelife.checker.property.Sometimes;
import pagelife.checker.property.StepProperty;
import pagelife.checker.result.Verdict;
import pagelife.checker.search.Options;

/** What a shared part promises, put to all interleavings of a few tasks. */
public final class Law {
    private final Property claim;

    private Law(Property claim) {
        this.claim = claim;
    }

    /** In every state. */
    public static Law always(Predicate<View> holds) {
        return new Law(Invariant.always("law", "it is so", holds));
    }

    /** In no state is a task stuck. */
    public static Law nobodyIsStuck() {
        return new Law(NoDeadlock.strict());
    }

    /** No step fails. */
    public static Law noStepFails() {
        return new Law(StepProperty.NO_FAILURE);
    }

    /** In some state. */
    public static Law sometimes(Predicate<View> happens) {
        return new Law(new Sometimes("law", "it can be so", happens));
    }

    /** No step tells such an event. */
    public static Law neverTold(Predicate<Event> event) {
        return new Law(new StepProperty(
                "law", "it is never told", step -> !step.events().exists(event)));
    }

    /** It is so in the model exactly if {@code right}; a state or a step that shows the contrary is found if not. */
    public void is(boolean right, ModelBuilder model) {
        is(right, model.build());
    }

    /** The same, of a model that is built. */
    public void is(boolean right, Model model) {
        Verdict found = Checker.check(model, Vector.of(claim), Options.DEFAULT.withAuditEvery(1))
                .finding(claim.name())
                .get()
                .verdict();
        assertEquals(right, found == Verdict.HOLDS, () -> claim.claim() + ": " + found);
    }
}
