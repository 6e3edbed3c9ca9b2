package pagelife.checker.explain;

import io.vavr.Lazy;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.Objects;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelException;
import pagelife.checker.model.State;
import pagelife.checker.property.Decisive;
import pagelife.checker.property.Property;
import pagelife.checker.property.Sentence;
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

    /** What {@code words} that look at no deciding cell say of a trace. */
    public static String told(Sentence words, Trace trace) {
        return words.of(new TracedRun(trace, Vector.empty()));
    }

    private Explanation explained(Property property, Trace trace) {
        Sample sample = Sample.around(trace, first.get());
        Seq<Reason> reasons = property.aboutRuns()
                .map(claim -> Reasons.against(claim.formula(), trace))
                .getOrElse(Vector.empty());
        Option<Question> asked = Question.of(property, trace);
        Seq<Decisive> looked = asked.map(question -> new CoreSearch(question, trace, sample).core())
                .getOrElse(() -> core(reasons, trace, sample));
        Seq<Decisive> ending =
                asked.isDefined() ? Vector.empty() : halting(trace, sample).removeAll(looked);
        Seq<Decisive> core =
                looked.appendAll(ending).appendAll(failing(trace, sample)).distinct();
        TracedRun run = new TracedRun(trace, core);
        String sentence = property.sentence()
                .flatMap(words -> Try.of(() -> words.of(run)) // it may not know this way to break its claim
                        .filter(Objects::nonNull)
                        .toOption())
                .getOrElse(() -> new DerivedSentence(run, trace, reasons).of(property));
        return new Explanation(core, ending, reasons, sentence);
    }

    /** What decides the parts of a formula that speak of one state; what is so forever is decided at each moment. */
    private static Seq<Decisive> core(Seq<Reason> reasons, Trace trace, Sample sample) {
        return reasons.filter(reason -> Momentary.is(reason.formula()))
                .flatMap(reason -> core(reason, trace, sample))
                .distinct();
    }

    private static Seq<Decisive> core(Reason reason, Trace trace, Sample sample) {
        Vector<Decisive> core = Vector.empty();
        for (int moment : moments(reason, trace)) {
            if (!isSettled(core, moment, trace)) {
                Question question = values -> Momentary.isTrue(reason.formula(), values.at(moment)) == reason.isTrue();
                core = core.appendAll(new CoreSearch(question, trace, sample).core());
            }
        }
        return core;
    }

    /** The moments at which it is so: those of the loop that come before it come after it as well. */
    private static Seq<Integer> moments(Reason reason, Trace trace) {
        if (reason.lasts() != Reason.Lasts.FOREVER) {
            return Vector.of(reason.moment());
        }
        Truths truths = new Truths(trace);
        return Vector.range(reason.moment(), truths.positions())
                .appendAll(Vector.range(truths.loopStart(), reason.moment()));
    }

    /** Whether what decides it at another moment is the same now. */
    private static boolean isSettled(Seq<Decisive> core, int moment, Trace trace) {
        return core.groupBy(Decisive::moment)
                .values()
                .exists(same -> same.forAll(one -> trace.before(one.moment())
                        .read(one.cell())
                        .equals(trace.before(moment).read(one.cell()))));
    }

    /** What makes the last step fail of a run that ends with it. */
    private static Seq<Decisive> failing(Trace trace, Sample sample) {
        return Question.failed(trace)
                .map(question -> new CoreSearch(question, trace, sample).core())
                .getOrElse(Vector.empty());
    }

    /** What keeps everybody from going on where a run ends that should have gone on. */
    private static Seq<Decisive> halting(Trace trace, Sample sample) {
        return Question.halted(trace)
                .map(question -> new CoreSearch(question, trace, sample).core())
                .getOrElse(Vector.empty());
    }
}
