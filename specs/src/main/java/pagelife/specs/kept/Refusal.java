package pagelife.specs.kept;

import io.vavr.collection.Seq;

/**
 * A step that could not be taken.
 *
 * @param step which step of the run, from 1
 * @param taken it, as it was kept: {@code truncate: t10}
 * @param function the function that it stood for; empty if that was not kept
 * @param why why not
 * @param where where its task is instead, in the words of the model; empty where that is no matter
 * @param since which step of the run its task took last, which led it there; 0 if none did
 * @param reads what decided: what the task waits for, or what its last step read
 * @param others the steps of the model that may have come of it, or its choices, or its tasks
 */
public record Refusal(
        int step,
        String taken,
        String function,
        Why why,
        String where,
        int since,
        Seq<Reading> reads,
        Seq<String> others) {

    /** Why a step cannot be taken. */
    public enum Why {
        /** It has to wait until what it reads changes. */
        WAITS,
        /** An earlier step of its task went another way. */
        WENT_ANOTHER_WAY,
        /** Its task has finished. */
        FINISHED,
        /** It can be taken, though not with this choice, which may be called otherwise here. Nothing can be said of the run. */
        OTHER_CHOICE,
        /** The model has no such step: it was renamed, split or taken out. Nothing can be said of the run. */
        UNKNOWN_STEP,
        /** Its task comes to steps that the run does not know, which were put in, and they do not lead back to it. */
        LED_AWAY,
        /** The model has no such task. Nothing can be said of the run. */
        UNKNOWN_TASK;

        /** Whether the model says no, rather than not understanding the question. */
        public boolean isAnswer() {
            return this == WAITS || this == WENT_ANOTHER_WAY || this == FINISHED || this == LED_AWAY;
        }
    }
}
