package pagelife.checker.model;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.util.function.Supplier;

/**
 * Puts other code in the place of that of steps while models are declared: how mutants of a model are made without a
 * touch on its source. Claims, books and handles that are made with the model are those of the mutant, since nothing
 * but the code of its steps differs.
 */
public final class Rewriting {
    private static final ThreadLocal<Rewriter> CURRENT = new ThreadLocal<>();

    private Rewriting() {}

    /** Says what code a step gets. */
    @FunctionalInterface
    public interface Rewriter {
        /**
         * The code that stands in for {@code code}; {@code code} itself where nothing changes.
         *
         * @param operation the call that the step belongs to; empty where its actor does one thing only
         */
        StepCode<Control> rewrite(String actor, String operation, String step, StepCode<Control> code);
    }

    /**
     * A task in the middle of a step that was split in two: what its place carries, and what the first half has seen.
     * What is so at the place is so in the middle.
     */
    public record Half(Object carried, Seq<Object> seen) {}

    /** What {@code declaring} makes when the steps of every model that it builds, in this thread, are rewritten. */
    public static <T> T during(Rewriter rewriter, Supplier<T> declaring) {
        Rewriter before = CURRENT.get();
        CURRENT.set(rewriter);
        try {
            return declaring.get();
        } finally {
            CURRENT.set(before);
        }
    }

    static StepCode<Control> code(Actor actor, StepSpec step) {
        Rewriter rewriter = CURRENT.get();
        return rewriter == null
                ? step.code()
                : rewriter.rewrite(actor.name(), step.operation(), step.id(), step.code());
    }

    /** What has been seen of a step that was split in two, where a task is in the middle of it; empty elsewhere. */
    public static Option<Half> half(Control control) {
        return control instanceof At at ? at.half() : Option.none();
    }
}
