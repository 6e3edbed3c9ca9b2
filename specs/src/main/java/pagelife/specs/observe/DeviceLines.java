package pagelife.specs.observe;

import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import pagelife.checker.observe.Label;
import pagelife.models.parts.Calls;
import pagelife.specs.ftrace.TraceEvent;

/** Lines about the removal of the device. Mutable; one thread's own. */
final class DeviceLines implements Lines {
    private final Scene scene;
    private final Notes notes;
    private boolean removed;

    DeviceLines(Scene scene, Notes notes) {
        this.scene = scene;
        this.notes = notes;
    }

    @Override
    public Map<String, Handler> handlers() {
        return HashMap.of(
                "kill_dax", this::kill,
                "memunmap_pages", (event, task) -> shows(event, task, Kinds.KILL),
                "vmemmap_free", this::removed,
                "memunmap_pages_ret", this::end,
                "page_ref_set", this::counts);
    }

    /** Whether the memory map is gone. */
    boolean isRemoved() {
        return removed;
    }

    private void kill(TraceEvent event, TaskSide task) {
        notes.overAll(event, task);
        notes.begin(event, task, Calls.REMOVE);
        task.push(new Open.Remove());
        notes.show(event, task, Label.of(Kinds.DEAD));
    }

    private void removed(TraceEvent event, TaskSide task) {
        shows(event, task, Kinds.REMOVE);
        removed = true;
    }

    private void shows(TraceEvent event, TaskSide task, String kind) {
        if (task.top().exists(Open.Remove.class::isInstance)) {
            notes.show(event, task, Label.of(kind));
        } else {
            notes.leave(event, "another device", false);
        }
    }

    /** Counts are set when a device is made: those of pages that were, where it was made again. */
    private void counts(TraceEvent event, TaskSide task) {
        boolean ours = scene.frames().page(event.number("pfn"), event.line()).isDefined();
        notes.leave(event, removed ? "a new device" : "a count that is set", ours && !removed);
    }

    private void end(TraceEvent event, TaskSide task) {
        if (task.top().exists(Open.Remove.class::isInstance)) {
            task.pop();
            notes.ends(event, task);
        } else {
            notes.leave(event, "another device", false);
        }
    }
}
