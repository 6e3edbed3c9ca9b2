package pagelife.reports.page;

/** Numbers for readers: the same in every locale, and without the start-up cost of a formatter. */
public final class Amounts {
    private static final long NANOS_PER_HUNDREDTH = 10_000_000;

    private Amounts() {}

    /** {@code 6,168,793}. */
    public static String grouped(long number) {
        String digits = Long.toString(number);
        StringBuilder text = new StringBuilder(digits);
        for (int at = digits.length() - 3; at > (number < 0 ? 1 : 0); at -= 3) {
            text.insert(at, ',');
        }
        return text.toString();
    }

    /** {@code 1 state}, {@code 2,000 states}. */
    public static String counted(long number, String noun) {
        return grouped(number) + " " + noun + (number == 1 ? "" : "s");
    }

    /** {@code 0.07 s}. */
    public static String seconds(long nanos) {
        long hundredths = (nanos + NANOS_PER_HUNDREDTH / 2) / NANOS_PER_HUNDREDTH;
        long fraction = hundredths % 100;
        return grouped(hundredths / 100) + (fraction < 10 ? ".0" : ".") + fraction + " s";
    }

    /** {@code 1,234.57}: so many digits behind the point. */
    public static String fixed(double number, int digits) {
        long scale = 1;
        for (int i = 0; i < digits; i++) {
            scale *= 10;
        }
        long scaled = Math.round(number * scale);
        String fraction = Long.toString(scale + scaled % scale).substring(1);
        return grouped(scaled / scale) + (digits == 0 ? "" : "." + fraction);
    }
}
