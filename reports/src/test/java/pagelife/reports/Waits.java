package pagelife.reports;

import io.vavr.collection.Vector;
import pagelife.checker.Checker;
import pagelife.checker.property.Property;
import pagelife.checker.search.Options;
import pagelife.models.Settings;
import pagelife.reports.outcome.Outcome;
import pagelife.reports.outcome.Question;
import pagelife.specs.FamilySpecs;
import pagelife.specs.Inquiry;
import pagelife.specs.Subject;
import pagelife.specs.catalogue.Catalogue;

/** An outcome in which a task sleeps. */
public final class Waits {
    private Waits() {}

    /** The lost wake-up, all its claims. */
    public static Outcome outcome() {
        return outcome("waitwake/m1");
    }

    /** What comes out of a variant that ships. */
    public static Outcome outcome(String variant) {
        FamilySpecs<?> specs = Catalogue.families()
                .find(family -> variant.startsWith(family.family().name() + "/"))
                .get();
        Subject subject = Subject.of(specs, specs.family().variant(variant).get());
        Inquiry<?> inquiry = subject.inquiry();
        Options options = Options.DEFAULT.withStopWhenDecided(true);
        Question question = new Question(subject, Settings.NONE, Settings.NONE, Vector.empty(), options);
        return new Outcome(
                question,
                inquiry.protocol().books(),
                Checker.check(inquiry.model(), Vector.<Property>ofAll(inquiry.claims()), options),
                1);
    }
}
