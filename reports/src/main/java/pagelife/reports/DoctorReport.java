package pagelife.reports;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.nio.file.Path;
import pagelife.checker.search.CheckpointReport;
import pagelife.reports.told.Part;

/**
 * What is in a folder of checkpoints.
 *
 * @param folder the folder
 * @param inUse whether a run holds it right now
 * @param whole whether a run can go on from it
 * @param contents what the manifest says; empty when there is none, or none that can be read
 * @param problems one sentence for each file that is not what was written
 * @param others files that are no part of the checkpoint
 */
public record DoctorReport(
        String folder,
        boolean inUse,
        boolean whole,
        Option<Contents> contents,
        Seq<String> problems,
        Seq<String> others)
        implements Report {
    /** The format and its version. */
    public static final String FORMAT = "pagelife-doctor/1";

    /**
     * What a manifest says.
     *
     * @param model the name of the model
     * @param subject what was checked; may be empty
     * @param levels closed levels
     * @param states distinct states; while the visited set is on disk, those of closed levels
     * @param transitions transitions so far
     * @param files how many files it names
     * @param onDisk whether the visited set is on disk
     */
    public record Contents(
            String model, String subject, int levels, long states, long transitions, int files, boolean onDisk)
            implements Part {
        private static Contents of(CheckpointReport.Contents told) {
            return new Contents(
                    told.model(),
                    told.subject(),
                    told.levels(),
                    told.states(),
                    told.transitions(),
                    told.files(),
                    told.onDisk());
        }
    }

    /** The report about what was found in {@code folder}. */
    public static DoctorReport of(Path folder, CheckpointReport found) {
        return new DoctorReport(
                folder.toString(),
                found.inUse(),
                found.isWhole(),
                found.contents().map(Contents::of),
                found.problems(),
                found.others());
    }

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public void accept(Cases cases) {
        cases.doctor(this);
    }
}
