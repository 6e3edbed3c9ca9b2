package pagelife.models.page;

import io.vavr.control.Option;

/**
 * A page-table entry.
 *
 * @param kind what sort of entry
 * @param page the page it points to; present exactly when the entry is
 */
public record Pte(Kind kind, Option<PageId> page) implements PageRef {
    /** The sorts of entries: they differ in what {@code vm_normal_page} makes of them. */
    public enum Kind {
        /** {@code pte_none}: nothing is mapped. */
        NONE,
        /** {@code pte_devmap}: a device page, not counted; {@code vm_normal_page} is NULL. Until 6.16. */
        DEVMAP,
        /** A page that is counted and mapcounted. */
        NORMAL,
        /** {@code pte_special}: no struct page semantics at all. */
        SPECIAL
    }

    /** The empty entry. */
    public static final Pte NONE = new Pte(Kind.NONE, Option.none());

    /** A present entry has a page, the empty one has none. */
    public Pte {
        if (page.isEmpty() != (kind == Kind.NONE)) {
            throw new IllegalArgumentException("a PTE of kind " + kind + " with page " + page
                    + ": present entries have a page, the empty one has none");
        }
    }

    /** An entry that maps {@code page} without counting. */
    public static Pte devmap(PageId page) {
        return new Pte(Kind.DEVMAP, Option.some(page));
    }

    /** An entry that holds a reference on {@code page}. */
    public static Pte normal(PageId page) {
        return new Pte(Kind.NORMAL, Option.some(page));
    }

    /** Whether it maps anything. */
    public boolean isPresent() {
        return kind != Kind.NONE;
    }

    /** Whether it maps {@code other}. */
    public boolean pointsTo(PageId other) {
        return page.contains(other);
    }

    @Override
    public boolean isCounted() {
        return kind == Kind.NORMAL;
    }

    @Override
    public String toString() {
        return switch (kind) {
            case NONE -> "none";
            case DEVMAP -> page.get() + " devmap";
            case NORMAL -> page.get().toString();
            case SPECIAL -> page.get() + " special";
        };
    }
}
