package pagelife.models.waitwake;

import pagelife.models.Choices;
import pagelife.models.Chosen;
import pagelife.models.Rule;
import pagelife.models.page.WaitKey;

/** How a variant waits and wakes. An unused page counts 1. */
public final class Rules extends Chosen {
    /** The count of an unused page. */
    public static final int IDLE = 1;

    static final Rule<Waiting> WAITER = Rule.of("waiter", "what a waiter does first", Waiting.ENQUEUES_FIRST);
    static final Rule<Boolean> REQUEUES =
            Rule.flag("requeues", "a woken waiter queues again before it looks again", true);
    static final Rule<Waking> WAKER = Rule.of("waker", "what a waker does first", Waking.CHANGES_FIRST);
    static final Rule<Key> WAKER_KEY = Rule.of("wakerKey", "whether waker and waiter name the same key", Key.SAME);
    static final Rule<Integer> WAKES_AT =
            Rule.number("wakesAt", "at which count a put wakes; an unused page counts 1", 1, 0);
    static final Rule<IdleTest> IDLE_TEST =
            Rule.of("idleTest", "the waiter wants exactly 1, or at most 1", IdleTest.EXACT);
    static final Rule<Boolean> ALWAYS_RETRIES =
            Rule.flag("alwaysRetries", "the waiter looks at all pages again even if it did not sleep", true);
    static final Rule<Puts> PUTS = Rule.of("puts", "how often a reference is dropped", Puts.ONCE);
    static final Rule<Reach> WAKES = Rule.of("wakes", "a wake reaches all waiters, or the first", Reach.ALL);

    /** What a waiter does first. */
    enum Waiting {
        ENQUEUES_FIRST,
        TESTS_FIRST
    }

    /** What a waker does first. */
    enum Waking {
        CHANGES_FIRST,
        LOOKS_FIRST
    }

    /** Whether waker and waiter name the same key; the waiter listens to {@link WaitKey#REFCOUNT}. */
    enum Key {
        SAME,
        OTHER
    }

    /** How the waiter tests that a page is idle. */
    enum IdleTest {
        EXACT,
        AT_MOST
    }

    /** How often a reference is dropped. */
    enum Puts {
        ONCE,
        TWICE
    }

    /** Whom a wake reaches. */
    enum Reach {
        ALL,
        ONE
    }

    Rules(Choices chosen) {
        super(chosen);
    }

    /** Whether the waiter queues before it looks. */
    boolean enqueuesFirst() {
        return get(WAITER) == Waiting.ENQUEUES_FIRST;
    }

    /** Whether the waker changes the count before it looks for waiters. */
    public boolean changesFirst() {
        return get(WAKER) == Waking.CHANGES_FIRST;
    }

    /** What the waker names. */
    WaitKey wakerKey() {
        return get(WAKER_KEY) == Key.SAME ? WaitKey.REFCOUNT : WaitKey.FOLIO;
    }

    /** At which count a put wakes. */
    int wakesAt() {
        return get(WAKES_AT);
    }

    /** How many references the end of a hold drops. */
    int puts() {
        return get(PUTS) == Puts.TWICE ? 2 : 1;
    }

    /** Whether waiters are exclusive and a wake stops at the first. */
    boolean exclusive() {
        return get(WAKES) == Reach.ONE;
    }

    boolean looksIdle(int refs) {
        return get(IDLE_TEST) == IdleTest.AT_MOST ? refs <= IDLE : refs == IDLE;
    }
}
