package pagelife.reports.cli;

import com.google.common.base.CharMatcher;
import java.util.concurrent.TimeUnit;

/** Reads the numbers of the command line. */
final class Amount {
    private static final String UNITS = "kMG";

    private Amount() {}

    /** A positive whole number, perhaps with a unit: {@code 1000}, {@code 250k}, {@code 10M}, {@code 1G}. */
    static long count(String option, String text) {
        int unit = text.isEmpty() ? -1 : UNITS.indexOf(text.charAt(text.length() - 1));
        long factor = 1;
        for (int i = 0; i <= unit; i++) {
            factor *= 1000;
        }
        String digits = unit < 0 ? text : text.substring(0, text.length() - 1);
        return positive(option, text, digits, factor, "a positive whole number, such as 1000, 250k or 10M");
    }

    /** An amount of memory in bytes, in binary units: {@code 500m}, {@code 8g}. */
    static long bytes(String option, String text) {
        String wanted = "an amount of memory, such as 500m or 8g";
        int unit = text.isEmpty() ? -1 : "kmgt".indexOf(Character.toLowerCase(text.charAt(text.length() - 1)));
        if (unit < 0) {
            throw new UsageException(option + " (" + text + ") must be " + wanted);
        }
        return positive(option, text, text.substring(0, text.length() - 1), 1L << 10 * (unit + 1), wanted);
    }

    /** A positive whole number of at most 2^31 - 1. */
    static int small(String option, String text) {
        long count = count(option, text);
        if (count > Integer.MAX_VALUE) {
            throw new UsageException(option + " (" + text + ") must be at most " + Integer.MAX_VALUE);
        }
        return (int) count;
    }

    /** A time in nanoseconds: {@code 500ms}, {@code 30s}, {@code 5m}, {@code 2h}; seconds where no unit is given. */
    static long nanos(String option, String text) {
        int digits = 0;
        while (digits < text.length() && CharMatcher.inRange('0', '9').matches(text.charAt(digits))) {
            digits++;
        }
        String wanted = "a time, such as 500ms, 30s, 5m or 2h";
        TimeUnit unit = switch (text.substring(digits)) {
            case "ms" -> TimeUnit.MILLISECONDS;
            case "s", "" -> TimeUnit.SECONDS;
            case "m" -> TimeUnit.MINUTES;
            case "h" -> TimeUnit.HOURS;
            default -> throw new UsageException(option + " (" + text + ") must be " + wanted);
        };
        return positive(option, text, text.substring(0, digits), unit.toNanos(1), wanted);
    }

    private static long positive(String option, String text, String digits, long factor, String wanted) {
        try {
            if (digits.isEmpty()
                    || !CharMatcher.inRange('0', '9').matchesAllOf(digits)) { // Java reads +1 and other scripts' digits
                throw new NumberFormatException(digits);
            }
            long value = Math.multiplyExact(Long.parseLong(digits), factor);
            if (value > 0) {
                return value;
            }
        } catch (NumberFormatException | ArithmeticException e) {
            // said below
        }
        throw new UsageException(option + " (" + text + ") must be " + wanted);
    }
}
