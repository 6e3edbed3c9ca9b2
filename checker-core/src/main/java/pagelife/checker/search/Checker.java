package pagelife.checker.search;

import io.vavr.collection.Seq;
import pagelife.checker.engine.Search;
import pagelife.checker.model.Model;
import pagelife.checker.property.Property;
import pagelife.checker.result.Result;

/**
 * The checker: explores every interleaving of a model's actors and answers each property. It prints nothing and reads no
 * clock but the one in its options.
 */
public final class Checker {
    private Checker() {}

    /**
     * Checks {@code properties} on {@code model}.
     *
     * <p>Each property is searched for itself: a state that breaks one is still explored for the others. A breadth-first
     * counterexample has the fewest possible steps, and is the same for any number of threads.
     *
     * @throws pagelife.checker.model.ModelException if the model breaks its promises; a broken property is not thrown
     */
    public static Result check(Model model, Seq<Property> properties, Options options) {
        return new Search(model, properties, options).run();
    }
}
