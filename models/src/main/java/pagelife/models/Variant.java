package pagelife.models;

/**
 * A named setting of a family's rules and bounds.
 *
 * @param family the family's name, such as {@code fsdax}
 * @param name the name within the family, such as {@code 6.1}; empty for the only one of its family
 * @param summary what it is, in one line
 * @param kernels the kernel versions it describes
 * @param rules the rules that differ from the family's usual ones
 * @param bounds the bounds that differ from the family's usual ones
 */
public record Variant(String family, String name, String summary, String kernels, Settings rules, Settings bounds) {
    /** The full name, such as {@code fsdax/6.1}; that of the family for its only one. */
    public String fullName() {
        return name.isEmpty() ? family : family + "/" + name;
    }
}
