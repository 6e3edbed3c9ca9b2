package pagelife.models;

/** What a variant does: its rules as chosen, for a family to name what follows from them. Immutable. */
public abstract class Chosen {
    private final Choices rules;

    /** These rules. */
    protected Chosen(Choices rules) {
        this.rules = rules;
    }

    /** The value of {@code rule} here, which must be one of the family. */
    public final <T> T get(Rule<T> rule) {
        return rules.get(rule);
    }

    /** Whether {@code rule} is on here. */
    public final boolean is(Rule<Boolean> rule) {
        return get(rule);
    }
}
