package pagelife.specs.claims;

import pagelife.checker.model.Actor;
import pagelife.checker.model.Control;
import pagelife.checker.model.Model;
import pagelife.checker.property.Sometimes;

/** What must be possible, so that nothing holds only because nothing happens. */
public final class Witnesses {
    private Witnesses() {}

    /** The claim that an actor can finish. */
    public static Sometimes canEnd(Actor actor) {
        return new Sometimes(
                ends(actor.name()), actor.name() + " can finish", view -> view.at(actor) == Control.finished());
    }

    /** The claim that all actors can come to their ends in one run. */
    public static Sometimes allCanEnd(Model model) {
        return new Sometimes(
                ALL_END,
                "some run ends with every actor finished",
                view -> model.actors().forAll(actor -> view.at(actor) == Control.finished()));
    }

    /** The name of {@link #allCanEnd}. */
    public static final String ALL_END = "everybody can end";

    /** The name of {@link #canEnd}. */
    public static String ends(String actor) {
        return actor + " can end";
    }
}
