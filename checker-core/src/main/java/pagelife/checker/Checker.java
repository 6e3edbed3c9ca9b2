package pagelife.checker;

import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import pagelife.checker.engine.FurtherSearch;
import pagelife.checker.engine.GraphSearch;
import pagelife.checker.engine.Search;
import pagelife.checker.engine.SymmetricSearch;
import pagelife.checker.engine.explore.CheckpointFolder;
import pagelife.checker.explain.Judge;
import pagelife.checker.graph.ExploredGraph;
import pagelife.checker.graph.LastStates;
import pagelife.checker.graph.TooLarge;
import pagelife.checker.ltl.Assumptions;
import pagelife.checker.model.Model;
import pagelife.checker.property.Property;
import pagelife.checker.property.Temporal;
import pagelife.checker.result.Finding;
import pagelife.checker.result.Result;
import pagelife.checker.result.StepUses;
import pagelife.checker.result.Trace;
import pagelife.checker.search.CheckpointReport;
import pagelife.checker.search.More;
import pagelife.checker.search.Options;
import pagelife.checker.simulate.Simulator;
import pagelife.checker.simulate.Walks;

/**
 * The checker: explores every interleaving of a model's actors and answers each property. It prints nothing and reads
 * no clock but the one in its options.
 */
public final class Checker {
    private Checker() {}

    /**
     * Checks {@code properties} on {@code model}.
     *
     * <p>Each property is searched for itself: a state that breaks one is still explored for the others. A
     * breadth-first counterexample has the fewest possible steps, and is the same for any number of threads.
     *
     * @throws pagelife.checker.model.ModelException if the model breaks its promises; a broken property is not thrown
     */
    public static Result check(Model model, Seq<Property> properties, Options options) {
        return options.symmetric()
                ? new SymmetricSearch(model, properties, options).run()
                : new Search(model, properties, options).run();
    }

    /**
     * Takes random walks through {@code model}, for what is too large to be searched. A claim that is broken, and a
     * sometimes that happens, get a trace, which need not be the shortest; no other verdict than {@code UNDECIDED} can
     * come of walks.
     *
     * @param options threads, the limit on time, and how to be interrupted; nothing else of it matters
     * @param listener hears now and then how many walks have been taken
     */
    public static Result simulate(
            Model model, Seq<Property> properties, Walks walks, Options options, LongConsumer listener) {
        return new Simulator(model, properties, walks, options, listener).run();
    }

    /** Explores {@code model} within the limits of {@code options}; no graph if it has more than {@code mostEdges}. */
    public static Either<TooLarge, ExploredGraph> graph(Model model, Options options, int mostEdges) {
        return GraphSearch.explore(model, options, mostEdges);
    }

    /**
     * The states of {@code model} in which no step is possible; empty when the limits of {@code options} do not let
     * every state be seen.
     */
    public static Option<LastStates> lastStates(Model model, Options options) {
        return GraphSearch.last(model, options);
    }

    /**
     * The findings of {@code result}, with other counterexamples beside the usual ones: {@code more} says which. A
     * further one comes after that which it differs from, and says what sets it {@linkplain Finding#apart apart}. Where
     * there is none, or none that passes such a state, the last says so.
     *
     * <p>Of claims about states and steps each is shortest, and claims that something happens sometimes can be shown
     * through a state, too. A claim about runs gives what the search for runs finds first, which need not be shortest.
     *
     * @param options as in the check; a limit leaves it open whether there are others
     */
    public static Seq<Finding> further(Result result, More more, Options options) {
        return FurtherSearch.of(result, more, options);
    }

    /**
     * What the code of each step of {@code model} reads, writes and waits for, as it was recorded in every state that
     * the limits of {@code options} let be explored.
     */
    public static StepUses uses(Model model, Options options) {
        return GraphSearch.uses(model, options);
    }

    /** The first {@code mostStates} states of {@code model}, breadth-first, and the steps between them. */
    public static ExploredGraph firstStates(Model model, int mostStates) {
        return GraphSearch.exploreFirst(model, mostStates);
    }

    /**
     * Whether {@code run} breaks a claim about runs: its loop closes, it is fair, and the formula is not true of it.
     * Judged by the definitions alone, without a search.
     *
     * @param fairness the fairness assumed; empty for what the claim and the model declare
     */
    public static boolean breaks(Temporal claim, Trace run, Option<Assumptions> fairness) {
        return Judge.breaks(claim, run, fairness);
    }

    /** Looks at a folder of checkpoints, changing nothing. Whatever is in it, the answer is a report. */
    public static CheckpointReport examine(Path folder) {
        return CheckpointFolder.examine(folder);
    }
}
