package pagelife.checker.observe;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The way from the nodes that explain the first observations to those that explain one more: all that may happen
 * unseen, then what is seen. What breaks a claim that is to be kept is no way.
 */
final class Layer {
    /* A layer of more nodes does not fit the usual heap; the widest of the recordings that we have had 7,000. */
    private static final int WIDEST = 2_000_000;

    private final Deeds deeds;
    private final Course course;
    private final Effort effort;
    private final boolean keepsClaims;
    private final List<Deed> found = new ArrayList<>();
    private long made;
    private boolean tooWide;
    private boolean boxed;

    /** The layers of one search through one recording. */
    Layer(Deeds deeds, Course course, Effort effort, boolean keepsClaims) {
        this.deeds = deeds;
        this.course = course;
        this.effort = effort;
        this.keepsClaims = keepsClaims;
    }

    /** Whether as many nodes were made as may be, in all or at once. */
    boolean isSpent() {
        return tooWide || made >= effort.nodes();
    }

    /** How many nodes were made. */
    long made() {
        return made;
    }

    /** Where a run may start. */
    List<Node> first() {
        List<Node> nodes = new ArrayList<>();
        Seq<int[]> initial = deeds.initial();
        for (int i = 0; i < initial.size(); i++) {
            if (!keepsClaims || !deeds.isBroken(initial.get(i))) {
                nodes.add(new Node(initial.get(i), Owed.NOTHING, new Trail(null, null, i, Trail.NOBODY, false)));
            }
        }
        return nodes;
    }

    /**
     * The nodes that explain one observation more.
     *
     * @param before those that explain the ones before it
     * @param unseen those of them for which it matters what happens unseen; what can happen is added
     * @param boxes what may be taken before it is seen; empty where lines are taken for what happens at them
     */
    List<Node> next(
            Collection<Node> before, int position, Set<Node> unseen, List<Mover> movers, Option<List<Early>> boxes) {
        boxed = boxes.isDefined();
        if (course.sight(position) instanceof Sight.On) {
            return new ArrayList<>(before);
        }
        Set<Node> after = new LinkedHashSet<>();
        for (Node node : before) {
            if (isSettled(node, position)) {
                match(node, position, after);
            } else {
                unseen.add(node);
            }
        }
        close(unseen, position, movers, boxes.getOrElse(List.of()));
        for (Node node : unseen) {
            match(node, position, after);
        }
        return new ArrayList<>(after);
    }

    /** Whether it does not matter for an observation what happens unseen before it. */
    private boolean isSettled(Node node, int position) {
        Sight sight = course.sight(position);
        Owed.Item next = node.owed().next(course.task(position));
        if (next != null && next.isAnnounced()) {
            return false;
        }
        return sight instanceof Sight.Quiet
                || next != null && !(sight instanceof Sight.Off) && (next.met() || !(sight instanceof Sight.Shows));
    }

    private void close(Set<Node> nodes, int position, List<Mover> movers, List<Early> early) {
        List<Node> open = new ArrayList<>(nodes);
        for (int i = 0; i < open.size() && !isSpent(); i++) {
            for (Mover mover : movers) {
                for (Node next : unseen(open.get(i), mover, position, early)) {
                    if (nodes.add(next)) {
                        open.add(next);
                    }
                }
            }
            tooWide = open.size() > WIDEST;
        }
    }

    /** Where an actor can come to without being seen. */
    private List<Node> unseen(Node node, Mover mover, int position, List<Early> early) {
        List<Node> next = new ArrayList<>(2);
        boolean mayMove = mover.mayMove(node.owed());
        if (mayMove || mover.hasAnnounced(node.owed())) {
            for (Deed deed : deeds(node, mover.actor())) {
                if (deed.isHidden() && mayMove) {
                    take(node, deed, node.owed(), new Trail(node.trail(), deed, position, Trail.NOBODY, false), next);
                } else if (deed.things().length > 0) {
                    early(node, deed, mover.actor(), position, early, next);
                } else if (deed.announcedBy() != Deed.NOTHING) {
                    announced(node, deed, mover, position, next);
                }
            }
        }
        return next;
    }

    /** Takes a step that is seen later. */
    private void early(Node node, Deed deed, int actor, int position, List<Early> early, List<Node> next) {
        for (Early each : early) {
            if (each.mayBe(deed, actor) && isDue(node, deed, each.task())) {
                Trail trail = new Trail(node.trail(), deed, position, each.task(), false);
                take(node, deed, owing(node, deed, each.task(), each.position(), 0), trail, next);
            }
        }
    }

    /** Takes a step of which no more is to be seen than that it is about to be taken. */
    private void announced(Node node, Deed deed, Mover mover, int position, List<Node> next) {
        for (int task : mover.tasks()) {
            if (isDue(node, deed, task)) {
                Trail trail = new Trail(node.trail(), deed, position, task, false);
                take(node, deed, owing(node, deed, task, position, 0), trail, next);
            }
        }
    }

