package pagelife.specs.sweep;

import io.vavr.Lazy;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import pagelife.models.Settings;

/**
 * The claims of shipped variants that hold, and are known to be broken with one bound raised: what sweeps have found,
 * written down so that no report of a claim that holds need be silent about it.
 */
public final class Known {
    private static final String FILE = "known-raises.txt";

    private static final Lazy<Seq<Break>> ALL = Lazy.of(Known::read);

    /**
     * A claim that a raised bound breaks.
     *
     * @param variant the full name of the variant
     * @param bounds the bound that is raised
     * @param property the name of the claim
     * @param length the steps of the shortest run
     */
    public record Break(String variant, Settings bounds, String property, int length) {
        private static final int PARTS = 4;

        static Break parse(String line) {
            String[] parts = line.split("\\|", PARTS);
            return new Break(parts[0], Settings.parse(parts[1]), parts[PARTS - 1], Integer.parseInt(parts[2]));
        }

        @Override
        public String toString() {
            return variant + "|" + bounds + "|" + length + "|" + property;
        }
    }

    private Known() {}

    /** All of them. */
    public static Seq<Break> all() {
        return ALL.get();
    }

    /** Those of a variant. */
    public static Seq<Break> of(String variant) {
        return all().filter(known -> known.variant().equals(variant));
    }

    private static Seq<Break> read() {
        try (InputStream stream = Known.class.getResourceAsStream(FILE)) {
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return Vector.ofAll(text.lines()).filter(line -> !line.isBlank()).map(Break::parse);
        } catch (IOException e) {
            throw new UncheckedIOException("the file " + FILE + " cannot be read: " + e.getMessage(), e);
        }
    }
}
