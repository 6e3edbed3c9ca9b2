package pagelife.reports.outcome;

import io.vavr.collection.Seq;
import pagelife.checker.ltl.Nearest;

/** Refuses names that are not known, with the one that may have been meant. */
public final class Unknown {
    private Unknown() {}

    /** {@code unknown rule wake: nearest is wakes; ./check list shows all}. */
    public static Misasked name(String kind, String name, Seq<String> known, String where) {
        String nearest =
                Nearest.to(name, known).map(near -> "nearest is " + near + "; ").getOrElse("");
        return new Misasked("unknown " + kind + " " + name + ": " + nearest + where);
    }
}
