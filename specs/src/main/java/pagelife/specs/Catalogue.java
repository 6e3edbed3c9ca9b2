package pagelife.specs;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.specs.fsdax.FsdaxSpecs;

/** Everything we expect, of every family. */
public final class Catalogue {
    private Catalogue() {}

    /** The families with their claims, in the order to report. */
    public static Seq<FamilySpecs<?>> families() {
        return Vector.of(new FsdaxSpecs());
    }

    /** The specs of all families, in that order. Their ids are unique. */
    public static Seq<Spec> specs() {
        return families().flatMap(FamilySpecs::specs);
    }
}
