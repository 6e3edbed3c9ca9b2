package pagelife.checker.engine.explore;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import pagelife.checker.engine.code.Cells;
import pagelife.checker.engine.code.Watch;
import pagelife.checker.property.Property;

/**
 * What the watches have seen: at most one sighting each, the first and, among those of one depth, the preferred one.
 */
public final class Sightings {
    private final Seq<Watch> watches;
    private final Cells cells;
    private final Map<Watch, Sighting> sightings = new LinkedHashMap<>();

    public Sightings(Seq<Watch> watches, Cells cells) {
        this.watches = watches;
        this.cells = cells;
    }

    /**
     * Takes in what workers saw while they explored states of one depth.
     *
     * @return whether anything new was among it
     */
    public boolean settle(List<Map<Watch, Candidate>> seen, int depth) {
        boolean any = false;
        for (Watch watch : watches) {
            Option<Candidate> best = Vector.ofAll(seen)
                    .flatMap(each -> Option.of(each.get(watch)))
                    .reduceLeftOption((left, right) -> right.before(left, cells) ? right : left);
            if (best.isDefined() && !sightings.containsKey(watch)) {
                sightings.put(watch, new Sighting(watch, best.get(), depthOf(watch, depth), Option.none()));
                any = true;
            }
        }
        return any;
    }

    /** A claim about a state is evaluated when the state is new, one level below; others where they are met. */
    private static int depthOf(Watch watch, int exploring) {
        return switch (watch.role()) {
            case BROKEN_STEP, DEADLOCK -> exploring;
            case BROKEN_STATE, WITNESS, PREMISE -> exploring + 1;
        };
    }

    /** Takes a sighting of an earlier run back in. */
    public void restore(Sighting sighting) {
        sightings.put(sighting.watch(), sighting);
    }

    /** All sightings. */
    List<Sighting> all() {
        return List.copyOf(sightings.values());
    }

    /** Adds the path to the sightings that have none. */
    public void path(Function<Sighting, List<int[]>> path) {
        sightings.replaceAll((watch, sighting) -> sighting.path().isDefined()
                ? sighting
                : new Sighting(watch, sighting.candidate(), sighting.depth(), Option.some(path.apply(sighting))));
    }

    /** The watches that have seen nothing yet. */
    public BitSet open() {
        BitSet open = new BitSet();
        watches.filter(watch -> !sightings.containsKey(watch)).forEach(watch -> open.set(watch.index()));
        return open;
    }

    public Option<Sighting> of(Property property, Watch.Role role) {
        return watches.find(watch -> watch.property() == property && watch.role() == role)
                .flatMap(watch -> Option.of(sightings.get(watch)));
    }

    /** The sightings that a trace is wanted for. */
    public List<Sighting> shown() {
        return sightings.values().stream()
                .filter(sighting -> sighting.watch().role() != Watch.Role.PREMISE)
                .toList();
    }

    /** Whether every property has its answer, whatever else is reachable. */
    public boolean decided() {
        return watches.forAll(
                watch -> watch.role() == Watch.Role.PREMISE || watch.unasked() || sightings.containsKey(watch));
    }
}
