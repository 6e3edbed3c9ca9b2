package pagelife.specs.observe;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pagelife.models.Variant;
import pagelife.models.fsdax.FsdaxFamily;

/** Which variant stands for a release of the kernel. */
public final class Releases {
    private static final Pattern RELEASE = Pattern.compile("(\\d{1,3})\\.(\\d{1,3}).*");

    /** From which release on a variant stands for it, ext4 and XFS; the last row that is not later counts. */
    private record Since(int major, int minor, String ext4, String xfs) {
        boolean isBy(int otherMajor, int otherMinor) {
            return major < otherMajor || major == otherMajor && minor <= otherMinor;
        }
    }

    private static final Seq<Since> ROWS = Vector.of(
            new Since(4, 12, "5.10", "5.10"),
            new Since(5, 18, "6.1", "6.1"),
            new Since(6, 7, "6.1", "6.7-xfs"),
            new Since(6, 15, "7.2-ext4", "7.2-xfs"));

    private Releases() {}

    /** The variant for a release such as {@code 6.1.192}; empty where none is known. */
    public static Option<Variant> variant(String release, boolean isXfs) {
        Option<Variant> own = FsdaxFamily.family().variant(release);
        Matcher numbers = RELEASE.matcher(release);
        if (own.isDefined() || !numbers.matches()) {
            return own;
        }
        int major = Integer.parseInt(numbers.group(1));
        int minor = Integer.parseInt(numbers.group(2));
        return ROWS.filter(row -> row.isBy(major, minor))
                .lastOption()
                .flatMap(row -> FsdaxFamily.family().variant(isXfs ? row.xfs() : row.ext4()));
    }
}
