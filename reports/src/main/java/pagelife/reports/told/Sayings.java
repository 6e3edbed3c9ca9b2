package pagelife.reports.told;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Event;
import pagelife.checker.model.State;
import pagelife.checker.result.TraceStep;

/** What a step says of its tests; one that changes nothing and says nothing is told by what it read. */
final class Sayings {
    /** What else a step read is no longer what it saw. */
    private static final int MOST_READS = 2;

    private Sayings() {}

    static Seq<String> of(State before, TraceStep taken) {
        boolean changes = before.changed(taken.after()).exists(cell -> !isControl(taken, cell));
        return !taken.said().isEmpty()
                        || changes
                        || taken.events().exists(Event::isListed)
                        || !taken.choices().isEmpty()
                ? taken.said()
                : saw(before, taken.reads().filter(cell -> !isControl(taken, cell)));
    }

    private static boolean isControl(TraceStep taken, Cell<?> cell) {
        return cell == taken.step().actor().control();
    }

    private static Seq<String> saw(State before, Seq<Cell<?>> reads) {
        return reads.size() > MOST_READS
                ? Vector.empty()
                : reads.map(cell -> cell.name() + " = " + Changes.text(before, cell));
    }
}
