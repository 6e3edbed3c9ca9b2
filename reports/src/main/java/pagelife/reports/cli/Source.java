package pagelife.reports.cli;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.specs.FamilySpecs;

/** Where families and names come from: those that are shipped, files of tests, models of users. */
interface Source {
    /** The families that it has whatever is asked for: their names are listed, and completed. */
    default Seq<FamilySpecs<?>> families() {
        return Vector.empty();
    }

    /**
     * What a word stands for that is no name of a family, a variant, a row or a bug, such as a file.
     *
     * @param shelf all that can be named
     * @throws UsageException if the word is meant for this source, and names nothing there
     */
    default Option<Named> named(String word, Shelf shelf) {
        return Option.none();
    }

    /** These families. */
    static Source of(Seq<FamilySpecs<?>> families) {
        return new Source() {
            @Override
            public Seq<FamilySpecs<?>> families() {
                return families;
            }
        };
    }
}
