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
     * Whether a line about such an event is written before what it tells of is done, as by a probe at the entry of a
     * function: a step whose first label it is comes after that line, and before the next one of its task. Of other
     * labels the first comes after the step.
     */
    default boolean announces(String event) {
        return false;
    }

    /**
     * This reading of a recording that can show these kinds of events only: what the others would have said is not
     * missed.
     */
    default Reading showing(Set<String> events) {
        Reading all = this;
        return new Reading() {
            @Override
            public Seq<Label> labels(Transition taken) {
                return all.labels(taken).filter(label -> events.contains(label.event()));
            }

            @Override
            public boolean announces(String event) {
                return all.announces(event);
            }
        };
    }
}
