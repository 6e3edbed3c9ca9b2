package pagelife.models.fsdax;

import java.util.Locale;

/** What get_user_pages is called with: include/linux/mm_types.h. */
public enum Foll {
    /** {@code FOLL_GET}: adds 1. */
    GET(1),
    /** {@code FOLL_PIN}: adds {@link Rules#PIN_BIAS}. */
    PIN(Rules.PIN_BIAS),
    /** {@code FOLL_PIN | FOLL_LONGTERM}, which is refused for files on persistent memory. */
    LONGTERM(Rules.PIN_BIAS);

    private final int refs;

    Foll(int refs) {
        this.refs = refs;
    }

    /** How many references a pin holds. */
    int refs() {
        return refs;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
