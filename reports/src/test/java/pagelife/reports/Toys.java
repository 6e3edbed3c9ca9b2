package pagelife.reports;

import io.vavr.collection.Vector;
import pagelife.checker.Checker;
import pagelife.checker.search.Options;
import pagelife.models.Settings;
import pagelife.models.Variant;
import pagelife.reports.outcome.Outcome;
import pagelife.reports.outcome.Question;
import pagelife.specs.Subject;

/** Outcomes of real checks of the toy family. */
public final class Toys {
    public static final long NANOS = 123_000_000;

    private Toys() {}

    public static Outcome check(String variant, Settings bounds, Options options) {
        ToyFamily family = new ToyFamily();
        Variant found = family.variants().find(v -> v.name().equals(variant)).get();
        ToyFamily.Toy toy = family.build(found, Settings.NONE, bounds);
        Question question = new Question(Subject.of(family, found), Settings.NONE, bounds, Vector.empty(), options);
        return new Outcome(question, toy.books(), Checker.check(toy.model(), family.properties(toy), options), NANOS);
    }

    public static Outcome racy() {
        return check("racy", Settings.NONE.with("pins", "2"), Options.DEFAULT);
    }
}
