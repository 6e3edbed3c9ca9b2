package pagelife.checker.agreement;

import io.vavr.collection.Vector;
import java.nio.file.Path;
import pagelife.checker.naive.Configuration;
import pagelife.checker.search.Grouping;
import pagelife.checker.search.Options;
import pagelife.checker.search.Order;
import pagelife.checker.search.Storage;

/** Every combination of the options that may not change an answer, so that every pair of their values is among them. */
final class Ways {
    private static final Vector<Integer> THREADS = Vector.of(1, 2, 4);
    private static final Vector<Integer> AUDITS = Vector.of(0, 1, 3);

    private Ways() {}

    /** Those that keep everything in memory: breadth-first on each number of threads, and depth-first. */
    static Vector<Configuration> inMemory() {
        return Vector.of(Grouping.values())
                .flatMap(grouping -> AUDITS.flatMap(audit -> breadthFirst(grouping, audit)
                        .append(way(Options.DEFAULT.withOrder(Order.DEPTH_FIRST), grouping, audit))));
    }

    /**
     * The breadth-first ones again with all levels and all states met in files, and with a checkpoint after each level.
     */
    static Vector<Configuration> inFiles(Path folder) {
        Vector<Configuration> memory = inMemory().filter(Configuration::shortest);
        return memory.map(way -> way.onDisk(folder.resolve("scratch")))
                .appendAll(memory.zipWithIndex((way, i) -> way.withCheckpoints(folder.resolve("memory" + i))))
                .appendAll(memory.zipWithIndex(
                        (way, i) -> way.onDisk(folder.resolve("scratch")).withCheckpoints(folder.resolve("disk" + i))));
    }

    /** A few of {@link #inFiles} among which every pair of values of two options is: an orthogonal array, and a further row of it. */
    static Vector<Configuration> pairsInFiles(Path folder) {
        Vector<Configuration> all = inFiles(folder);
        return Vector.range(0, 12).map(i -> {
            int grouping = i / 3;
            int audit = i % 3;
            int threads = (grouping + audit) % 3;
            int storage = (grouping + 2 * audit) % 3;
            return all.get(36 * storage + 9 * grouping + 3 * audit + threads);
        });
    }

    private static Vector<Configuration> breadthFirst(Grouping grouping, int audit) {
        return THREADS.map(threads -> way(Options.DEFAULT.withThreads(threads), grouping, audit));
    }

    private static Configuration way(Options options, Grouping grouping, int audit) {
        Options all = options.withGrouping(grouping).withAuditEvery(audit).withStorage(Storage.NONE);
        return new Configuration(
                all.order() + ", " + all.threads() + " threads, grouping " + grouping + ", audit " + audit, all);
    }
}
