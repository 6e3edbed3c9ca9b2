package pagelife.reports.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Turns ^C, or a polite kill, into a wish to stop: the search ends, what it found is reported, and only then the
 * process ends, with the code that the report asks for.
 */
final class Interrupt implements BooleanSupplier {
    /*
     * A shutdown hook: Java has no supported way to handle a signal, but it starts its shutdown on SIGINT, SIGTERM and
     * SIGHUP, and the process lives until the hooks have returned. The other threads go on meanwhile. System.exit would
     * wait for this very hook, so the hook ends the process itself.
     */
    private static final long PATIENCE_SECONDS = 20;

    private final CountDownLatch reported = new CountDownLatch(1);
    private volatile boolean asked;
    private volatile int code = Exit.UNDECIDED.code();

    /** Starts to listen. */
    void listen() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "interrupt"));
    }

    @Override
    public boolean getAsBoolean() {
        return asked;
    }

    /** Says that the report is written and the process may end with {@code exit}. */
    void reported(int exit) {
        code = exit;
        reported.countDown();
    }

    private void stop() {
        asked = true; // a report that is written already asks for its own code, not for that of the signal
        try {
            if (!reported.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("check: the search did not stop within " + PATIENCE_SECONDS + " s: no report");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(code);
    }
}
