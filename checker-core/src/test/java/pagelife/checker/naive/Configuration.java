package pagelife.checker.naive;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.search.Options;
import pagelife.checker.search.Order;

/** A way to run the engine, with a name for messages. */
public record Configuration(String name, Options options) {
    /** One thread, breadth-first, no audit: the others have to find the same traces. */
    public static final Configuration PLAIN = breadthFirst(1, 0);

    /** Every configuration that may not change an answer. */
    public static final Seq<Configuration> ALL = Vector.of(
            PLAIN,
            breadthFirst(1, 1),
            breadthFirst(2, 0),
            breadthFirst(2, 1),
            breadthFirst(4, 0),
            breadthFirst(4, 1),
            depthFirst(0),
            depthFirst(1));

    /** Breadth-first on so many threads; audits one state in so many, none for 0. */
    public static Configuration breadthFirst(int threads, int auditEvery) {
        return new Configuration(
                "breadth-first, " + threads + " threads, audit " + auditEvery,
                Options.DEFAULT.withThreads(threads).withAuditEvery(auditEvery));
    }

    /** Depth-first; audits one state in so many, none for 0. */
    public static Configuration depthFirst(int auditEvery) {
        return new Configuration(
                "depth-first, audit " + auditEvery,
                Options.DEFAULT.withOrder(Order.DEPTH_FIRST).withAuditEvery(auditEvery));
    }

    /** Whether counterexamples are as short as possible. */
    public boolean shortest() {
        return options.order() == Order.BREADTH_FIRST;
    }

    @Override
    public String toString() {
        return name;
    }
}
