package pagelife.reports.cli;

import io.vavr.Lazy;
import io.vavr.control.Option;
import pagelife.specs.Subject;
import pagelife.specs.litmus.Litmus;
import pagelife.specs.litmus.Posed;

/** Litmus tests: files that are named by their paths. */
final class LitmusSource implements Source {
    @Override
    public Option<Named> named(String word, Shelf shelf) {
        if (!word.endsWith(Litmus.EXTENSION)) {
            return Option.none();
        }
        Posed posed = LitmusFiles.posed(Request.path("FILE", word), shelf);
        Subject subject = posed.subject(word);
        return Option.some(
                Named.one(Named.Kind.FILE, posed.test().about(), subject.specs(), word, Lazy.of(() -> subject)));
    }
}