    /** Whether a task owes nothing that keeps it from a step: nothing at all, or just this one, which it has announced. */
    private static boolean isDue(Node node, Deed deed, int task) {
        Owed.Item next = node.owed().next(task);
        return next == null
                ? deed.announcedBy() == Deed.NOTHING
                : next.isAnnounced() && next.thing() == deed.announcedBy();
    }

    private List<Deed> deeds(Node node, int actor) {
        found.clear();
        deeds.of(node.ids(), actor, found);
        return found;
    }

    private void take(Node from, Deed deed, Owed owed, Trail trail, Collection<Node> to) {
        int[] after = deed.after(from.ids());
        if (keepsClaims && (deeds.isBroken(deed, from.ids()) || deeds.isBroken(after))) {
            return;
        }
        made++;
        to.add(new Node(after, owed, trail));
    }

    /**
     * What is owed when a task has taken a step.
     *
     * @param position where its first label is seen, or is going to be
     * @param seen how many of its labels have been seen
     */
    private Owed owing(Node before, Deed deed, int task, int position, int seen) {
        Owed.Item announced = before.owed().announced(task);
        Owed owed = (announced == null ? before.owed() : before.owed().without(announced)).after(deed.shows());
        for (int i = seen; i < deed.things().length; i++) {
            int expected = course.expected(task, position, i);
            owed = owed.with(
                    Owed.Item.shown(task, deed.things()[i], deed.shows().get(i), expected));
        }
        return owed;
    }

    /** Adds where a node is when it has explained an observation. */
    private void match(Node node, int position, Collection<Node> after) {
        Sight sight = course.sight(position);
        Owed.Item next = node.owed().next(course.task(position));
        if (sight instanceof Sight.Off) {
            after.add(node);
        } else if (next != null && !next.isAnnounced()) {
            if (next.thing() == course.thing(position) && next.met()) {
                Trail trail = new Trail(node.trail(), null, position, course.task(position), true);
                after.add(new Node(node.ids(), node.owed().without(next), trail));
            }
        } else if (sight instanceof Sight.Shows || next == null && sight instanceof Sight.Begins) {
            step(node, position, after);
        } else if (next == null && isSo(node, position)) {
            after.add(node);
        }
    }

    private boolean isSo(Node node, int position) {
        Sight sight = course.sight(position);
        if (sight instanceof Sight.Finds finds) {
            return finds.condition().test(deeds.view(node.ids()));
        }
        if (sight instanceof Sight.Ends) {
            for (int actor : course.actors(position)) {
                if (deeds.rests(node.ids(), actor)) {
                    return true;
                }
            }
            return false;
        }
        return true;
    }

    /** Each of the actors that can take the step that is seen takes it, or announces it. */
    private void step(Node node, int position, Collection<Node> after) {
        int task = course.task(position);
        for (int actor : course.actors(position)) {
            for (Deed deed : deeds(node, actor)) {
                if (isSeen(deed, position) && isDue(node, deed, task)) {
                    takeAt(node, deed, position, 1, after);
                } else if (isAhead(deed, position) && node.owed().next(task) == null) {
                    announce(node, deed, position, after);
                }
            }
        }
    }

    private void takeAt(Node node, Deed deed, int position, int seen, Collection<Node> after) {
        int task = course.task(position);
        Trail trail = new Trail(node.trail(), deed, position, task, true);
        take(node, deed, owing(node, deed, task, position, seen), trail, after);
    }

    /** Where lines are taken for what happens at them, a step that shows nothing more is taken at once. */
    private void announce(Node node, Deed deed, int position, Collection<Node> after) {
        if (deed.things().length == 0) {
            takeAt(node, deed, position, 0, after);
        }
        if (deed.things().length > 0 || boxed) {
            int task = course.task(position);
            Label label = ((Sight.Shows) course.sight(position)).label();
            Owed owed = node.owed().with(Owed.Item.step(task, deed.announcedBy(), label));
            after.add(new Node(node.ids(), owed, new Trail(node.trail(), null, position, task, true)));
        }
    }

    private boolean isAhead(Deed deed, int position) {
        return course.sight(position) instanceof Sight.Shows && deed.announcedBy() == course.thing(position);
    }

    private boolean isSeen(Deed deed, int position) {
        if (course.sight(position) instanceof Sight.Begins begins) {
            return deed.begins().contains(begins.call());
        }
        return deed.things().length > 0
                && deed.things()[0] == course.thing(position)
                && ((Sight.Shows) course.sight(position))
                        .label()
                        .matches(deed.shows().head());
    }
}
