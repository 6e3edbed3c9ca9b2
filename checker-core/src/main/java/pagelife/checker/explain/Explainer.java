package pagelife.checker.explain;

import io.vavr.Lazy;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.Objects;
import pagelife.checker.ltl.Formula;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelException;
import pagelife.checker.model.Move;
import pagelife.checker.model.State;
import pagelife.checker.property.Decisive;
import pagelife.checker.property.Property;
import pagelife.checker.result.Trace;

/** Explains traces of a model. What it finds depends on the model, the claim and the trace, and on nothing else. */
public final class Explainer {
    private final Lazy<Seq<State>> first;

    /** An explainer of traces of {@code model}. */
    public Explainer(Model model) {
        this.first = Lazy.of(() -> Sample.first(model));
    }

    /**
     * Why {@code trace} breaks {@code property}, or shows what it says to happen.
     *
     * @throws IllegalStateException if it does not
     * @throws ModelException if the claim does more with its view than to read
     */
    public Explanation explain(Property property, Trace trace) {
        try {
            return explained(property, trace);
        } catch (ClassCastException | UnsupportedOperationException e) {
            throw new ModelException("claim " + property.name() + " cannot be asked apart from the search (" + e
                    + "): a claim reads its view and does nothing else with it");
        }
    }

    private Explanation explained(Property property, Trace trace) {
        Sample sample = Sample.around(trace, first.get());
        Seq<Reason> reasons = property.aboutRuns()
                .map(claim -> Reasons.against(claim.formula(), trace))
                .getOrElse(Vector.empty());
        Seq<Decisive> core = Question.of(property, trace)
                .map(question -> new CoreSearch(question, trace, sample).core())
                .getOrElse(() -> core(reasons, trace, sample)
                        .appendAll(halting(trace, sample))
                        .distinct());
        TracedRun run = new TracedRun(trace, core);
        String sentence = property.sentence()
                .flatMap(words -> Try.of(() -> words.of(run)) // it may not know this way to break its claim
                        .filter(Objects::nonNull)
                        .toOption())
                .getOrElse(() -> new DerivedSentence(run, trace, reasons).of(property));
        return new Explanation(core, reasons, sentence);
    }

    /** What decides the parts of a formula that speak of one state. */
    private static Seq<Decisive> core(Seq<Reason> reasons, Trace trace, Sample sample) {
        return reasons.flatMap(reason -> question(reason)
                        .map(question -> new CoreSearch(question, trace, sample).core())
                        .getOrElse(Vector.empty()))
                .distinct();
    }

    /** What keeps everybody from going on where a run ends that should have gone on. */
    private static Seq<Decisive> halting(Trace trace, Sample sample) {
        return Question.halted(trace)
                .map(question -> new CoreSearch(question, trace, sample).core())
                .getOrElse(Vector.empty());
    }

    private static Option<Question> question(Reason reason) {
        if (reason.formula() instanceof Formula.Proposition claim) {
            return Option.some(values -> claim.holds().test(values.at(reason.moment())) == reason.isTrue());
        }
        if (reason.formula() instanceof Formula.Enabled enabled) {
            return Option.some(values ->
                    enabled.steps().exists(step -> Move.isPossible(values.at(reason.moment()), step))
                            == reason.isTrue());
        }
        return Option.none();
    }
}
