package pagelife.specs.litmus;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import pagelife.checker.Checker;
import pagelife.checker.graph.LastStates;
import pagelife.checker.ltl.Assumptions;
import pagelife.checker.ltl.Nearest;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelException;
import pagelife.checker.model.TextException;
import pagelife.checker.model.Word;
import pagelife.checker.property.Property;
import pagelife.checker.property.StepProperty;
import pagelife.checker.search.Limits;
import pagelife.checker.search.Options;
import pagelife.models.Family;
import pagelife.models.Protocol;
import pagelife.models.Setting;
import pagelife.models.Variant;
import pagelife.models.Workload;
import pagelife.models.page.Books;
import pagelife.specs.FamilySpecs;
import pagelife.specs.Inquiry;
import pagelife.specs.Subject;
import pagelife.specs.claims.WaitClaims;

/**
 * A litmus test put to its family: everything in it means something.
 *
 * @param test the test
 * @param inquiry the protocol that it is about
 * @param asked the conditions, in their order
 * @param fairness the fairness of claims about runs; empty for what they and the model declare
 */
public record Posed(Litmus test, Inquiry<?> inquiry, Seq<Asked> asked, Option<Assumptions> fairness) {
    /* Final states are counted where that takes a second or two. */
    private static final long MOST_COUNTED = 1_000_000;

    /**
     * Looks everything up.
     *
     * @throws TextException where it means nothing
     */
    public static Posed of(Litmus test, Seq<FamilySpecs<?>> families) {
        String[] parts = test.variant().text().split("/", 2);
        FamilySpecs<?> specs = families.find(known -> known.family().name().equals(parts[0]))
                .getOrElseThrow(
                        () -> unknownFamily(new Word(parts[0], test.variant().at()), families));
        return of(test, specs);
    }

    private static <P extends Protocol> Posed of(Litmus test, FamilySpecs<P> specs) {
        Family<P> family = specs.family();
        Variant variant = family.variant(test.variant().text())
                .getOrElseThrow(() ->
                        unknown("variant", test.variant(), family.variants().map(Variant::fullName)));
        requireKnown("rule", test.rules(), family.rules());
        requireKnown("bound", test.bounds(), family.bounds());
        requireSizes(test, family);
        Inquiry<P> inquiry = inquiry(test, specs, variant);
        Reader reader = new Reader(
                inquiry.vocabulary(),
                inquiry.all()
                        .appendAll(WaitClaims.noStuckWaiter(inquiry.model()))
                        .append(StepProperty.NO_FAILURE));
        Seq<Asked> asked = test.conditions().map(reader::asked);
        requireDistinct(asked);
        return new Posed(test, inquiry, asked, fairness(test, inquiry.model()));
    }

    private static <P extends Protocol> Inquiry<P> inquiry(Litmus test, FamilySpecs<P> specs, Variant variant) {
        try {
            Workload usual = specs.family().workload(variant, test.ruled(), test.bounded());
            return Inquiry.about(specs, variant, test.ruled(), test.bounded(), test.workload(usual));
        } catch (TextException e) {
            throw e;
        } catch (IllegalArgumentException | ModelException e) {
            throw new TextException(e.getMessage(), test.variant().at());
        }
    }

    private static void requireKnown(String kind, Seq<Word> words, Seq<Setting> known) {
        for (Word word : words) {
            int equals = word.text().indexOf('=');
            String name = word.text().substring(0, equals);
            Setting setting = known.find(one -> one.name().equals(name))
                    .getOrElseThrow(() -> unknown(kind, new Word(name, word.at()), known.map(Setting::name)));
            if (!setting.allows(word.text().substring(equals + 1))) {
                throw new TextException(
                        kind + " " + word + " is not possible: " + name + " is one of " + setting.allowed(),
                        word.at() + equals + 1);
            }
        }
    }

    private static void requireSizes(Litmus test, Family<?> family) {
        if (test.tasks().isEmpty()) {
            return;
        }
        test.bounds()
                .find(word -> family.taskBounds().contains(word.text().split("=", 2)[0]))
                .forEach(word -> {
                    throw new TextException(
                            word + " is short for programs, and the programs of this test are written in its table:"
                                    + " leave it out",
                            word.at());
                });
    }

    private static TextException unknownFamily(Word name, Seq<FamilySpecs<?>> families) {
        TextException unknown =
                unknown("family", name, families.map(known -> known.family().name()));
        return new TextException(
                unknown.getMessage() + "; one of your own is found in " + name + ".java beside the test, or where its"
                        + " first line says: Pagelife DIR/" + name + ".java/VARIANT NAME",
                unknown.at());
    }

    private static TextException unknown(String kind, Word name, Seq<String> known) {
        String nearest = Nearest.to(name.text(), known)
                .map(near -> "nearest is " + near + "; ")
                .getOrElse("");
        String all = known.isEmpty() ? "there is none" : "there are " + known.mkString(", ");
        return new TextException("there is no " + kind + " " + name + ": " + nearest + all, name.at());
    }

    private static void requireDistinct(Seq<Asked> asked) {
        Seq<Asked> once = asked.distinctBy((Asked one) -> one.property().name());
        asked.removeAll(once).headOption().forEach(twice -> {
            throw new TextException(
                    twice.property().name() + " is asked twice: leave one out",
                    twice.condition().text().at());
        });
    }

    private static Option<Assumptions> fairness(Litmus test, Model model) {
        return test.fairness().map(text -> {
            Assumptions assumptions = Assumptions.parse(text.text().strip().replaceAll("\\s+", " "))
                    .getOrElseThrow(wrong -> new TextException(wrong, text.at()));
            try {
                assumptions.in(model);
            } catch (ModelException e) {
                throw new TextException(e.getMessage(), text.at());
            }
            return assumptions;
        });
    }

    /** What it is about, to be checked under a name of its own. */
    public Subject subject(String name) {
        Workload usual = inquiry.specs().family().workload(variant(), test.ruled(), test.bounded());
        return new Subject(
                name,
                inquiry.specs(),
                variant(),
                test.ruled(),
                test.bounded(),
                Option.some(test.workload(usual)),
                fairness,
                Option.none());
    }

    /** Its variant. */
    public Variant variant() {
        return inquiry.variant();
    }

    /** The model. */
    public Model model() {
        return inquiry.model();
    }

    /** Who holds what in the states of the model. */
    public Books books() {
        return inquiry.protocol().books();
    }

    /** The claims. */
    public Seq<Property> properties() {
        return asked.map(Asked::property);
    }

    /**
     * Asks the checker. Where the final states can be counted, every state is seen, though all may be decided before.
     */
    public Answer answer(Options options) {
        Options fair = fairness.map(options::withFairness).getOrElse(options);
        Limits limits = options.limits();
        Option<LastStates> last = Checker.lastStates(
                model(),
                Options.DEFAULT
                        .withTicker(options.ticker())
                        .withInterrupted(options.interrupted())
                        .withLimits(limits.withStates(Math.min(limits.states(), MOST_COUNTED))));
        boolean decides = options.stopWhenDecided() && last.isEmpty();
        return new Answer(this, inquiry.check(properties(), fair.withStopWhenDecided(decides)), last);
    }
}
