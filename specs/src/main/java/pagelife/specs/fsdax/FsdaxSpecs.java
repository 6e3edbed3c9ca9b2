package pagelife.specs.fsdax;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.property.Property;
import pagelife.models.Family;
import pagelife.models.fsdax.Bound;
import pagelife.models.fsdax.Bounds;
import pagelife.models.fsdax.FsdaxFamily;
import pagelife.models.fsdax.FsdaxProtocol;
import pagelife.specs.FamilySpecs;
import pagelife.specs.Spec;

/** The claims about FS-DAX and what we expect of them. */
public final class FsdaxSpecs implements FamilySpecs<FsdaxProtocol> {
    @Override
    public Family<FsdaxProtocol> family() {
        return new FsdaxFamily();
    }

    @Override
    public Seq<Property> properties(FsdaxProtocol protocol) {
        Ghosts ghosts = new Ghosts(protocol);
        Bounds bounds = protocol.bounds();
        boolean removed = bounds.any(Bound.REMOVALS);
        boolean truncated = bounds.any(Bound.TRUNCATES);
        boolean fast = bounds.any(Bound.FAST_GUPS);
        boolean waited = truncated
                && protocol.rules().busyCheck()
                && (fast || bounds.any(Bound.SLOW_GUPS));
        return new Safety(protocol, ghosts)
                .all(removed, truncated)
                .appendAll(new Actions(protocol, ghosts).all(removed, truncated, fast))
                .appendAll(new Progress(protocol, ghosts).all(removed, waited))
                .appendAll(new Witnesses(protocol, ghosts).all());
    }

    @Override
    public Seq<Spec> specs() {
        return Vector.empty();
    }
}
