package pagelife.models;

import io.vavr.collection.Seq;

/**
 * A rule or a bound of a family that can be set by name.
 *
 * @param name the name, such as {@code pteHoldsReference}
 * @param summary what it decides, in one line
 * @param values the values it may have, as text, the usual one first
 * @param open whether it may also be any whole number above the largest of them
 */
public record Setting(String name, String summary, Seq<String> values, boolean open) {
    /** A setting that may have these values and no others. */
    public Setting(String name, String summary, Seq<String> values) {
        this(name, summary, values, false);
    }

    /** Whether it may have this value. */
    public boolean allows(String value) {
        return values.contains(value) || open && number(value) > largest();
    }

    /** The values it may have, in words. */
    public String allowed() {
        return values.mkString(", ") + (open ? ", or any number above" : "");
    }

    private int largest() {
        return values.map(Setting::number).max().get();
    }

    /** A whole number as it is written, without a sign or zeros before it; -1 for all else. */
    private static int number(String text) {
        return text.matches("0|[1-9][0-9]{0,5}") ? Integer.parseInt(text) : -1;
    }
}
