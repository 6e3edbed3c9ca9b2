package pagelife.models.fsdax;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.function.IntFunction;
import pagelife.models.Settings;
import pagelife.models.page.EntryAt;
import pagelife.models.page.FileId;
import pagelife.models.page.Index;
import pagelife.models.page.MmId;
import pagelife.models.page.PageId;
import pagelife.models.page.PteAt;

/**
 * How much of everything this model has.
 *
 * @param values a value for every bound
 */
public record Bounds(LinkedHashMap<Bound, Integer> values) {

    /** The usual value of every bound but those that {@code settings} sets. Every name there must be a bound's. */
    public static Bounds of(Settings settings) {
        LinkedHashMap<Bound, Integer> values = LinkedHashMap.empty();
        for (Bound bound : Bound.values()) {
            values = values.put(bound, Integer.valueOf(Named.value(bound.setting(), settings)));
        }
        Named.refuseUnknown("bound", Vector.of(Bound.values()).map(Bound::setting), settings);
        return new Bounds(values);
    }

    /** The value of {@code bound}. */
    public int get(Bound bound) {
        return values.get(bound).get();
    }

    /** Whether {@code bound} lets there be any. */
    public boolean any(Bound bound) {
        return get(bound) > 0;
    }

    /** The pages of the device. */
    public Seq<PageId> pages() {
        return tabulate(Bound.PAGES, PageId::new);
    }

    /** The places in each file. */
    public Seq<Index> indices() {
        return tabulate(Bound.PAGES, Index::new);
    }

    /** The address spaces. */
    public Seq<MmId> mms() {
        return tabulate(Bound.MMS, MmId::new);
    }

    /** The files. */
    public Seq<FileId> files() {
        return tabulate(Bound.FILES, FileId::new);
    }

    /** The file that {@code mm} maps. */
    public FileId fileOf(MmId mm) {
        return files().get(mm.number() % get(Bound.FILES));
    }

    /** The address spaces that map {@code file}. */
    public Seq<MmId> mapping(FileId file) {
        return mms().filter(mm -> fileOf(mm).equals(file));
    }

    /** The page-table entries that may map {@code entry}. */
    public Seq<PteAt> mapping(EntryAt entry) {
        return mapping(entry.file()).map(mm -> new PteAt(mm, entry.index()));
    }

    /** All page-table entries. */
    public Seq<PteAt> ptes() {
        return mms().flatMap(mm -> indices().map(index -> new PteAt(mm, index)));
    }

    /** All DAX entries. */
    public Seq<EntryAt> entries() {
        return files().flatMap(file -> indices().map(index -> new EntryAt(file, index)));
    }

    /** Where the actor number {@code n} of its sort works: spread over address spaces, then over indices. */
    PteAt place(int n) {
        int mms = get(Bound.MMS);
        return new PteAt(mms().get(n % mms), indices().get(n / mms % get(Bound.PAGES)));
    }

    private <T> Seq<T> tabulate(Bound bound, IntFunction<T> make) {
        return Vector.range(0, get(bound)).map(make::apply);
    }
}
