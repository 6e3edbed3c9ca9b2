package pagelife.specs.observe;

import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.HashSet;
import java.util.Set;
import pagelife.checker.observe.Label;
import pagelife.models.page.EntryAt;
import pagelife.models.page.FileId;
import pagelife.models.page.Index;
import pagelife.models.page.PageId;
import pagelife.models.parts.Calls;
import pagelife.specs.ftrace.TraceEvent;

/** Lines about what takes pages from the file: truncates, holes that are punched, the end of its inode. */
final class RemovalLines implements Lines {
    static final FileId FILE = new FileId(0);

    /** Blocks that were freed by what began at a line. */
    private record Freed(long begin, Option<Long> block) {}

    private final Scene scene;
    private final Notes notes;
    private final Set<Freed> pieces = new HashSet<>();

    RemovalLines(Scene scene, Notes notes) {
        this.scene = scene;
        this.notes = notes;
    }

    @Override
    public Map<String, Handler> handlers() {
        Map<String, Handler> begins = Vector.of(
                        "ext4_break_layouts",
                        "xfs_break_layouts",
                        "dax_break_layout",
                        "dax_layout_busy_page_range",
                        "ext4_evict_inode",
                        "dax_break_layout_final",
                        "truncate_inode_pages_range")
                .toMap(kind -> kind, kind -> this::begin);
        Map<String, Handler> ends = Vector.of("ext4_break_layouts_ret", "xfs_break_layouts_ret", "dax_break_layout_ret")
                .toMap(kind -> kind, kind -> this::brokeLayouts);
        return begins.merge(ends)
                .merge(HashMap.of(
                        "dax_layout_busy_page_range_ret", this::scanned,
                        "dax_delete_mapping_entry", this::deleted,
                        "dax_folio_reset_order", this::reset,
                        "ext4_free_blocks", this::freed,
                        "xfs_free_extent", this::freed));
    }

    /** Whichever of its probes is set, the first line begins it. */
    private void begin(TraceEvent event, TaskSide task) {
        Option<Removal> begun = scene.removals().get(event.line()).filter(one -> one.begin() <= scene.gone());
        if (begun.isEmpty()) {
            leave(event, task);
            return;
        }
        notes.overAll(event, task);
        task.dropper(Option.none());
        Removal what = begun.get();
        if (!scene.isModelled(what)) {
            notes.quiet(event, task);
            notes.leave(event, Reasons.EVICTION, what.deletes());
            task.push(new Open.Other());
        } else {
            notes.begin(event, task, call(what));
            task.push(new Open.Removing(what, Option.none()));
        }
    }

    /** It goes on, or is about another file: then what the task did to this one is over. */
    private void leave(TraceEvent event, TaskSide task) {
        boolean ours = event.has("inode")
                ? scene.isFile(event.number("inode"), event.line())
                : scene.isMapping(event.address("mapping"), event.line());
        if (!ours) {
            notes.overAll(event, task);
            notes.quiet(event, task);
        }
        notes.leave(event, ours ? "on the way of a truncate" : "another file", false);
    }

    private String call(Removal what) {
        if (what.isEviction()) {
            return (what.frees().isDefined() ? Calls.EVICT : Calls.UMOUNT) + " " + FILE;
        }
        Vector<Index> places = scene.places().between(what.firstPage(), what.lastPage());
        boolean isAll = places.size() == scene.places().size();
        if (what.isToEnd()) {
            return Calls.TRUNCATE + " " + FILE + (isAll || places.isEmpty() ? "" : " " + places.head());
        }
        return Calls.PUNCH + " " + FILE + " " + places.head() + (places.size() > 1 ? " " + places.last() : "");
    }

    private void scanned(TraceEvent event, TaskSide task) {
        Option<Open.Removing> in = task.removing();
        if (in.isEmpty()) {
            notes.leave(event, "another file", false);
            return;
        }
        long found = event.number("page");
        Option<PageId> busy = found == 0 ? Option.none() : scene.frames().at(found, event.line());
        task.replace(in.get().found(busy));
        notes.show(event, task, Label.of(Kinds.SCANNED, Kinds.found(busy)));
    }

    private void brokeLayouts(TraceEvent event, TaskSide task) {
        Option<Open.Removing> in = task.removing().filter(one -> event.number("ret") != 0);
        if (in.isDefined()) {
            task.pop();
            notes.ends(event, task);
        } else {
            notes.leave(event, "on the way of a truncate", false);
        }
    }

    private void deleted(TraceEvent event, TaskSide task) {
        if (!scene.isUncounted()) {
            notes.leave(event, "beside the deletion of all entries", false);
            return;
        }
        Option<Index> place = scene.places().index(event.number("index"));
        shows(event, task, place.filter(of -> scene.isMapping(event.address("mapping"), event.line())));
    }

    private void reset(TraceEvent event, TaskSide task) {
        shows(
                event,
                task,
                scene.frames()
                        .frame(Frames.frameAt(event.number("folio")), event.line())
                        .map(Frames.Tenure::place));
    }

    private void shows(TraceEvent event, TaskSide task, Option<Index> place) {
        if (place.isDefined() && task.removing().isDefined()) {
            notes.show(event, task, Label.of(Kinds.DELETE, new EntryAt(FILE, place.get())));
        } else {
            notes.leave(event, place.isDefined() ? Reasons.EVICTION : "another file", place.isDefined());
        }
    }

    /** A file that is not in one piece is freed piece by piece, which is one step of the models. */
    private void freed(TraceEvent event, TaskSide task) {
        Option<Removal> first =
                scene.removals().values().find(one -> one.frees().contains(event.line()));
        Option<Long> block = event.has("block") ? Option.some(event.number("block")) : Option.none();
        if (first.isEmpty()) {
            again(event, task, block);
            return;
        }
        pieces.add(new Freed(first.get().begin(), block));
        boolean own =
                task.removing().exists(in -> in.what().begin() == first.get().begin());
        if (!own) {
            task.actor(scene.name(first.get().pid()));
        }
        notes.show(event, task, Label.of(Kinds.FREE_BLOCKS));
        if (!own) {
            notes.ends(event, task);
        }
    }

    /** Another piece, or the same once more. */
    private void again(TraceEvent event, TaskSide task, Option<Long> block) {
        boolean isNew =
                task.removing().forAll(in -> pieces.add(new Freed(in.what().begin(), block)));
        if (isNew || block.isEmpty()) {
            notes.leave(event, task.removing().isDefined() ? "another piece of the file" : "another file", false);
        } else {
            notes.show(event, task, Label.of(Kinds.FREE_BLOCKS));
        }
    }
}
