package pagelife.specs.observe;

import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.control.Option;
import pagelife.checker.observe.Label;
import pagelife.models.fsdax.FsdaxOperations;
import pagelife.models.page.PageId;
import pagelife.models.page.PteAt;
import pagelife.specs.ftrace.TraceEvent;

/** Lines about page faults. */
record FaultLines(Scene scene, Notes notes) implements Lines {
    @Override
    public Map<String, Handler> handlers() {
        return HashMap.of(
                "dax_iomap_fault", this::begin,
                "dax_iomap_fault_ret", this::end,
                "insert_pfn", (event, task) -> inserted(event, task, event.number("pfn")),
                "insert_page", (event, task) -> inserted(event, task, Frames.frameAt(event.number("page"))),
                "dax_load_hole", this::hole);
    }

    private void begin(TraceEvent event, TaskSide task) {
        notes.overAll(event, task);
        long level = event.has("order") ? event.number("order") : event.number("pe_size");
        long flags = event.number("flags");
        Option<PteAt> at = scene.pte(event.task().pid(), event.number("addr"), (flags & Fields.REMOTE_FAULT) != 0)
                .filter(entry -> !scene.strangers().contains(event.line()) && event.line() <= scene.gone());
        if (at.isEmpty()) {
            task.push(new Open.Other());
            notes.leave(event, "a fault of another file", false);
        } else if (level > 0) {
            task.push(new Open.LargeFault());
        } else {
            String access = (flags & Fields.WRITE) != 0 ? FsdaxOperations.WRITE : FsdaxOperations.READ;
            notes.begin(event, task, access + " " + Notes.words(at.get()));
            task.push(new Open.Fault(at.get()));
        }
    }

    private void inserted(TraceEvent event, TaskSide task, long pfn) {
        Option<PageId> page = scene.frames().page(pfn, event.line());
        if (task.isInFault() && page.isDefined()) {
            notes.show(event, task, Label.of(Kinds.INSERT, page.get()));
        } else {
            notes.leave(event, task.isInFault() ? "the zero page" : "another file", false);
        }
    }

    private void hole(TraceEvent event, TaskSide task) {
        if (task.isInFault()) {
            notes.show(event, task, Label.of(Kinds.LOAD_HOLE));
        } else {
            notes.leave(event, "another file", false);
        }
    }

    private void end(TraceEvent event, TaskSide task) {
        Open was = task.pop().getOrElse(Open.Other::new);
        if (was instanceof Open.Fault) {
            notes.ends(event, task);
        } else if (was instanceof Open.LargeFault) {
            boolean fellBack = (event.number("ret") & Fields.FALLBACK) != 0;
            notes.leave(
                    event,
                    fellBack ? "a fault that falls back to a smaller page" : "a mapping larger than a page",
                    !fellBack);
        }
    }
}
