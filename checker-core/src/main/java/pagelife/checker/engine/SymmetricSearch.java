package pagelife.checker.engine;

import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import pagelife.checker.model.Model;
import pagelife.checker.property.Property;
import pagelife.checker.result.Result;
import pagelife.checker.search.Limits;
import pagelife.checker.search.Options;
import pagelife.checker.symmetry.Rearrangement;
import pagelife.checker.symmetry.Symmetry;
import pagelife.checker.symmetry.ToldApartException;

/**
 * A search of one state for each orbit. That identities can change places was never declared: where somebody turns out
 * to tell them apart, it is begun anew without them. Time is one for all.
 */
public final class SymmetricSearch {
    private final Model model;
    private final Seq<Property> properties;
    private final Options options;
    private final long started;
    /** The exchanges that are told apart, by what they move, and what does so. */
    private Map<Map<Object, Object>, String> told = HashMap.empty();

    public SymmetricSearch(Model model, Seq<Property> properties, Options options) {
        this.model = model;
        this.properties = properties;
        this.options = options;
        this.started = options.ticker().read();
    }

    /** Runs it. */
    public Result run() {
        while (true) {
            Symmetry symmetry = Symmetry.of(model, told);
            try {
                return new Search(model, properties, options.withLimits(left()), symmetry).run();
            } catch (ToldApartException e) {
                note(symmetry, e);
            }
        }
    }

    /** What tells apart what several exchanges make is told of all that may have to do with it. */
    private void note(Symmetry symmetry, ToldApartException found) {
        Seq<Rearrangement> known = symmetry.exchanges().filter(found.which()::equals);
        Seq<Rearrangement> suspected = known.isEmpty()
                ? symmetry.exchanges()
                        .filter(one ->
                                one.identities().keySet().exists(found.which().identities()::containsKey))
                : known;
        suspected.forEach(one -> told = told.put(one.identities(), found.getMessage()));
    }

    private Limits left() {
        Limits limits = options.limits();
        long gone = options.ticker().read() - started;
        return limits.nanos() == Long.MAX_VALUE ? limits : limits.withNanos(Math.max(1, limits.nanos() - gone));
    }
}
