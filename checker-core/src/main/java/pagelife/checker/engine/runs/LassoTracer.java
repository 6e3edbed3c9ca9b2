package pagelife.checker.engine.runs;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import pagelife.checker.engine.code.Effect;
import pagelife.checker.engine.code.Execution;
import pagelife.checker.engine.code.Memo;
import pagelife.checker.engine.code.StepProgram;
import pagelife.checker.engine.explore.Tracer;
import pagelife.checker.explain.Arrangement;
import pagelife.checker.explain.LassoCheck;
import pagelife.checker.liveness.IntLasso;
import pagelife.checker.ltl.Assumption;
import pagelife.checker.model.ModelException;
import pagelife.checker.model.Move;
import pagelife.checker.model.State;
import pagelife.checker.model.Step;
import pagelife.checker.property.Temporal;
import pagelife.checker.result.Trace;
import pagelife.checker.result.TraceStep;
import pagelife.checker.result.Treatment;

/**
 * Executes the model's own code along a lasso and checks that it closes, that it breaks the property, and that it meets
 * each fairness assumption, before anybody sees it.
 */
final class LassoTracer {
    private final Memo memo;
    private final Tracer tracer;
    private final Execution execution;
    private final Exploration found;

    /** A counterexample that has proved itself, and how it meets fairness. */
    record Proven(Trace trace, Seq<Treatment> treatments) {}

    LassoTracer(Exploration found) {
        this.memo = found.memo();
        this.tracer = new Tracer(memo);
        this.execution = new Execution(memo.cells());
        this.found = found;
    }

    Proven prove(Temporal property, Seq<Assumption> assumptions, IntLasso lasso) {
        int[] ids = found.ids(lasso.states()[0]);
        int[] first = ids;
        int[] looping = ids;
        Vector<TraceStep> steps = Vector.empty();
        List<List<Step>> possible = new ArrayList<>(List.of(possible(ids)));
        for (int i = 0; i < lasso.steps().length; i++) {
            boolean fails = lasso.fails() && i + 1 == lasso.steps().length;
            Effect effect = found.effect(lasso.steps()[i], ids, found.ids(lasso.states()[i + 1]), fails, execution);
            steps = steps.append(tracer.traceStep(effect, ids));
            ids = Execution.apply(effect, ids);
            possible.add(possible(ids));
            looping = i + 1 == lasso.loopStart() ? ids : looping;
        }
        Trace trace = new Trace(memo.cells().box(first), steps, Option.some(lasso.loopStart()));
        if (!Arrays.equals(ids, looping)
                || !memo.cells().model().initialStates().contains(trace.initial())) {
            throw wrong(property, "does not close or does not start where the model does");
        }
        Seq<Treatment> treatments = judge(property, assumptions, new LassoCheck(trace, possible));
        return arranged(property, assumptions, Arrangement.of(trace))
                .getOrElse(() -> new Proven(Arrangement.asItIs(trace), treatments));
    }

    /** A claim about runs may see an order: the best one counts only if it breaks the claim, and is as fair. */
    private Option<Proven> arranged(Temporal property, Seq<Assumption> assumptions, Trace best) {
        List<List<Step>> possible = IntStream.rangeClosed(0, best.length())
                .mapToObj(best::before)
                .map(LassoTracer::possible)
                .toList();
        LassoCheck check = new LassoCheck(best, possible);
        Seq<Treatment> treatments = check.treatments(assumptions);
        return Option.when(
                !check.satisfies(property.formula()) && treatments.size() == assumptions.size(),
                new Proven(best, treatments));
    }

    private static List<Step> possible(State state) {
        return state.model()
                .steps()
                .filter(step -> Move.isPossible(state, step))
                .asJava();
    }

    private Seq<Treatment> judge(Temporal property, Seq<Assumption> assumptions, LassoCheck check) {
        if (check.satisfies(property.formula())) {
            throw wrong(property, "does not break it");
        }
        Seq<Treatment> treatments = check.treatments(assumptions);
        if (treatments.size() < assumptions.size()) {
            throw wrong(property, "does not meet the fairness assumed");
        }
        return treatments;
    }

    /** The model cannot be to blame for this but by claims that answer differently each time. */
    private ModelException wrong(Temporal property, String what) {
        return new ModelException("property " + property.name() + ": its counterexample, executed again, " + what
                + ": a proposition may depend only on what it reads through its view; if it does, this is an error in"
                + " Pagelife, please report it with the model");
    }

    private List<Step> possible(int[] ids) {
        return Arrays.stream(memo.steps())
                .filter(program -> !execution.effects(program, ids).isEmpty())
                .map(StepProgram::step)
                .toList();
    }
}
