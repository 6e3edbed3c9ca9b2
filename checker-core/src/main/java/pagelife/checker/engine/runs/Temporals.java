package pagelife.checker.engine.runs;

import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.io.UncheckedIOException;
import java.util.function.Predicate;
import pagelife.checker.automaton.Automaton;
import pagelife.checker.automaton.TooLarge;
import pagelife.checker.automaton.Translation;
import pagelife.checker.engine.code.Memo;
import pagelife.checker.engine.explore.Budget;
import pagelife.checker.engine.explore.Rounds;
import pagelife.checker.liveness.Halt;
import pagelife.checker.liveness.Hunt;
import pagelife.checker.liveness.IntLasso;
import pagelife.checker.liveness.StateSet;
import pagelife.checker.ltl.Assumption;
import pagelife.checker.ltl.Assumptions;
import pagelife.checker.ltl.Formula;
import pagelife.checker.ltl.Formulas;
import pagelife.checker.model.Actor;
import pagelife.checker.model.Model;
import pagelife.checker.property.Property;
import pagelife.checker.property.Temporal;
import pagelife.checker.result.Blame;
import pagelife.checker.result.FairnessFacts;
import pagelife.checker.result.Finding;
import pagelife.checker.result.Stop;
import pagelife.checker.result.Treatment;
import pagelife.checker.result.Verdict;
import pagelife.checker.search.Options;

/**
 * Answers temporal properties when the search is over: builds what it needs of the state graph, and hunts for a fair
 * run that breaks the property.
 *
 * <p>After a limit on states or depth it still hunts in the part that was explored: what it finds there is a run like
 * any other, since which steps are possible in a state is known exactly; what it does not find is {@code UNDECIDED}.
 * After a limit on time or memory it does not begin.
 */
public final class Temporals {
    private final Memo memo;
    private final Rounds rounds;
    private final Budget budget;
    private final Options options;
    private final Stop stop;
    private final Model model;
    private Option<Exploration> explored = Option.none();

    public Temporals(Memo memo, Rounds rounds, Budget budget, Options options, Stop stop) {
        this.memo = memo;
        this.rounds = rounds;
        this.budget = budget;
        this.options = options;
        this.stop = stop;
        this.model = memo.cells().model();
    }

    /** The answers to those of {@code properties} that are temporal. */
    public Map<Property, Finding> answer(Seq<Property> properties) {
        Seq<Temporal> temporals = properties.flatMap(Property::aboutRuns);
        Map<Property, Finding> findings = HashMap.empty();
        for (Temporal temporal : temporals) {
            findings = findings.put(temporal, answer(temporal, temporals));
        }
        return findings;
    }

    private Finding answer(Temporal property, Seq<Temporal> all) {
        Seq<Assumption> assumed = options.fairness()
                .orElse(property.fairness())
                .getOrElse(Assumptions.DECLARED)
                .in(model);
        boolean worthwhile = stop == Stop.COMPLETE || stop == Stop.MAX_STATES || stop == Stop.MAX_DEPTH;
        if (!worthwhile) {
            return undecided(property, assumed, stop);
        }
        try {
            return hunt(property, assumed, all);
        } catch (Halt halt) {
            return undecided(property, assumed, reached(halt));
        } catch (TooLarge e) {
            return undecided(property, assumed, e.getMessage());
        } catch (UncheckedIOException e) {
            explored = Option.none();
            return undecided(
                    property,
                    assumed,
                    Stop.DISK.sentence() + " (" + e.getCause().getMessage() + ")");
        } catch (OutOfMemoryError e) {
            explored = Option.none();
            return undecided(property, assumed, Stop.MEMORY);
        }
    }

    private Stop reached(Halt halt) {
        return halt.reason() == Halt.Reason.MEMORY
                ? Stop.MEMORY
                : budget.reached(0).getOrElse(Stop.MEMORY);
    }

    private Finding undecided(Temporal property, Seq<Assumption> assumed, Stop reached) {
        return undecided(property, assumed, reached.sentence());
    }

    private Finding undecided(Temporal property, Seq<Assumption> assumed, String why) {
        FairnessFacts facts = new FairnessFacts(assumed, Option.none(), Vector.empty(), notOwed(assumed));
        return new Finding(property, Verdict.UNDECIDED, Option.none(), why, Option.some(facts));
    }

