package pagelife.models.page;

import io.vavr.control.Option;

/**
 * The value at one index of a DAX mapping, with its lock bit. It stands where other files have a page-cache page.
 *
 * @param kind what it stands for
 * @param page the page behind it; present exactly for {@link Kind#PAGE}
 * @param locked the LOCKED bit: held over sleeping work, changed under {@code xa_lock}
 */
public record DaxEntry(Kind kind, Option<PageId> page, boolean locked) {
    /** What an entry stands for. */
    public enum Kind {
        /** There is no entry. */
        ABSENT,
        /** A place holder, made to have something to lock. */
        EMPTY,
        /** The zero page, mapped over a hole. */
        ZERO,
        /** A page of the device. */
        PAGE
    }

    /** No entry. */
    public static final DaxEntry ABSENT = new DaxEntry(Kind.ABSENT, Option.none(), false);

    /** Only an entry that is there can be locked, and only a page entry has a page. */
    public DaxEntry {
        if (page.isEmpty() == (kind == Kind.PAGE) || locked && kind == Kind.ABSENT) {
            throw new IllegalArgumentException("an entry " + kind + " with page " + page + ", locked " + locked
                    + ": page entries have a page, others none, and what is absent cannot be locked");
        }
    }

    /** The entry locked; a place holder where there was none: {@code grab_mapping_entry}. */
    public DaxEntry lock() {
        return new DaxEntry(kind == Kind.ABSENT ? Kind.EMPTY : kind, page, true);
    }

    /** The entry unlocked: {@code dax_unlock_entry}. */
    public DaxEntry unlock() {
        return new DaxEntry(kind, page, false);
    }

    /** The entry standing for {@code backing}: {@code dax_insert_entry}. */
    public DaxEntry insert(PageId backing) {
        return new DaxEntry(Kind.PAGE, Option.some(backing), locked);
    }

    /** The entry standing for a hole: {@code dax_load_hole}. */
    public DaxEntry zero() {
        return new DaxEntry(Kind.ZERO, Option.none(), locked);
    }

    @Override
    public String toString() {
        String what = kind == Kind.PAGE ? page.get().toString() : kind.name().toLowerCase(java.util.Locale.ROOT);
        return locked ? what + " locked" : what;
    }
}
