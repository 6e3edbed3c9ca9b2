package pagelife.checker.search;

import io.vavr.collection.Seq;
import io.vavr.control.Option;

/**
 * What is in a folder of checkpoints: what it is of, and whether it is whole. Every file that the manifest names is
 * read.
 *
 * @param contents what the manifest says; empty when there is none, or none that can be read
 * @param inUse whether a run holds the folder right now; then files may change while they are looked at
 * @param problems one sentence for each file that is not what was written, and for a manifest that cannot be read
 * @param others files that are no part of the checkpoint, by name
 */
public record CheckpointReport(Option<Contents> contents, boolean inUse, Seq<String> problems, Seq<String> others) {
    /**
     * What a manifest says.
     *
     * @param model the name of the model
     * @param subject what was checked, in the words of who checked it
     * @param levels closed levels
     * @param states distinct states; while the visited set is on disk, those of closed levels
     * @param transitions transitions so far
     * @param files how many run files it names
     * @param onDisk whether the visited set is on disk
     */
    public record Contents(
            String model, String subject, int levels, long states, long transitions, int files, boolean onDisk) {}

    /** Whether there is a checkpoint, and all of it is as it was written. */
    public boolean isWhole() {
        return contents.isDefined() && problems.isEmpty();
    }
}
