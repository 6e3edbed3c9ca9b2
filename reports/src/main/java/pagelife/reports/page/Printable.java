package pagelife.reports.page;

/**
 * Text that a terminal, a diagram or a reader can do no harm with: names and values of a model, and words of the
 * command line, may hold anything.
 */
public final class Printable {
    private Printable() {}

    /**
     * {@code text} with control characters, and those that turn the direction of writing, as {@code \}{@code u001b}.
     */
    public static String of(String text) {
        if (text.chars().noneMatch(Printable::isHarmful)) {
            return text;
        }
        StringBuilder shown = new StringBuilder();
        text.chars().forEach(c -> {
            if (isHarmful(c)) {
                shown.append(String.format("\\u%04x", c));
            } else {
                shown.append((char) c);
            }
        });
        return shown.toString();
    }

    /** Whether a character does something instead of being seen; the end of a line and the tabulator do not count. */
    public static boolean isHarmful(int c) {
        return c != '\n' && c != '\t' && (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
    }
}
