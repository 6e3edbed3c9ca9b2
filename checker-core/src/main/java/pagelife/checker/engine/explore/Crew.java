package pagelife.checker.engine.explore;

import com.google.common.base.Throwables;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** The threads of a search: they do something with each of a list, and whoever asked waits for all of them. */
final class Crew implements AutoCloseable {
    /** The threads beside the one that asks; none where that one does everything. */
    private final Option<ExecutorService> pool;
    /** What to do at once when the waiting thread is interrupted. */
    private final Runnable interrupted;

    /** @param interrupted what to do at once when the waiting thread is interrupted */
    Crew(int threads, Runnable interrupted) {
        this.interrupted = interrupted;
        this.pool = threads == 1 ? Option.none() : Option.some(Executors.newFixedThreadPool(threads, Crew::daemon));
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "pagelife-worker");
        thread.setDaemon(true);
        return thread;
    }

    /** Whether everything is done by the thread that asks. */
    boolean isAlone() {
        return pool.isEmpty();
    }

    /** Does something with each of these, in parallel where there is a pool. */
    <T> void all(List<T> items, Consumer<T> work) {
        if (pool.isEmpty() || items.size() == 1) {
            items.forEach(work);
            return;
        }
        List<Future<?>> running = new ArrayList<>();
        for (T item : items) {
            running.add(pool.get().submit(() -> work.accept(item)));
        }
        awaitAll(running);
    }

    /** Does something with each number below {@code count}, in parallel where there is a pool. */
    void each(int count, IntConsumer body) {
        all(IntStream.range(0, count).boxed().toList(), body::accept);
    }

    /** Waits for all of them, whatever happens: nothing may be touched while a worker runs. */
    private void awaitAll(List<Future<?>> running) {
        boolean wasInterrupted = false;
        Option<Throwable> failure = Option.none();
        for (Future<?> each : running) {
            boolean done = false;
            while (!done) {
                try {
                    each.get();
                    done = true;
                } catch (InterruptedException e) {
                    wasInterrupted = true;
                    interrupted.run();
                } catch (ExecutionException e) {
                    failure = failure.orElse(() -> Option.some(e.getCause()));
                    done = true;
                }
            }
        }
        if (wasInterrupted) {
            Thread.currentThread().interrupt();
        }
        if (failure.isDefined()) {
            Throwables.throwIfUnchecked(failure.get());
            throw new IllegalStateException(failure.get());
        }
    }

    @Override
    public void close() {
        pool.forEach(ExecutorService::shutdownNow);
    }
}
