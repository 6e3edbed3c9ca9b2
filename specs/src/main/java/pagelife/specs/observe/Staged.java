package pagelife.specs.observe;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.Comparator;
import pagelife.checker.observe.Observation;
import pagelife.checker.observe.Observer;
import pagelife.checker.observe.Reading;
import pagelife.checker.observe.Recorded;
import pagelife.models.Settings;
import pagelife.models.Variant;
import pagelife.models.Workload;
import pagelife.models.fsdax.FsdaxFamily;
import pagelife.models.fsdax.FsdaxOperations;
import pagelife.models.fsdax.FsdaxProtocol;
import pagelife.models.fsdax.World;
import pagelife.models.page.PageId;
import pagelife.models.parts.Calls;

/**
 * A variant with the tasks of a recording, and what was seen of them.
 *
 * @param protocol the variant in the scene of the recording
 * @param observations the recording
 * @param reading what it can show
 */
record Staged(FsdaxProtocol protocol, Vector<Observation> observations, Reading reading) {
    static Staged of(Recording recording, Variant variant, Settings rules) {
        Scene scene = recording.scene();
        World world = new World(scene.pages().size(), Math.max(scene.ranges().size(), 1), 1);
        Workload does = recording
                .transcript()
                .calls()
                .foldLeft(
                        made(scene),
                        (all, task) -> all.task(task._1(), program(task._2().toVector())));
        FsdaxProtocol protocol = FsdaxFamily.recorded(variant, rules, world, does);
        return new Staged(
                protocol,
                recording.transcript().noted().map(each -> each.in(protocol)),
                new FsdaxReading(recording.shown()));
    }

    /** Pages that are in the file when the recording begins were mapped before, and unmapped. */
    private static Workload made(Scene scene) {
        Seq<String> touches = Vector.ofAll(scene.present())
                .sorted(Comparator.comparing(PageId::number))
                .map(page -> FsdaxOperations.WRITE + " mm0 " + page.number());
        return touches.isEmpty()
                ? Workload.NONE
                : Workload.NONE.after(touches.append(Calls.MADVISE + " mm0").mkString("; "));
    }

    /** Again and again any of what the task was seen to do, once it is seen to begin it. */
    private static String program(Seq<String> calls) {
        return "loop { " + Recorded.NEXT + "; "
                + (calls.size() == 1
                        ? calls.head()
                        : calls.map(call -> "{ " + call + " }").mkString("either ", " or ", ""))
                + " }";
    }

    Observer observer() {
        return new Observer(protocol.model(), reading);
    }
}
