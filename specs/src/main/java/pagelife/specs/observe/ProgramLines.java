package pagelife.specs.observe;

import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.models.page.PageId;
import pagelife.specs.ftrace.TraceEvent;

/** Lines by which a program shows that it runs again, and what it finds of the pages. */
record ProgramLines(Scene scene, Notes notes, CountLines counts, DeviceLines device) implements Lines {
    @Override
    public Map<String, Handler> handlers() {
        return HashMap.of("tracing_mark_write", this::marker, "snap", this::snap);
    }

    private void marker(TraceEvent event, TaskSide task) {
        back(event, task);
        notes.leave(event, "a marker of the program", false);
    }

    /** Whatever the kernel did for it has ended. */
    private void back(TraceEvent event, TaskSide task) {
        notes.over(event, task);
        for (Option<Open> was = task.pop(); was.isDefined(); was = task.pop()) {
            if (was.get() instanceof Open.Removing removing) {
                notes.ended(event, task, removing);
            } else if (was.get() instanceof Open.Remove) {
                notes.ends(event, task);
            }
        }
        notes.quiet(event, task);
    }

    private void snap(TraceEvent event, TaskSide task) {
        back(event, task);
        if (device.isRemoved()) {
            notes.leave(event, "the memory map is gone, and so are the counts that it shows", false);
            return;
        }
        Vector<Noted.Seen> seen = scene.frames()
                .firstPages(event.line())
                .zipWithIndex()
                .flatMap(each -> each._1().flatMap(page -> seen(event, page, each._2())))
                .toVector();
        notes.add(new Noted.Snap(event.line(), task.name(), seen));
    }

    private Option<Noted.Seen> seen(TraceEvent event, PageId page, int place) {
        String mapping = "map" + place;
        return Option.when(
                event.has("ref" + place),
                () -> new Noted.Seen(
                        page,
                        event.count("ref" + place) - counts.extra(page),
                        Option.when(
                                event.has(mapping) && event.line() <= scene.gone() && !scene.isUnsure(event.line()),
                                () -> event.address(mapping) == scene.mapping())));
    }
}
