package pagelife.checker.model;

/**
 * Where a step comes from.
 *
 * @param file the file, such as {@code mm/gup.c}; empty when there is none
 * @param function the function, such as {@code gup_pte_range}; empty when there is none
 * @param version the version that was read, such as {@code 6.1}; empty when there is none
 */
public record Source(String file, String function, String version) {
    /** No source: a step of a model that stands for no code. */
    public static final Source NONE = new Source("", "", "");

    /** A kernel function, such as {@code kernel("mm/gup.c", "gup_pte_range", "6.1")}. */
    public static Source kernel(String file, String function, String version) {
        return new Source(file, function, version);
    }

    @Override
    public String toString() {
        String place = file.isEmpty() ? function : function.isEmpty() ? file : function + " (" + file + ")";
        return version.isEmpty() ? place : place + ", " + version;
    }
}
