package pagelife.reports.told;

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
                        ? "never woken: nobody changed what it waits for"
                        : "never woken: " + by + " made the last change to what it waits for, and did not wake it";
            case HANDED_TO_ANOTHER ->
                "wake-up not passed on: " + by + " woke " + stuck.other() + " instead; " + stuck.other()
                        + " went on in step " + stuck.then() + " and woke nobody in " + stuck.queue()
                        + (stuck.again() == 0 ? "" : ", where it sleeps again since step " + stuck.again());
            case STILL_HELD ->
                "what it waits for is still held: by " + stuck.who()
                        + (stuck.step() == 0 ? " from the start" : " since step " + stuck.step());
            case WOKEN_BEFORE_IT_SLEPT ->
                "woken before it slept: " + by + " looked for sleepers when it was not in the queue";
            case WRONG_KEY -> "wrong key: the wake of " + by + " uses another key than the one it waits on";
            case CONDITION_LOST ->
                "what it waits for no longer changes: " + by
                        + " changed it last, before it looked and went to sleep"
                        + (stuck.other().isEmpty()
                                ? ""
                                : "; " + stuck.other() + (stuck.other().contains(" and ") ? " hold" : " holds")
                                        + " it now");
            case WAKER_BLOCKED ->
                "its waker is blocked: " + stuck.who() + " holds what it waits for, and cannot go on itself";
            case WAITED_FOR ->
                "nobody changed what it waits for: " + stuck.who() + " waits in turn, for " + stuck.other() + ", which "
                        + stuck.task() + " changed last in step " + stuck.step();
        };
    }
}
