package pagelife.models;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A release of the kernel, as the {@link Variant#kernels} of variants name it.
 *
 * @param major the first number
 * @param minor the second number
 */
public record Release(int major, int minor) implements Comparable<Release> {
    /** The end of a range: {@code 6.15 to 7.2 with ext4}. */
    private static final Pattern LAST = Pattern.compile("\\bto (\\d{1,4})\\.(\\d{1,4})\\b");

    private static final String OPEN = " on";

    /** The last release that a variant describes; empty where its kernels are not a range that ends. */
    static Option<Release> last(Variant variant) {
        Matcher range = LAST.matcher(variant.kernels());
        return Option.when(
                range.find(), () -> new Release(Integer.parseInt(range.group(1)), Integer.parseInt(range.group(2))));
    }

    /** The newest release that some variant is said to reach to; empty where none is. */
    public static Option<Release> newest(Seq<Variant> variants) {
        return variants.flatMap(Release::last).maxBy(Comparator.naturalOrder());
    }

    /** Whether a variant describes this release, the newest: its kernels reach to it, or are from some release on. */
    public boolean isOf(Variant variant) {
        return last(variant).contains(this) || variant.kernels().endsWith(OPEN);
    }

    @Override
    public int compareTo(Release other) {
        return Comparator.comparingInt(Release::major)
                .thenComparingInt(Release::minor)
                .compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
