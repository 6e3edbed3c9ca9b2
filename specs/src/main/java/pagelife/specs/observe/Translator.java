package pagelife.specs.observe;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.specs.ftrace.TraceEvent;

/** Makes observations of the lines of a recording, in a second look at each event. Mutable; one thread's own. */
final class Translator {
    private final Scene scene;
    private final Notes notes;
    private final Unmappers unmappers = new Unmappers();
    private final CpuLines cpus;
    private final Map<String, Lines.Handler> handlers;

    /** @param apart the tasks whose pins are those of another task of the model */
    Translator(Scene scene, Recording.Counts exact, Set<String> apart) {
        this.scene = scene;
        this.notes = new Notes(scene, apart);
        this.cpus = new CpuLines(notes);
        GupLines gups = new GupLines(scene, notes);
        CountLines counts = new CountLines(scene, notes, gups, exact);
        DeviceLines device = new DeviceLines(scene, notes);
        this.handlers = Vector.of(
                        new FaultLines(scene, notes),
                        gups,
                        counts,
                        new UnmapLines(scene, notes, unmappers),
                        new RemovalLines(scene, notes),
                        device,
                        new ProgramLines(scene, notes, counts, device))
                .flatMap(Lines::handlers)
                .foldLeft(LinkedHashMap.empty(), (all, each) -> all.put(each));
    }

    /** Looks at an event. */
    void accept(TraceEvent event) {
        unmappers.accept(event);
        if (event.name().startsWith("sched_")) {
            cpus.accept(event);
        } else if (!event.interrupt() && !event.task().isIdle()) {
            seen(event, notes.task(event.task().pid()));
        } else {
            notes.leave(event, "in an interrupt", touches(event));
        }
    }

    private void seen(TraceEvent event, TaskSide task) {
        Option<Lines.Handler> handler = handlers.get(event.name());
        Option<String> within = Reasons.within(event.name());
        if (handler.isDefined()) {
            handler.get().take(event, task);
        } else if (within.isDefined()) {
            notes.leave(event, within.get(), false);
        } else {
            notes.quiet(event, task);
            notes.leave(event, Reasons.of(event.name()), touches(event));
        }
    }

    private boolean touches(TraceEvent event) {
        return event.name().startsWith("page_ref_")
                && event.has("pfn")
                && scene.frames().page(event.number("pfn"), event.line()).isDefined();
    }

    /** The tasks that were busy with something else when somebody dropped a pin of theirs. */
    Set<String> busy() {
        return notes.busy();
    }

    Transcript transcript() {
        return notes.transcript();
    }
}
