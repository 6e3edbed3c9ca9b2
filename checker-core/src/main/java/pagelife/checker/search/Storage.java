package pagelife.checker.search;

import io.vavr.control.Option;
import java.nio.file.Path;

/**
 * Where a search may put what does not fit into memory, and where it leaves checkpoints.
 *
 * @param scratch a folder for states beyond the limit on memory, emptied at the end; none means that the search gives
 *     up at the limit
 * @param checkpoint a folder for checkpoints; it must be empty, or hold the checkpoint to resume from
 * @param everyNanos time between checkpoints in nanoseconds, by the ticker handed in
 * @param resume whether to go on from the checkpoint in the folder
 * @param subject what is checked, in the caller's words: variant, rules and bounds. A checkpoint is bound to it, beside
 *     the model's own names, the properties and all code; who builds models from parameters says them here
 */
public record Storage(Option<Path> scratch, Option<Path> checkpoint, long everyNanos, boolean resume, String subject) {
    /** Nowhere. */
    public static final Storage NONE = new Storage(Option.none(), Option.none(), Long.MAX_VALUE, false, "");

    /** The time between checkpoints must be positive; to resume there must be a folder to resume from. */
    public Storage {
        if (everyNanos <= 0) {
            throw new IllegalArgumentException("everyNanos (" + everyNanos + ") must be positive");
        }
        if (resume && checkpoint.isEmpty()) {
            throw new IllegalArgumentException("to resume, name the folder of the checkpoint");
        }
    }

    /** This storage with a folder for what does not fit into memory. */
    public Storage withScratch(Path folder) {
        return new Storage(Option.some(folder), checkpoint, everyNanos, resume, subject);
    }

    /** This storage with a folder for checkpoints and the time between them. */
    public Storage withCheckpoint(Path folder, long nanos) {
        return new Storage(scratch, Option.some(folder), nanos, resume, subject);
    }

    /** This storage, going on from the checkpoint in its folder. */
    public Storage resuming() {
        return new Storage(scratch, checkpoint, everyNanos, true, subject);
    }

    /** This storage, its checkpoints bound to what the caller checks. */
    public Storage withSubject(String words) {
        return new Storage(scratch, checkpoint, everyNanos, resume, words);
    }
}
