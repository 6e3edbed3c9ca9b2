package pagelife.reports.bench;

import io.vavr.collection.Seq;
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
 */
record Subject(String name, String summary, Supplier<Work> work, Limits limits, Option<Promela> promela) {
    /**
     * A model and the claims to check on the way.
     *
     * @param model the model
     * @param properties the claims
     */
    record Work(Model model, Seq<Property> properties) {}
}
