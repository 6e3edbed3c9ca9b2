package pagelife.reports;

import pagelife.specs.ledger.StuckWaiter;

/** Why a sleeper is not woken, in words. */
final class WaiterText {
    private WaiterText() {}

    /** The cause, as a sentence without a full stop. */
    static String words(StuckWaiter stuck) {
        String by = "step " + stuck.step() + " (" + stuck.who() + ")";
        return switch (stuck.cause()) {
            case NEVER_WOKEN ->
                stuck.step() == 0
                        ? "never woken: nobody did anything about what it waits for"
                        : "never woken: " + by + " made the last change to what it waits for, and did not wake it";
            case WOKEN_BEFORE_IT_SLEPT ->
                "woken before it slept: " + by + " looked for sleepers when it was not in the queue";
            case WRONG_KEY -> "wrong key: the wake of " + by + " names another key than it listens to";
            case CONDITION_LOST ->
                "the condition can no longer come true: " + by
                        + " was the last to change it, before it looked and went to sleep";
            case WAKER_BLOCKED ->
                "its waker is blocked: " + stuck.who() + " holds what it waits for, and cannot go on itself";
        };
    }
}
