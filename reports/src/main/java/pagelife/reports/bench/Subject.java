package pagelife.reports.bench;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.Supplier;
import pagelife.checker.model.Model;
import pagelife.checker.property.Property;
import pagelife.checker.search.Limits;

/**
 * Something to measure.
 *
 * @param name the name on the command line
 * @param summary what it is, in one line
 * @param work what to check; made only where it is measured
 * @param limits where to stop
 * @param promela the same model for Spin, if there is one
 * @param process what to start to measure it: a class with a main method, and its arguments but for the last, which is
 *     the number of threads
 */
public record Subject(
        String name, String summary, Supplier<Work> work, Limits limits, Option<Promela> promela, Seq<String> process) {
    /** One of those that are known by name. */
    Subject(String name, String summary, Supplier<Work> work, Limits limits, Option<Promela> promela) {
        this(name, summary, work, limits, promela, Vector.of(OwnRun.class.getName(), name));
    }

    /** One that another class makes again in the process that checks it. */
    public static Subject of(String name, String summary, Supplier<Work> work, Seq<String> process) {
        return new Subject(name, summary, work, Limits.NONE, Option.none(), process);
    }

    /**
     * A model and the claims to check on the way.
     *
     * @param model the model
     * @param properties the claims
     */
    public record Work(Model model, Seq<Property> properties) {}
}
