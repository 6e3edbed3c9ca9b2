package pagelife.checker.naive;

import com.google.common.base.Ticker;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import pagelife.checker.search.Grouping;
import pagelife.checker.search.Options;
import pagelife.checker.search.Order;
import pagelife.checker.search.Storage;

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
            breadthFirst(1, 0).grouped(),
            breadthFirst(1, 1).grouped(),
            breadthFirst(2, 0).grouped(),
            breadthFirst(4, 1).grouped(),
            breadthFirst(1, 1).thin(),
            breadthFirst(2, 0).thin(),
            depthFirst(0),
            depthFirst(1),
            depthFirst(1).grouped());

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

    /** The same, with states explored in groups from the first ones on. */
    public Configuration grouped() {
        return new Configuration(name + ", grouped", options.withGrouping(Grouping.ALWAYS));
    }

    /** The same, with those stored in the forms for large searches. */
    public Configuration thin() {
        return new Configuration(name + ", thin", options.withGrouping(Grouping.ALWAYS_THIN));
    }

    /** The same with no memory at all: levels and visited set are kept in files. */
    public Configuration onDisk(Path folder) {
        return new Configuration(
                name + ", on disk",
                options.withLimits(options.limits().withBytes(1)).withStorage(Storage.NONE.withScratch(folder)));
    }

    /** The same with a checkpoint in {@code folder} after each level. */
    public Configuration withCheckpoints(Path folder) {
        AtomicLong looks = new AtomicLong();
        Ticker eachLook = new Ticker() {
            @Override
            public long read() {
                return looks.getAndIncrement();
            }
        };
        return new Configuration(
                name + ", checkpoints",
                options.withTicker(eachLook).withStorage(options.storage().withCheckpoint(folder, 1)));
    }

    /** The same, interrupted when somebody asks for the time this often. */
    public Configuration interruptedAfter(int questions) {
        AtomicInteger asked = new AtomicInteger();
        return new Configuration(
                name + ", interrupted after " + questions,
                options.withInterrupted(() -> asked.incrementAndGet() > questions));
    }

    /** The same, going on from a checkpoint. */
    public Configuration resuming() {
        return new Configuration(
                name + ", resumed", options.withStorage(options.storage().resuming()));
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
