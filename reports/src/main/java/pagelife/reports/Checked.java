package pagelife.reports;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.reports.told.ToldFinding;

/**
 * Something whose claims were checked, with all that was found: a variant or a litmus test.
 *
 * @param name the variant or the file of the test
 * @param id the same for short
 * @param summary what it is
 * @param command what repeats it
 * @param findings what was found
 */
public record Checked(String name, String id, String summary, String command, Seq<ToldFinding> findings) {
    /** The kinds of reports that have findings. */
    public static Seq<String> kinds() {
        return Vector.of(CheckReport.KIND, LitmusReport.KIND);
    }

    /** All that a report is about; none of a report without findings. */
    public static Seq<Checked> in(Report report) {
        if (report instanceof CheckReport check) {
            return Vector.of(
                    new Checked(check.variant(), check.variant(), check.summary(), check.command(), check.findings()));
        }
        return report instanceof LitmusReport litmus ? litmus.tests().map(Checked::of) : Vector.empty();
    }

    private static Checked of(ToldTest test) {
        return new Checked(
                test.file(),
                test.name(),
                test.about(),
                test.command(),
                test.conditions().map(ToldTest.Condition::finding));
    }
}
