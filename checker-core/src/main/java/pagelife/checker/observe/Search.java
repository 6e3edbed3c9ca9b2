package pagelife.checker.observe;

import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import pagelife.checker.model.Model;

/**
 * A search for a run that explains a recording: layer by layer, each the nodes that explain one observation more.
 *
 * <p>At first a step is taken as its line is read, which is what happens where one CPU runs at a time. Where nothing
 * explains the next line so, the search goes back, by one window and then by twice as many observations each time, and
 * lets steps come before their lines from there on until it is past the place. At last it has let them from the
 * beginning: so nothing is rejected that some order explains, and most of a recording costs no more than if its lines
 * were in order.
 */
final class Search {
    /* The layers of the last observations are kept, and of those before them each of so many. */
    private static final int KEPT = 512;
    private static final int EACH = 128;

    private final Model model;
    private final Course course;
    private final Effort effort;
    private final Layer layer;
    private final TreeMap<Integer, List<Node>> kept = new TreeMap<>();
    /** From where on steps may come before their lines, and up to where. */
    private int boxedFrom;

    private int boxedTo = 0;
    /** The furthest observation that nothing explained, and how far the search has gone back for it. */
    private int blockedAt = -1;

    private int back;

    /**
     * How a search ended.
     *
     * @param reached how many observations are explained
     * @param nodes what explains all of them; if that is not all of the recording, where the model can have come to
     *     unseen before the next
     * @param isSpent whether it was given up
     * @param made how many nodes were made
     */
    record Ending(int reached, List<Node> nodes, boolean isSpent, long made) {}

    Search(Deeds deeds, Course course, Effort effort, boolean keepsClaims) {
        this.model = deeds.model();
        this.course = course;
        this.effort = effort;
        this.layer = new Layer(deeds, course, effort, keepsClaims);
    }

    /** Runs it, once. */
    Ending run() {
        List<Node> nodes = layer.first();
        Cpus cpus = new Cpus(model, course, 0);
        keep(0, nodes);
        int position = 0;
        while (position < course.length()) {
            Set<Node> unseen = new LinkedHashSet<>();
            Cpus now = cpus;
            int at = position;
            Option<List<Early>> boxes = Option.when(at < boxedTo, () -> Early.at(course, at, now, effort.window()));
            List<Node> next = layer.next(nodes, position, unseen, cpus.movers(), boxes);
            if (layer.isSpent()) {
                return new Ending(position, List.copyOf(nodes), true, layer.made());
            }
            if (!next.isEmpty()) {
                cpus.pass(position);
                nodes = next;
                keep(++position, nodes);
            } else if (isHopeless(position)) {
                unseen.addAll(nodes);
                return new Ending(position, new ArrayList<>(unseen), false, layer.made());
            } else {
                position = goBack(position);
                nodes = kept.get(position);
                cpus = new Cpus(model, course, position);
            }
        }
        return new Ending(position, nodes, false, layer.made());
    }

    private void keep(int position, List<Node> nodes) {
        kept.put(position, nodes);
        int old = position - KEPT;
        if (old > 0 && old % EACH != 0) {
            kept.remove(old);
        }
    }

    /** Whether steps were let come before their lines from the beginning on, to no avail. */
    private boolean isHopeless(int position) {
        return boxedFrom == 0 && position < boxedTo;
    }

    /** Where to go on from with steps that may come before their lines. */
    private int goBack(int position) {
        back = position > blockedAt ? effort.window() : 2 * back;
        blockedAt = Math.max(blockedAt, position);
        boxedTo = blockedAt + effort.window();
        Map.Entry<Integer, List<Node>> from = kept.floorEntry(Math.max(0, blockedAt - back));
        boxedFrom = from.getKey();
        kept.tailMap(boxedFrom, false).clear();
        return boxedFrom;
    }
}
