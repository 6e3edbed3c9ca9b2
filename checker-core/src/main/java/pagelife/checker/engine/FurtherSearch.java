package pagelife.checker.engine;

import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.checker.engine.runs.Detours;
import pagelife.checker.engine.runs.Exploration;
import pagelife.checker.explain.Explainer;
import pagelife.checker.liveness.Halt;
import pagelife.checker.ltl.Formula;
import pagelife.checker.ltl.Formulas;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelException;
import pagelife.checker.model.Step;
import pagelife.checker.property.Temporal;
import pagelife.checker.result.Finding;
import pagelife.checker.result.Result;
import pagelife.checker.result.Stop;
import pagelife.checker.result.Verdict;
import pagelife.checker.search.More;
import pagelife.checker.search.Options;
import pagelife.checker.search.Storage;

/**
 * Finds further counterexamples, and those that pass a state of some kind.
 *
 * <p>For claims about states and steps the space is explored once more and walked through for each question, so that
 * what is found is shortest. A claim about runs is asked as a weaker one instead: that it is so, or that such a state
 * is never passed, or one of the steps is taken. What breaks that is a run as wanted, found as all runs are.
 */
public final class FurtherSearch {
    static final String NOT_KNOWN = "whether there are others is not known: ";

    private final Model model;
    private final More more;
    private final Options options;
    private final Explainer explainer;

    private FurtherSearch(Model model, More more, Options options) {
        this.model = model;
        this.more = more;
        this.options =
                options.withStopWhenDecided(false).withStorage(Storage.NONE).withSymmetric(false);
        this.explainer = new Explainer(model);
    }

    /** See {@code Checker.further}. */
    public static Seq<Finding> of(Result result, More more, Options options) {
        Seq<Finding> wanted = result.findings().filter(finding -> isShown(finding, more));
        return more.isNone() || wanted.isEmpty()
                ? result.findings()
                : new FurtherSearch(result.model(), more, options).all(result.findings(), wanted);
    }

    /** What shows that something can happen is wanted another way only if it shall pass some state. */
    private static boolean isShown(Finding finding, More more) {
        return finding.trace().isDefined()
                && (finding.verdict() == Verdict.VIOLATED || more.through().isDefined());
    }

    private Seq<Finding> all(Seq<Finding> findings, Seq<Finding> wanted) {
        Seq<Finding> ofStates =
                wanted.filter(finding -> finding.property().aboutRuns().isEmpty());
        Map<Finding, Seq<Finding>> known = ofStates.isEmpty() ? HashMap.empty() : explored(ofStates);
        return findings.flatMap(finding -> known.get(finding)
                .orElse(() -> finding.property()
                        .aboutRuns()
                        .filter(claim -> wanted.contains(finding))
                        .map(claim -> further(finding, new Weaker(claim))))
                .getOrElse(Vector.of(finding)));
    }

    /** Those of claims about states and steps, from one exploration. */
    private Map<Finding, Seq<Finding>> explored(Seq<Finding> findings) {
        Seq<Tuple2<Finding, Option<Formula.Proposition>>> deciding =
                findings.map(finding -> Tuple.of(finding, Detours.deciding(finding.property(), model)));
        Search search = new Search(model, Vector.empty(), options);
        return search.run((rounds, stop) -> {
            try {
                Exploration found = search.exploration(
                        rounds,
                        deciding.flatMap(Tuple2::_2).appendAll(more.through()).distinct());
                return HashMap.ofEntries(deciding.map(one -> Tuple.of(
                        one._1(),
                        further(
                                one._1(),
                                new Explored(
                                        new Detours(found, one._1().property(), one._2(), more.through()), stop)))));
            } catch (Halt halt) {
                return HashMap.ofEntries(findings.map(
                        finding -> Tuple.of(finding, Vector.of(finding.apart(NOT_KNOWN + "a limit was reached")))));
            }
        });
    }

    private Seq<Finding> further(Finding finding, Ways ways) {
        return new Enumeration(finding, more, ways, explainer).findings();
    }

    /** Where runs that keep away from some steps come from. */
    interface Ways {
        /**
         * For each set of steps a run that takes none of them, and decides the claim; a shortest, where it can be had.
         */
        Seq<Option<Finding>> avoiding(Seq<Set<Step>> steps);

        /** Whether what is found is a shortest. */
        boolean areShortest();

        /** Why one that is not found may be there all the same; empty if it is not. */
        Option<String> doubt();
    }

    /** In an explored space. */
    private record Explored(Detours detours, Stop stop) implements Ways {
        @Override
        public Seq<Option<Finding>> avoiding(Seq<Set<Step>> steps) {
            return steps.map(one -> detours.shortest(one).map(detours::finding));
        }

        @Override
        public boolean areShortest() {
            return true;
        }

        @Override
        public Option<String> doubt() {
            return Option.when(stop != Stop.COMPLETE, stop::sentence);
        }
    }

    /** As what breaks weaker claims about runs. */
    private final class Weaker implements Ways {
        private final Temporal claim;
        private Option<String> doubt = Option.none();

        Weaker(Temporal claim) {
            this.claim = claim;
        }

        @Override
        public Seq<Option<Finding>> avoiding(Seq<Set<Step>> steps) {
            Seq<Temporal> weaker;
            try {
                weaker = steps.zipWithIndex(this::unless);
            } catch (ModelException tooLarge) {
                doubt = Option.some(tooLarge.getMessage());
                return steps.map(one -> Option.none());
            }
            Seq<Finding> found =
                    new Search(model, Vector.ofAll(weaker), options).run().findings();
            doubt = found.find(one -> one.verdict() == Verdict.UNDECIDED)
                    .map(Finding::remark)
                    .orElse(doubt);
            return found.map(one -> Option.when(
                    one.trace().isDefined(),
                    () -> new Finding(claim, one.verdict(), one.trace(), one.remark(), one.fairness())));
        }

        private Temporal unless(Set<Step> avoided, int number) {
            Formula taken = Formulas.any(avoided.toVector().map(Formulas::taken));
            Formula weak = more.through()
                    .map(one -> Formulas.not(Formulas.eventually(one)).or(claim.formula()))
                    .getOrElse(claim.formula());
            return new Temporal(
                    number + " " + claim.name(),
                    claim.claim(),
                    avoided.isEmpty() ? weak : Formulas.eventually(taken).or(weak),
                    Option.none(),
                    claim.fairness(),
                    claim.sentence());
        }

        @Override
        public boolean areShortest() {
            return false;
        }

        @Override
        public Option<String> doubt() {
            return doubt;
        }
    }
}
