package pagelife.reports.commit;

import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import pagelife.checker.explain.Causes;
import pagelife.checker.explain.Story;
import pagelife.checker.model.Event;
import pagelife.checker.result.Trace;

/** Which decisive steps say least, where there is no room for all. */
final class Weights {
    private final Trace trace;
    private final Seq<String> looked;
    private final Causes causes;
    private final Set<Integer> early;

    Weights(Trace trace, Story story, Seq<String> looked) {
        this.trace = trace;
        this.looked = looked;
        this.causes = new Causes(trace);
        this.early = story.missed().map(Story.Missed::reader).toSet();
    }

    /** The steps but the first and the last, those that say least first; of equals the earlier ones. */
    Seq<Integer> leastFirst(Seq<Integer> steps) {
        return steps.drop(1).dropRight(1).sortBy(this::weight);
    }

    private int weight(int step) {
        boolean tells = trace.steps().get(step - 1).events().exists(Event::isListed);
        boolean claimed = causes.changed(step).exists(cell -> looked.contains(cell.name()));
        boolean changes = causes.changed(step)
                .exists(cell ->
                        cell != trace.steps().get(step - 1).step().actor().control());
        return (claimed ? 8 : 0) + (early.contains(step) ? 4 : 0) + (tells ? 2 : 0) + (changes ? 1 : 0);
    }
}
