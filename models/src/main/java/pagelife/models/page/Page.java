package pagelife.models.page;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.value.InParts;

/**
 * The part of {@code struct page} that decides its lifetime. What count means "unused" is a rule of the era, not of the
 * page: the count here is the raw one.
 *
 * @param refs {@code _refcount}, raw
 * @param mapcount {@code _mapcount} + 1: the page-table entries that are counted as mappings
 * @param mapping {@code mapping} and {@code index}: the DAX entry it is associated with, or whom else it belongs to
 */
public record Page(int refs, int mapcount, Mapping mapping) implements InParts {
    /** A page that counts {@code refs}, unmapped and of no file. */
    public static Page counting(int refs) {
        return new Page(refs, 0, Mapping.NONE);
    }

    /** Whether it counts anything. */
    public boolean isUsed() {
        return refs > 0;
    }

    /** This page with {@code change} more references; fewer if it is negative. */
    public Page addRefs(int change) {
        return new Page(refs + change, mapcount, mapping);
    }

    /** This page with {@code change} more counted mappings; fewer if it is negative. */
    public Page addMappings(int change) {
        return new Page(refs, mapcount + change, mapping);
    }

    /** This page associated with an entry: {@code dax_associate_entry}. */
    public Page associate(EntryAt entry) {
        return of(Mapping.of(entry));
    }

    /** This page without association: {@code dax_disassociate_entry}. */
    public Page disassociate() {
        return of(Mapping.NONE);
    }

    /** This page with another mapping. */
    public Page of(Mapping whose) {
        return new Page(refs, mapcount, whose);
    }

    @Override
    public Seq<String> parts() {
        return Vector.of("refs " + refs)
                .appendAll(mapcount == 0 ? Vector.empty() : Vector.of("mapcount " + mapcount))
                .appendAll(mapping == Mapping.NONE ? Vector.empty() : Vector.of("mapping " + mapping));
    }

    @Override
    public String toString() {
        return parts().mkString(", ");
    }
}
