package pagelife.specs.observe;

import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.models.page.Index;
import pagelife.models.parts.Calls;
import pagelife.specs.ftrace.TraceEvent;

/** Lines about page-table entries that are cleared. */
record UnmapLines(Scene scene, Notes notes, Unmappers unmappers) implements Lines {
    @Override
    public Map<String, Handler> handlers() {
        return HashMap.of("unmap_page_range", this::zap, "zap_vma_range", this::zap);
    }

    private void zap(TraceEvent event, TaskSide task) {
        int pid = event.task().pid();
        long start = event.number("addr");
        long end = event.number("end");
        if (unmappers.contains(pid)) {
            notes.leave(event, "an unmapping by who truncates", false);
            return;
        }
        Seq<Range> ranges = event.line() > scene.gone() ? Vector.empty() : scene.ranges(pid, start, end);
        if (ranges.isEmpty()) {
            notes.leave(event, "an unmapping of other memory", false); // the pages of all are put together
        } else {
            notes.overAll(event, task);
            notes.begin(event, task, unmapping(event.line(), ranges.head(), start, end));
            task.push(new Open.Zap());
        }
    }

    /** What a program does to some of the pages, or to a mapping that is used later, leaves the mapping there. */
    private static String unmapping(long line, Range range, long start, long end) {
        Vector<Index> places = range.within(start, end);
        if (range.end().contains(line)) {
            return Calls.MUNMAP + " " + range.mm();
        }
        String madvise = Calls.MADVISE + " " + range.mm();
        if (places.size() == range.places().size()) {
            return madvise;
        }
        return madvise + " " + places.head() + (places.size() > 1 ? " " + places.last() : "");
    }
}
