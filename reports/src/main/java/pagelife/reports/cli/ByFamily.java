package pagelife.reports.cli;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Seq;
import java.util.function.Supplier;

/**
 * Something that a subcommand has for some families.
 *
 * @param command the subcommand
 * @param offers what it has, such as {@code there is one}
 * @param known what it has for a family; made when it is asked for
 */
record ByFamily<T>(String command, String offers, LinkedHashMap<String, Supplier<T>> known) {
    /** The families. */
    Seq<String> families() {
        return known.keySet().toVector();
    }

    /** What it has for a family. */
    T of(String family) {
        return known.get(family)
                .getOrElseThrow(() -> new UsageException(command + " of " + (family.isEmpty() ? "nothing" : family)
                        + ": " + offers + " for " + families().mkString(", ") + " only; ./check " + command + " "
                        + families().head()))
                .get();
    }
}
