package pagelife.checker.observe;

import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import pagelife.checker.model.Transition;

/** What a recording shows of the steps of a model. */
@FunctionalInterface
public interface Reading {
    /**
     * The lines that a step writes, in their order; none for a step that nothing shows. A pure function of the step, of
     * what it told, and of the cells that it read or wrote; others cannot be looked at here.
     */
    Seq<Label> labels(Transition taken);

    /**
     * This reading of a recording that can show these kinds of events only: what the others would have said is not
     * missed.
     */
    default Reading showing(Set<String> events) {
        return taken -> labels(taken).filter(label -> events.contains(label.event()));
    }
}
