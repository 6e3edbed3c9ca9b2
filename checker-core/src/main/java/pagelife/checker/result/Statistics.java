package pagelife.checker.result;

import io.vavr.collection.Seq;
import pagelife.checker.model.Step;

/**
 * How the engine worked. Unlike verdicts, counts and traces these figures may differ between runs and thread counts.
 *
 * @param executions how often the model's step code ran, audits and traces apart
 * @param audited states whose every transition was re-executed by the model's code and compared
 * @param wordsPerState 64-bit words a packed state takes
 * @param bitsPerState bits of them in use
 * @param storeBytes bytes of the visited set and of the frontier at their largest
 * @param diskBytes bytes written to disk for want of memory
 * @param takenSteps the steps that were taken at least once, in the order of the model
 * @param direct the steps that were executed directly since recording them did not pay
 * @param checkpoints what became of its checkpoints
 */
public record Statistics(
        long executions,
        long audited,
        int wordsPerState,
        int bitsPerState,
        long storeBytes,
        long diskBytes,
        Seq<Step> takenSteps,
        Seq<Step> direct,
        Checkpoints checkpoints) {}
