package pagelife.models.page;

import io.vavr.control.Option;

/**
 * A page-table entry.
 *
 * @param kind what sort of entry
 * @param page the page it refers to; there for every kind but {@link Kind#NONE}, {@link Kind#ZERO} and
 *     {@link Kind#MIGRATION}
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
        /** As {@link #NORMAL}, but who writes through it faults: fork left it so, and the page may be shared. */
        READ_ONLY,
        /** {@code pte_special}: no struct page semantics at all. */
        SPECIAL,
        /** A migration entry: whoever meets it waits. The reference it had is that of the migration. */
        MIGRATION,
        /** The zero page, over a hole: present, never counted, of no use to GUP-fast. */
        ZERO,
        /** A device-private swap entry: not present, and yet its page is counted and mapcounted. */
        PRIVATE;

        /** Whether an entry of this kind refers to a page. */
        boolean hasPage() {
            return this != NONE && this != MIGRATION && this != ZERO;
        }
    }

    /** The empty entry. */
    public static final Pte NONE = new Pte(Kind.NONE, Option.none());

    /** The zero page. */
    public static final Pte ZERO = new Pte(Kind.ZERO, Option.none());

    /** A migration entry. */
    public static final Pte MIGRATION = new Pte(Kind.MIGRATION, Option.none());

    /** The empty entry, the zero page and a migration entry have no page that counts, all others have one. */
    public Pte {
        if (page.isDefined() != kind.hasPage()) {
            throw new IllegalArgumentException("a PTE of kind " + kind + " with page " + page
                    + ": the empty entry, the zero page and a migration entry have no page, all others have one");
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

    /** An entry that holds a reference on {@code page}, and maps it for reading only. */
    public static Pte readOnly(PageId page) {
        return new Pte(Kind.READ_ONLY, Option.some(page));
    }

    /** An entry of a device-private page: it holds a reference, and the CPU cannot use it. */
    public static Pte devicePrivate(PageId page) {
        return new Pte(Kind.PRIVATE, Option.some(page));
    }

    /** Whether the CPU can use it without a fault. */
    public boolean isPresent() {
        return kind == Kind.ZERO || kind.hasPage() && kind != Kind.PRIVATE;
    }

    /** Whether it refers to {@code other}. */
    public boolean pointsTo(PageId other) {
        return page.contains(other);
    }

    @Override
    public boolean isCounted() {
        return kind == Kind.NORMAL || kind == Kind.READ_ONLY || kind == Kind.PRIVATE;
    }

    @Override
    public String toString() {
        return switch (kind) {
            case NONE -> "none";
            case DEVMAP -> page.get() + " devmap";
            case NORMAL -> page.get().toString();
            case READ_ONLY -> page.get() + " read-only";
            case SPECIAL -> page.get() + " special";
            case ZERO -> "zero page";
            case MIGRATION -> "migration entry";
            case PRIVATE -> page.get() + " private";
        };
    }
}
