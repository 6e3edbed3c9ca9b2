package pagelife.specs.observe;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
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
        World world = new World(
                scene.places().size(),
                Math.max(scene.ranges().size(), 1),
                1,
                scene.frames().spare());
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

    /** Pages that are in the file when the recording begins were mapped before, and unmapped; holes were punched. */
    private static Workload made(Scene scene) {
        Seq<String> holes = scene.holes().map(place -> Calls.PUNCH + " " + RemovalLines.FILE + " " + place);
        Seq<String> touches = scene.present().map(place -> FsdaxOperations.WRITE + " mm0 " + place);
        Seq<String> all = holes.appendAll(touches)
                .appendAll(touches.isEmpty() ? Vector.empty() : Vector.of(Calls.MADVISE + " mm0"));
        return all.isEmpty() ? Workload.NONE : Workload.NONE.after(all.mkString("; "));
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
