package pagelife.specs.matrix;

import io.vavr.collection.Seq;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.collection.Vector;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import pagelife.checker.model.ModelException;
import pagelife.checker.property.Property;
import pagelife.checker.result.Finding;
import pagelife.checker.result.Result;
import pagelife.checker.result.Verdict;
import pagelife.checker.search.Options;
import pagelife.models.Protocol;
import pagelife.models.Settings;
import pagelife.models.Variant;
import pagelife.specs.FamilySpecs;
import pagelife.specs.Inquiry;

/**
 * Checks the combinations of a space. What meets the goal that is to be confirmed is checked once more, with everybody
 * at once.
 *
 * @param <P> the family's protocols
 */
public final class Survey<P extends Protocol> {
    private final FamilySpecs<P> specs;
    private final DesignSpace space;
    private final Options options;
    private final Map<Key, SortedMap<String, Integer>> known = new HashMap<>();
    private long states;

    private record Key(String scene, Settings rules) {}

    /** A survey of {@code space}, whose family is that of {@code specs}. */
    public Survey(FamilySpecs<P> specs, DesignSpace space, Options options) {
        this.specs = specs;
        this.space = space;
        this.options = options.withStopWhenDecided(true);
    }

    /**
     * Checks every combination that means something; when the caller wants to stop, the matrix says how many are
     * missing.
     *
     * @param progress told how many of how many were checked, after each
     */
    public Matrix run(BiConsumer<Integer, Integer> progress) {
        Seq<Combination> some = space.combinations()
                .filter(combination -> space.exclusion(combination).isEmpty());
        Vector<Judged> judged = Vector.empty();
        for (Combination combination : some) {
            Judged next = judge(combination);
            if (options.interrupted().getAsBoolean()) { // perhaps in the midst of a search: it may not have seen all
                break;
            }
            judged = judged.append(next);
            progress.accept(judged.size(), some.size());
        }
        return new Matrix(space, judged, some.size() - judged.size(), known.size(), states);
    }

    private Judged judge(Combination combination) {
        Judged judged = new Judged(combination, TreeMap.empty());
        for (Scene scene : space.scenes()) {
            judged = judged.and(find(scene, combination));
        }
        return space.confirmed().isMet(judged) ? judged.and(find(space.all(), combination)) : judged;
    }

    /** What breaks in a scene. */
    private SortedMap<String, Integer> find(Scene scene, Combination combination) {
        Key key = new Key(scene.name(), scene.known(space.rules(combination)));
        SortedMap<String, Integer> found = known.get(key);
        if (found == null) {
            found = check(scene, key.rules());
            known.put(key, found);
        }
        return found;
    }

    private SortedMap<String, Integer> check(Scene scene, Settings rules) {
        try {
            return broken(scene, rules);
        } catch (ModelException e) {
            throw new ModelException("with " + rules + ": " + e.getMessage(), e);
        }
    }

    private SortedMap<String, Integer> broken(Scene scene, Settings rules) {
        Variant plain = new Variant(space.family(), "matrix", "", "", Settings.NONE, Settings.NONE);
        Inquiry<P> inquiry = Inquiry.about(specs, plain, rules, scene.bounds());
        Seq<Property> judged =
                inquiry.claims().filter(claim -> scene.properties().contains(claim.id()));
        Result result = inquiry.check(judged, options);
        states += result.counts().states();
        SortedMap<String, Integer> broken = TreeMap.empty();
        for (Finding finding : result.findings().filter(found -> found.verdict() == Verdict.VIOLATED)) {
            broken = broken.put(finding.property().id(), finding.trace().get().length());
        }
        return broken;
    }
}
