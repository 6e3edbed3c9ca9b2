package pagelife.specs.observe;

import io.vavr.collection.HashMap;
import io.vavr.collection.HashSet;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import pagelife.checker.model.At;
import pagelife.checker.model.Event;
import pagelife.checker.model.Transition;
import pagelife.checker.observe.Label;
import pagelife.checker.observe.Reading;
import pagelife.models.fsdax.Fault;
import pagelife.models.page.PageEvent;
import pagelife.models.page.Pagemap;

/**
 * What probes show of the steps of the fsdax models, in the order in which the kernel reaches them: most is what the
 * steps tell; a step that stands for the entry of a probed function shows that first.
 *
 * @param shown the kinds that the recording can show: what others would have said is not missed
 */
record FsdaxReading(Set<String> shown) implements Reading {
    /** Steps at whose beginning a probe is, whatever they do then. */
    private static final Map<String, String> ENTERED = HashMap.of(
            "f6z", Kinds.LOAD_HOLE,
            "g2", Kinds.PAGEMAP,
            "r1", Kinds.DEAD,
            "r3", Kinds.KILL,
            "r6", Kinds.REMOVE);

    /** Steps that set a PTE of a page. */
    private static final Set<String> INSERTING = HashSet.of("f6", "f6b");

    @Override
    public Seq<Label> labels(Transition taken) {
        return inserted(taken)
                .appendAll(entered(taken).map(Label::of))
                .appendAll(taken.events().flatMap(this::told))
                .filter(label -> shown.contains(Kinds.plain(label.event())));
    }

    /**
     * Some probes at the entry of a function write long before what the step does: a change of the count, which has a
     * line of its own.
     */
    @Override
    public boolean announces(String event) {
        return event.equals(Kinds.INSERT) || event.equals(Kinds.PAGEMAP);
    }

    /** Where a PTE is to be set; it may be set already. */
    private static Vector<Label> inserted(Transition taken) {
        return taken.before().at(taken.actor()) instanceof At at
                        && INSERTING.contains(taken.step().id())
                ? at.carried(Fault.Target.class)
                        .map(target -> Label.of(Kinds.INSERT, target.page()))
                        .toVector()
                : Vector.empty();
    }

    /** The slow path holds the pagemap and grabs the page in one step. */
    private static Vector<String> entered(Transition taken) {
        boolean holdsPagemap = taken.step().id().equals("s1") && taken.events().exists(FsdaxReading::isPagemapTaken);
        return ENTERED.get(taken.step().id())
                .toVector()
                .appendAll(holdsPagemap ? Vector.of(Kinds.PAGEMAP) : Vector.empty());
    }

    private static boolean isPagemapTaken(Event event) {
        return event instanceof PageEvent.Count count && count.what().equals(Pagemap.Id.PAGEMAP) && count.change() > 0;
    }

    private Seq<Label> told(Event event) {
        if (event instanceof PageEvent.Get get) {
            return Vector.of(
                    Label.of(Kinds.of(Kinds.GET, get.amount()), get.page()).counting(get.after()));
        }
        if (event instanceof PageEvent.Put put) {
            return Vector.of(
                    Label.of(Kinds.of(Kinds.PUT, put.amount()), put.page()).counting(put.after()));
        }
        if (event instanceof PageEvent.Wake wake) {
            return Vector.of(Label.of(Kinds.WAKE, wake.about()))
                    .appendAll(wake.woken().map(task -> Label.of(Kinds.WAKING, task.name())));
        }
        return other(event);
    }

    private Seq<Label> other(Event event) {
        if (event instanceof PageEvent.Refused refused) {
            return Vector.of(Label.of(Kinds.REFUSED, refused.page()));
        }
        if (event instanceof PageEvent.Freed freed) {
            return Vector.of(Label.of(Kinds.FREED, freed.page()));
        }
        if (event instanceof PageEvent.Scanned scanned) {
            return Vector.of(Label.of(Kinds.SCANNED, Kinds.found(scanned.busy())));
        }
        if (event instanceof PageEvent.EntryDeleted deleted) {
            boolean isSeen = deleted.page().isDefined() || shown.contains(Kinds.DELETE_ZERO);
            return isSeen ? Vector.of(Label.of(Kinds.DELETE, deleted.entry())) : Vector.empty();
        }
        if (event instanceof PageEvent.BlocksFreed) {
            return Vector.of(Label.of(Kinds.FREE_BLOCKS));
        }
        return Vector.empty();
    }
}
