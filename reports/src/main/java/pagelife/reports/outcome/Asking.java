package pagelife.reports.outcome;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.Checker;
import pagelife.checker.ltl.Vocabulary;
import pagelife.checker.property.Property;
import pagelife.checker.property.StepProperty;
import pagelife.checker.result.Result;
import pagelife.checker.search.More;
import pagelife.specs.Inquiry;
import pagelife.specs.claims.WaitClaims;

/**
 * A question put to its protocol: the one way from there to what comes out, for the command and for programs.
 *
 * @param question what is asked
 * @param inquiry the protocol, built
 */
public record Asking(Question question, Inquiry<?> inquiry) {
    /**
     * The claims that a name stands for: by full name, or by id; case does not matter.
     *
     * @throws Misasked if there is none
     */
    public static Seq<Property> named(Inquiry<?> inquiry, String name) {
        return named(inquiry, inquiry.all(), name);
    }

    /**
     * The same where every claim of the inquiry is at hand: to make them anew for each name takes longer than a search.
     *
     * @param claims {@link Inquiry#all}
     * @throws Misasked if there is none
     */
    public static Seq<Property> named(Inquiry<?> inquiry, Seq<Property> claims, String name) {
        Seq<Property> known =
                claims.appendAll(WaitClaims.noStuckWaiter(inquiry.model())).append(StepProperty.NO_FAILURE);
        Seq<Property> found = Property.called(known, name);
        if (found.isEmpty()) {
            Seq<String> names = known.map(Property::id);
            throw Unknown.name(
                    "property",
                    name,
                    names.appendAll(known.map(Property::name)),
                    "./check list " + inquiry.variant().family() + " shows all");
        }
        return found;
    }

    /**
     * The claims that are asked about. Where the question names none they are those that the row of its subject is
     * about, or else all but those about runs.
     *
     * @throws Misasked where a name or a formula means nothing
     */
    public Seq<Property> claims() {
        Vocabulary words = inquiry.vocabulary();
        Seq<Property> wanted = named(question.properties())
                .appendAll(question.formulas().map(text -> Formulae.property(text, words)))
                .appendAll(question.invariants().map(text -> Formulae.invariant(text, words)))
                .distinct();
        if (!wanted.isEmpty()) {
            return wanted;
        }
        return question.subject().row().isEmpty()
                ? inquiry.claims()
                : named(question.subject().claims()).distinct();
    }

    private Seq<Property> named(Seq<String> names) {
        if (names.isEmpty()) {
            return Vector.empty();
        }
        Seq<Property> all = inquiry.all();
        return names.flatMap(name -> named(inquiry, all, name));
    }

    /**
     * Asks the checker.
     *
     * @param start what the clock of the options said when the protocol was about to be built, in nanoseconds
     * @throws Misasked as {@link #claims}
     * @throws pagelife.checker.model.ModelException where the model breaks its promises
     */
    public Outcome outcome(long start) {
        More more = Formulae.more(question.others(), inquiry.vocabulary());
        Result found = new InTime(inquiry, question.options()).check(claims());
        Result result = found.with(Checker.further(found, more, question.options()));
        long nanos = question.options().ticker().read() - start;
        return new Outcome(question, inquiry.protocol().books(), result, nanos);
    }
}