    private Finding hunt(Temporal property, Seq<Assumption> assumed, Seq<Temporal> all) {
        if (explored.isEmpty()) {
            explored = Option.some(explore(all));
        }
        Exploration known = explored.get();
        Hunt hunt = hunt(known, Translation.rejecting(property.formula(), known.graph()::checkHalted));
        Option<IntLasso> lasso = hunt.lasso(assumed);
        if (lasso.isDefined()) {
            LassoTracer.Proven proven = new LassoTracer(known).prove(property, assumed, lasso.get());
            return violated(property, assumed, proven, hunt);
        }
        if (stop != Stop.COMPLETE) {
            return undecided(property, assumed, stop);
        }
        Blame needed = new Blamer(model, hunt).needed(assumed);
        Option<FairnessFacts> facts = Option.some(facts(assumed, Option.some(needed), Vector.empty()));
        Option<String> unasked = property.unasked();
        if (unasked.isDefined()) {
            return new Finding(property, Verdict.UNDECIDED, Option.none(), unasked.get(), facts);
        }
        boolean vacuous = property.premise().exists(premise -> !isMet(premise, known));
        return vacuous
                ? new Finding(property, Verdict.NEVER_HAPPENS, Option.none(), "no run meets its premise", facts)
                : new Finding(property, Verdict.HOLDS, Option.none(), "", facts);
    }

    /** A limit that is reached while more fairness is tried takes nothing from the counterexample. */
    private Finding violated(Temporal property, Seq<Assumption> assumed, LassoTracer.Proven proven, Hunt hunt) {
        Option<Blame> missing = Option.none();
        String remark = "";
        try {
            missing = stop == Stop.COMPLETE ? new Blamer(model, hunt).missing(assumed) : missing;
        } catch (Halt halt) {
            remark = reached(halt).sentence() + " before it was known whether more fairness would help";
        }
        FairnessFacts facts = facts(assumed, missing, proven.treatments());
        return new Finding(property, Verdict.VIOLATED, Option.some(proven.trace()), remark, Option.some(facts));
    }

    /** The propositions that are true in no state, where that is known. */
    public Seq<String> neverTrue() {
        return propositions(set -> set.size() == 0);
    }

    /** The propositions that are true in every state, where that is known. */
    public Seq<String> neverFalse() {
        return propositions(set -> set.size() == rounds.states());
    }

    private Seq<String> propositions(Predicate<StateSet> where) {
        return explored.toVector()
                .flatMap(known -> known.graph().propositions())
                .filter(proposition -> where.test(proposition._2))
                .map(proposition -> proposition._1.name());
    }

    private FairnessFacts facts(Seq<Assumption> assumed, Option<Blame> blame, Seq<Treatment> treatments) {
        return new FairnessFacts(assumed, blame, treatments, notOwed(assumed));
    }

    private Seq<Actor> notOwed(Seq<Assumption> assumed) {
        return model.actors()
                .filter(actor ->
                        !assumed.exists(assumption -> assumption.steps().exists(step -> step.actor() == actor)));
    }

    /** Whether some position of some run meets a premise, fair or not. */
    private boolean isMet(Formula premise, Exploration known) {
        return StatesWhere.isMetBySome(premise, known.graph())
                .getOrElse(() -> hunt(
                                known, Translation.accepting(Formulas.eventually(premise), known.graph()::checkHalted))
                        .succeeds(Vector.empty()));
    }

    private Hunt hunt(Exploration known, Automaton automaton) {
        return new Hunt(known.graph(), automaton, model.steps().size());
    }

    private Exploration explore(Seq<Temporal> all) {
        Seq<Formula> formulas = all.map(Temporal::formula).appendAll(all.flatMap(Temporal::premise));
        return Exploration.of(
                rounds,
                memo,
                budget,
                formulas.flatMap(Formula::atoms)
                        .filter(Formula.Proposition.class::isInstance)
                        .map(Formula.Proposition.class::cast)
                        .distinct(),
                stop == Stop.COMPLETE);
    }
}
