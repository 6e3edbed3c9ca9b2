package pagelife.specs.fsdax;

import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import java.util.function.Predicate;
import pagelife.checker.model.View;
import pagelife.checker.property.Property;
import pagelife.models.Family;
import pagelife.models.fsdax.FsdaxFamily;
import pagelife.models.fsdax.FsdaxProtocol;
import pagelife.specs.FamilySpecs;
import pagelife.specs.Spec;

/** The claims about FS-DAX and what we expect of them. */
public final class FsdaxSpecs implements FamilySpecs<FsdaxProtocol> {
    /** The claims. They have no state: any instance is as good as another. */
    public FsdaxSpecs() {}

    @Override
    public Family<FsdaxProtocol> family() {
        return FsdaxFamily.family();
    }

    @Override
    public Seq<Property> properties(FsdaxProtocol protocol) {
        Ghosts ghosts = new Ghosts(protocol);
        Scope scope = Scope.of(protocol);
        return new Safety(protocol, ghosts)
                .all(scope)
                .appendAll(new Actions(protocol, ghosts).all(scope))
                .appendAll(new Progress(protocol, ghosts).all(scope))
                .appendAll(new Witnesses(protocol, ghosts).all(scope));
    }

    @Override
    public Seq<Property> temporal(FsdaxProtocol protocol) {
        return new Liveness(protocol, new Ghosts(protocol)).all(Scope.of(protocol));
    }

    @Override
    public Map<String, Predicate<View>> words(FsdaxProtocol protocol) {
        return new Words(protocol, new Ghosts(protocol)).all();
    }

    @Override
    public Seq<Spec> specs() {
        return Eras.rows().appendAll(Bugs.rows()).appendAll(Repairs.rows()).map(row -> row.spec(this));
    }
}
