package pagelife.specs.observe;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.LinkedHashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import java.nio.file.Path;
import pagelife.checker.model.Operation;
import pagelife.checker.model.Step;
import pagelife.checker.observe.Explanation;
import pagelife.models.Settings;
import pagelife.models.Variant;
import pagelife.models.Workload;
import pagelife.models.fsdax.FsdaxFamily;
import pagelife.models.fsdax.FsdaxProtocol;
import pagelife.models.fsdax.World;

/**
 * Which steps of a variant are taken by the runs that explain recordings.
 *
 * @param variant the variant
 * @param takers for each step the recordings whose run takes it, seen or not
 */
public record Coverage(Variant variant, LinkedHashMap<Place, Set<Path>> takers) {
    /** A step of an operation, whatever it is called with. */
    public record Place(String operation, String step) {}

    /** What recordings that a variant explains confirm of it. */
    public static Coverage of(Variant variant, Settings rules, Seq<Observed> explained) {
        LinkedHashMap<Place, Set<Path>> takers = LinkedHashMap.empty();
        for (Place place : places(variant, rules)) {
            takers = takers.put(place, LinkedHashSet.empty());
        }
        for (Observed one : explained) {
            for (Place taken : taken((Explanation) one.answer())) {
                takers = takers.put(
                        taken,
                        takers.get(taken)
                                .getOrElse(LinkedHashSet.empty())
                                .add(one.recording().file()));
            }
        }
        return new Coverage(variant, takers);
    }

    /** The steps of all operations, each asked for once. */
    private static Seq<Place> places(Variant variant, Settings rules) {
        World world = new World(2, 1, 1);
        FsdaxProtocol some = FsdaxFamily.recorded(variant, rules, world, Workload.NONE.task("all", "remove"));
        String all = some.operations().all().map(Coverage::call).mkString("; ");
        FsdaxProtocol protocol = FsdaxFamily.recorded(variant, rules, world, Workload.NONE.task("all", all));
        return protocol.model().steps().map(Coverage::place).distinct();
    }

    private static String call(Operation operation) {
        return operation
                .parameters()
                .map(sort -> sort.values().head())
                .map(Object::toString)
                .prepend(operation.name())
                .mkString(" ");
    }

    private static Seq<Place> taken(Explanation run) {
        return Vector.ofAll(run.trace().steps())
                .map(taken -> taken.step())
                .reject(Explanation::isBetween)
                .map(Coverage::place)
                .distinct();
    }

    private static Place place(Step step) {
        String name = step.actor()
                .calls()
                .find(call -> call.toString().equals(step.operation()))
                .map(call -> call.operation().name())
                .getOrElse(step.operation());
        return new Place(name, step.label());
    }
}
