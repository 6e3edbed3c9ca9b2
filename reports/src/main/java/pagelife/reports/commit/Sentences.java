package pagelife.reports.commit;

import java.util.regex.Pattern;

/** Sentences that were made for a numbered table, where there are no numbers. */
final class Sentences {
    /** {@code (since step 9)}, {@code (step 14)}, {@code since step 9}. */
    private static final Pattern WHEN = Pattern.compile(
            " *\\((?:[a-z]+ )?steps? [0-9]+(?: on)?\\)| (?:since|in|at|from|after) step [0-9]+(?: on)?");

    /** {@code step 4 (fault)}. */
    private static final Pattern WHO = Pattern.compile("step [0-9]+ \\(([^)]*)\\)");

    private Sentences() {}

    /** {@code sentence} without numbers of steps; who took one is still said. */
    static String withoutNumbers(String sentence) {
        return WHEN.matcher(WHO.matcher(sentence).replaceAll("$1")).replaceAll("");
    }
}
