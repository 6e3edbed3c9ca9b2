package pagelife.specs.observe;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.LinkedHashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import pagelife.checker.observe.Label;
import pagelife.checker.observe.Observation;
import pagelife.checker.observe.Sight;
import pagelife.models.page.PteAt;
import pagelife.specs.ftrace.TraceEvent;

/** What is observed so far, by whom, and what was not used. Mutable; one thread's own. */
final class Notes {
    private final Scene scene;
    private final Map<Integer, TaskSide> tasks = new HashMap<>();
    private final List<Noted> noted = new ArrayList<>();
    private final Map<String, Unused> unused = new TreeMap<>();
    /** The tasks whose pins are those of another task of the model, since they are dropped while it is busy. */
    private final Set<String> apart;

    private LinkedHashMap<String, LinkedHashSet<String>> calls = LinkedHashMap.empty();
    private Set<String> busy = LinkedHashSet.empty();

    Notes(Scene scene, Set<String> apart) {
        this.scene = scene;
        this.apart = apart;
    }

    /** The tasks that were busy with something else when somebody dropped a pin of theirs. */
    Set<String> busy() {
        return busy;
    }

    private String pinner(TaskSide task) {
        return task.name() + (apart.contains(task.name()) ? "-pins" : "");
    }

    TaskSide task(int pid) {
        return tasks.computeIfAbsent(pid, number -> new TaskSide(scene.name(number)));
    }

    /** The tasks that were seen, {@code first} first. */
    Seq<TaskSide> tasks(TaskSide first) {
        return Vector.of(first).appendAll(tasks.values());
    }

    /** A task begins an operation. */
    void begin(TraceEvent event, TaskSide task, String call) {
        begin(event, task, task.name(), call);
    }

    /** A task begins to take a pin. */
    void beginPin(TraceEvent event, TaskSide task, String call) {
        begin(event, task, pinner(task), call);
    }

    private void begin(TraceEvent event, TaskSide task, String actor, String call) {
        call(actor, call);
        task.hasWoken(false);
        task.actor(actor);
        see(event, task, new Sight.Begins(call));
    }

    /** A task of the model has done this, at some time. */
    private void call(String actor, String call) {
        calls = calls.put(
                actor, calls.get(actor).getOrElse(LinkedHashSet.empty()).add(call));
    }

    /**
     * A task does something with a pin of {@code holder}, which no line says: it is after what was seen of the task last,
     * if it is its own. By the time of its first line, others may have counted what it has done.
     */
    void beginUnseen(TraceEvent event, TaskSide task, TaskSide holder, String call) {
        if (holder != task && holder.isBusy()) {
            busy = busy.add(holder.name());
        }
        call(pinner(holder), call);
        task.actor(pinner(holder));
        noted.add(holder == task ? afterLast(task) : noted.size(), plain(event, task, new Sight.Begins(call)));
    }

    private int afterLast(TaskSide task) {
        int at = noted.size();
        while (at > 0 && !noted.get(at - 1).task().equals(task.name())) {
            at--;
        }
        return at;
    }

    void show(TraceEvent event, TaskSide task, Label label) {
        see(event, task, new Sight.Shows(label));
    }

    /** The operation of a task is over. */
    void ends(TraceEvent event, TaskSide task) {
        see(event, task, new Sight.Ends());
    }

    /** A task does something else: it owes nothing. */
    void quiet(TraceEvent event, TaskSide task) {
        over(event, task);
        task.hasWoken(false);
        task.dropper(Option.none());
        see(event, task, new Sight.Quiet());
    }

    void see(TraceEvent event, TaskSide task, Sight sight) {
        noted.add(plain(event, task, sight));
    }

    /** Something that needs the cells of a model. */
    void add(Noted found) {
        noted.add(found);
    }

    private static Noted plain(TraceEvent event, TaskSide task, Sight sight) {
        return new Noted.Plain(new Observation(event.line(), task.name(), Vector.of(task.actor()), sight));
    }

    /** An unmapping, whose end no line shows, is over, since its task does something else. */
    void over(TraceEvent event, TaskSide task) {
        if (task.top().exists(Open.Zap.class::isInstance)) {
            task.pop();
            ends(event, task);
        }
    }

    /** A task begins something else: what it does to the file, whose end no line shows, is over too. */
    void overAll(TraceEvent event, TaskSide task) {
        over(event, task);
        for (Open.Removing removing : task.removing()) {
            task.pop();
            ended(event, task, removing);
        }
    }

    /** Something that takes pages from the file is over for its task. */
    void ended(TraceEvent event, TaskSide task, Open.Removing removing) {
        if (!removing.endsLater(event.line())) {
            ends(event, task);
        }
    }

    /** A line is not used. */
    void leave(TraceEvent event, String reason, boolean touches) {
        unused.merge(
                event.name() + "/" + reason,
                new Unused(event.name(), reason, 1, event.line(), touches),
                (known, one) -> known.another());
    }

    /** What was seen of those who did anything in the models, or dropped what they hold. */
    Transcript transcript() {
        Vector<Noted> all = Vector.ofAll(noted);
        Set<String> doing = all.filter(Noted::isOwn).map(Noted::task).toSet();
        Set<String> actors = calls.keySet();
        return new Transcript(
                all.filter(each -> doing.contains(each.task())).map(each -> each.of(actors)),
                calls,
                Vector.ofAll(unused.values()));
    }

    static String words(PteAt at) {
        return at.mm() + " " + at.index();
    }
}
