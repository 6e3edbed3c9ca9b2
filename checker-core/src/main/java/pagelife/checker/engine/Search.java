package pagelife.checker.engine;

import io.vavr.collection.Seq;
import pagelife.checker.model.Model;
import pagelife.checker.property.Property;
import pagelife.checker.result.Result;
import pagelife.checker.search.Options;

/** The one search. */
public final class Search {
    /** A search to run once. */
    public Search(Model model, Seq<Property> properties, Options options) {}

    /** Runs it. */
    public Result run() {
        throw new UnsupportedOperationException();
    }
}
