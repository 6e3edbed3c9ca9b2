package pagelife.checker.engine;

import io.vavr.collection.HashSet;
import io.vavr.collection.LinkedHashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Comparator;
import java.util.PriorityQueue;
import pagelife.checker.explain.Explainer;
import pagelife.checker.explain.Explanation;
import pagelife.checker.explain.Story;
import pagelife.checker.model.Step;
import pagelife.checker.result.Finding;
import pagelife.checker.result.Trace;
import pagelife.checker.search.More;

/**
 * Counterexamples of a claim, each of which differs from those before it in a decisive step of theirs.
 *
 * <p>How: a run that lacks a decisive step of those that are shown lacks one of each of them. So the space of runs is
 * split after each by the step that is not taken, and the shortest of all parts is next (E. L. Lawler, "A procedure for
 * computing the k best solutions to discrete optimization problems", Management Science 18(7), 1972).
 */
final class Enumeration {
    /** Parts of the space that are looked at for one claim: of more, no reader would want the next. */
    private static final int MOST_PARTS = 500;

    private final Finding finding;
    private final More more;
    private final FurtherSearch.Ways ways;
    private final Explainer explainer;
    private final PriorityQueue<Part> parts = new PriorityQueue<>(
            Comparator.<Part>comparingInt(part -> part.best.trace().get().length())
                    .thenComparingInt(Part::number));
    private Set<Set<Step>> tried = HashSet.empty();
    private Vector<Finding> shown = Vector.empty();
    private Vector<Set<Step>> decisive = Vector.empty();

    /** The runs that take none of these steps, and the first of them. */
    private record Part(int number, Set<Step> avoided, Finding best) {}

    Enumeration(Finding finding, More more, FurtherSearch.Ways ways, Explainer explainer) {
        this.finding = finding;
        this.more = more;
        this.ways = ways;
        this.explainer = explainer;
    }

    Seq<Finding> findings() {
        Option<Finding> first = more.through().isEmpty()
                ? Option.some(finding)
                : ways.avoiding(Vector.of(HashSet.empty())).head();
        if (first.isEmpty()) {
            return Vector.of(finding.apart(ways.doubt()
                    .map(why -> "whether one passes such a state is not known: " + why)
                    .getOrElse(() ->
                            "none passes a state where " + more.through().get().name())));
        }
        show(first.get(), LinkedHashSet.empty());
        while (shown.size() <= more.count() && !parts.isEmpty()) {
            next(parts.remove());
        }
        return shown.size() > more.count() ? shown : shown.update(shown.size() - 1, this::last);
    }

    /** Shows what is new, and looks further around it; around one that is not, too. */
    private void next(Part part) {
        Set<Step> taken = HashSet.ofAll(part.best.trace().get().steps().map(step -> step.step()));
        Option<Set<Step>> known = decisive.find(taken::containsAll);
        if (known.isEmpty()) {
            show(part.best, part.avoided);
        } else {
            split(known.get(), part.avoided);
        }
    }

    private void show(Finding found, Set<Step> avoided) {
        Trace trace = found.trace().get();
        Explanation why = explainer.explain(found.property(), trace);
        Set<Step> steps = LinkedHashSet.ofAll(Story.of(trace, why.core(), why.steps())
                .decisive()
                .map(number -> trace.steps().get(number - 1).step()));
        String words = words(trace, avoided);
        shown = shown.append(words.isEmpty() ? found : found.apart(words));
        decisive = decisive.append(steps);
        if (shown.size() <= more.count()) {
            split(steps, avoided);
        }
    }

    private void split(Set<Step> steps, Set<Step> avoided) {
        Seq<Set<Step>> wanted = steps.toVector()
                .map(avoided::add)
                .filter(one -> !tried.contains(one) && one.size() > avoided.size())
                .take(MOST_PARTS - tried.size());
        tried = tried.addAll(wanted);
        if (wanted.nonEmpty()) {
            wanted.zip(ways.avoiding(wanted))
                    .forEach(one ->
                            one._2().forEach(best -> parts.add(new Part(parts.size() + tried.size(), one._1(), best))));
        }
    }

    private String words(Trace trace, Set<Step> avoided) {
        Option<String> through = more.through().map(one -> one.name() + " " + when(trace));
        Option<String> without = Option.when(
                avoided.nonEmpty(),
                () -> "never takes " + avoided.map(Step::toString).mkString(", nor "));
        Seq<String> words = through.toVector().appendAll(without);
        return words.isEmpty() || ways.areShortest()
                ? words.mkString("; ")
                : words.append("a shorter such run may be").mkString("; ");
    }

    /** The first moment at which it is as wanted. */
    private String when(Trace trace) {
        int moment = Vector.rangeClosed(0, trace.length())
                .find(at -> more.through().get().holds().test(trace.before(at)))
                .get();
        return moment == 0 ? "from the start" : "after step " + moment;
    }

    private Finding last(Finding found) {
        String others = shown.size() == 1
                ? "no other lacks one of its decisive steps"
                : "no other lacks a decisive step of each that is shown";
        String why = tried.size() >= MOST_PARTS ? " among the first " + MOST_PARTS + " that were tried" : "";
        return found.apart(ways.doubt().map(FurtherSearch.NOT_KNOWN::concat).getOrElse(others + why));
    }
}
