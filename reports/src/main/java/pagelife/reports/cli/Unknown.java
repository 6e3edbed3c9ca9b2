package pagelife.reports.cli;

import io.vavr.collection.Seq;
import pagelife.checker.ltl.Nearest;

/** Refuses names that are not known, with the one that may have been meant. */
final class Unknown {
    private Unknown() {}

    /** {@code unknown rule wake: nearest is wakes; ./check list shows all}. */
    static UsageException name(String kind, String name, Seq<String> known, String where) {
        String nearest =
                Nearest.to(name, known).map(near -> "nearest is " + near + "; ").getOrElse("");
        return new UsageException("unknown " + kind + " " + name + ": " + nearest + where);
    }
}
