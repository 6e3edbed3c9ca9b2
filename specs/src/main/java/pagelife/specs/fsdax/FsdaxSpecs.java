package pagelife.specs.fsdax;

import io.vavr.collection.Seq;
import pagelife.checker.property.Property;
import pagelife.models.fsdax.FsdaxFamily;
import pagelife.models.fsdax.FsdaxProtocol;
import pagelife.specs.TabledSpecs;

/** The claims about FS-DAX and what we expect of them. */
public final class FsdaxSpecs {
    private FsdaxSpecs() {}

    /** The table. */
    public static TabledSpecs<FsdaxProtocol> table() {
        return TabledSpecs.of(FsdaxFamily.family(), FsdaxSpecs::claims)
                .withRuns(protocol -> new Liveness(protocol, new Ghosts(protocol)).all(Scope.of(protocol)))
                .withWords(protocol -> new Words(protocol, new Ghosts(protocol)).all())
                .withBugs(Bugs.codes())
                .withRenames(Steps.renames())
                .and(Eras.rows())
                .and(Bugs.rows())
                .and(Repairs.rows());
    }

    private static Seq<Property> claims(FsdaxProtocol protocol) {
        Ghosts ghosts = new Ghosts(protocol);
        Scope scope = Scope.of(protocol);
        return new Safety(protocol, ghosts)
                .all(scope)
                .appendAll(new Aftermath(protocol).all(scope))
                .appendAll(new Shootdowns(protocol).all(scope))
                .appendAll(new Actions(protocol, ghosts).all(scope))
                .appendAll(new Progress(protocol, ghosts).all(scope))
                .appendAll(new Witnesses(protocol, ghosts).all(scope));
    }
}
