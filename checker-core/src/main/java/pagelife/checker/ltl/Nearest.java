package pagelife.checker.ltl;

import io.vavr.collection.Seq;
import io.vavr.control.Option;

/** Finds the name that somebody may have meant. */
public final class Nearest {
    private Nearest() {}

    /** The known name with the fewest edits, the first of several; empty when it would have to change by half. */
    public static Option<String> to(String name, Seq<String> known) {
        return known.minBy(candidate -> edits(name, candidate))
                .filter(candidate -> edits(name, candidate) <= Math.max(name.length(), candidate.length()) / 2);
    }

    /** Levenshtein's distance, upper and lower case being the same. */
    public static int edits(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                boolean same = Character.toLowerCase(from.charAt(i - 1)) == Character.toLowerCase(to.charAt(j - 1));
                int replaced = diagonal + (same ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
