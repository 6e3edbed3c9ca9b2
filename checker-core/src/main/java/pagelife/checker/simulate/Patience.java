package pagelife.checker.simulate;

import com.google.common.base.Throwables;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import pagelife.checker.property.Property;
import pagelife.checker.search.Options;

/**
 * Waits for threads that take walks. Code of the model that does not return is named after some seconds, and once the
 * time is up, or somebody wants to stop, it is waited for no longer. Its thread cannot be made to end: it must be a
 * daemon.
 *
 * <p>One thread waits; any may take walks.
 */
public final class Patience {
    private static final long WAIT_MILLIS = 5;

    /* A step takes microseconds; one that is still running when somebody looks again does not end. */
    private static final int WAITS_TO_LOOK = 50;
    private static final long LOOK_MILLIS = WAIT_MILLIS * WAITS_TO_LOOK;
    private static final int LOOKS_TO_END = 4;
    private static final int LOOKS_TO_WARN = 20;

    private final Options options;
    private final long started;
    private final Set<Watched> walking = ConcurrentHashMap.newKeySet();
    private final Map<Watched, Seen> seen = new HashMap<>();
    private Option<String> said = Option.none();

    /** Code that was running so many looks in a row. */
    private record Seen(Watched.Running running, int looks) {}

    /**
     * Patience that begins now.
     *
     * @param options the limit on time, how to be interrupted, and who hears of code that does not return
     */
    public Patience(Options options) {
        this.options = options;
        this.started = options.ticker().read();
    }

    /** Claims for a walk by another thread, which is looked after until {@link #over}. */
    public Watched watched(Seq<Property> claims) {
        Watched watched = new Watched(claims);
        walking.add(watched);
        return watched;
    }

    /** No walk is taken with these claims any more. */
    public void over(Watched watched) {
        walking.remove(watched);
    }

    /** Whether the time is up. */
    public boolean isTimeUp() {
        return options.ticker().read() - started >= options.limits().nanos();
    }

    /** What does not return, in a sentence, if it is waited for no longer. */
    public Option<String> said() {
        return said;
    }

    /**
     * Waits for a result.
     *
     * @param meanwhile is done every few milliseconds
     * @return empty if code of the model does not return, and the time is up
     * @throws InterruptedException if this thread is interrupted
     */
    public <T> Option<T> await(Future<T> result, Runnable meanwhile) throws InterruptedException {
        for (int waits = 1; said.isEmpty(); waits++) {
            try {
                return Option.some(result.get(WAIT_MILLIS, TimeUnit.MILLISECONDS));
            } catch (TimeoutException e) {
                meanwhile.run();
            } catch (ExecutionException e) {
                Throwables.throwIfUnchecked(e.getCause());
                throw new IllegalStateException(e.getCause());
            }
            if (waits % WAITS_TO_LOOK == 0) {
                walking.forEach(this::look);
            }
        }
        return Option.none();
    }

    private void look(Watched watched) {
        Watched.Running running = watched.running();
        Seen before = seen.get(watched);
        if (running == null || before == null || before.running() != running) {
            seen.put(watched, new Seen(running, 0));
            return;
        }
        int looks = before.looks() + 1;
        seen.put(watched, new Seen(running, looks));
        String sentence = running + " has not returned for " + looks * LOOK_MILLIS / 1000
                + " s: it must return; look for a loop that does not end";
        boolean isEnough =
                looks >= LOOKS_TO_END && (isTimeUp() || options.interrupted().getAsBoolean());
        if (isEnough) {
            said = Option.some(sentence);
        }
        if (isEnough || looks == LOOKS_TO_WARN) {
            options.reporting().warnings().accept(sentence);
        }
    }
}
