package pagelife.reports.outcome;

import pagelife.checker.result.Verdict;

/** Names as reports print them. */
public final class Names {
    private Names() {}

    /** The verdict as it is printed. */
    public static String word(Verdict verdict) {
        return verdict.name().replace('_', ' ');
    }

    /** The name of a property, or its first word where that is a number: {@code INV-1}. */
    public static String brief(String property) {
        int space = property.indexOf(' ');
        String first = space < 0 ? property : property.substring(0, space);
        for (int i = 0; i < first.length(); i++) {
            if (Character.isDigit(first.charAt(i))) {
                return first;
            }
        }
        return property;
    }
}
