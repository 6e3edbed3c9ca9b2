package pagelife.checker.engine.explore;

import com.google.common.util.concurrent.Uninterruptibles;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The thread that looks, for all searches of a process, whether code of a model returns. A search that is over before
 * anybody has looked costs it nothing; a thread of its own would take a tenth of a small one. It ends when there is no
 * search left.
 */
final class Lookout {
    static final Lookout ALL = new Lookout();

    private final Set<Patience> watched = ConcurrentHashMap.newKeySet();
    private boolean running;

    private Lookout() {}

    /** Looks at this from now on. */
    synchronized void begin(Patience search) {
        watched.add(search);
        if (!running) {
            running = true;
            Thread thread = new Thread(this::watch, "pagelife-patience");
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** Looks at this no more. */
    void end(Patience search) {
        watched.remove(search);
    }

    private void watch() {
        try {
            while (goesOn()) {
                watched.forEach(Patience::look);
            }
        } catch (RuntimeException | Error e) { // of a listener: who begins next begins with a new thread
            stop();
            throw e;
        }
    }

    private boolean goesOn() {
        Uninterruptibles.sleepUninterruptibly(Duration.ofMillis(Patience.LOOK_MILLIS));
        synchronized (this) {
            running = !watched.isEmpty();
            return running;
        }
    }

    private synchronized void stop() {
        running = false;
    }
}
