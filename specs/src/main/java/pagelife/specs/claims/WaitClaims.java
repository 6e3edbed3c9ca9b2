package pagelife.specs.claims;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.model.Actor;
import pagelife.checker.model.Model;
import pagelife.checker.property.NoDeadlock;
import pagelife.checker.property.Property;
import pagelife.models.page.Sleeps;

/** What can be claimed of sleepers in any protocol whose tasks say where they sleep. */
public final class WaitClaims {
    /** The name of the claim that nobody sleeps for ever. */
    public static final String NO_STUCK_WAITER = "no stuck waiter";

    private WaitClaims() {}

    /**
     * That nobody sleeps where nobody can go on, so that nobody can wake it any more; nothing where no task sleeps.
     *
     * <p>It is what the claims about runs say of sleepers ("who sleeps is woken"), as far as a run with an end can
     * break them: of tasks that have an end, one that cannot be woken any more sleeps in every end that can still come.
     */
    public static Seq<Property> noStuckWaiter(Model model) {
        return model.actors().exists(Actor::hasFacts) ? Vector.of(claim(model)) : Vector.empty();
    }

    private static Property claim(Model model) {
        return new NoDeadlock(
                        NO_STUCK_WAITER,
                        "nobody sleeps in a state in which nobody can wake it any more",
                        view -> model.actors().forAll(actor -> !Sleeps.isAsleep(view, actor)))
                .told(Sentences.stuck());
    }
}
