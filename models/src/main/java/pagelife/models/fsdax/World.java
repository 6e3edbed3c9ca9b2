package pagelife.models.fsdax;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.models.page.EntryAt;
import pagelife.models.page.FileId;
import pagelife.models.page.Index;
import pagelife.models.page.MmId;
import pagelife.models.page.PageId;
import pagelife.models.page.PteAt;

/**
 * What there is: pages of one device, files on it, address spaces that map them.
 *
 * @param pageCount the places in each file, and the pages that the first file begins with
 * @param mmCount the address spaces; the n-th maps the n-th file, and so on in turn
 * @param fileCount the files
 * @param spareCount the pages that no file has at first
 */
public record World(int pageCount, int mmCount, int fileCount, int spareCount) {
    /** One whose pages all are those of the first file. */
    public World(int pageCount, int mmCount, int fileCount) {
        this(pageCount, mmCount, fileCount, 0);
    }

    /** The pages of the device: those of the first file, in the order of their places, and the spare ones. */
    public Seq<PageId> pages() {
        return Vector.range(0, pageCount + spareCount).map(PageId::new);
    }

    /** Whether no file has a page at first. */
    boolean isSpare(PageId page) {
        return page.number() >= pageCount;
    }

    /** The places in each file. */
    public Seq<Index> indices() {
        return Vector.range(0, pageCount).map(Index::new);
    }

    /** The address spaces. */
    public Seq<MmId> mms() {
        return Vector.range(0, mmCount).map(MmId::new);
    }

    /** The files. */
    public Seq<FileId> files() {
        return Vector.range(0, fileCount).map(FileId::new);
    }

    /** The file that {@code mm} maps. */
    public FileId fileOf(MmId mm) {
        return files().get(mm.number() % fileCount);
    }

    /** The entry that a page-table entry stands for. */
    public EntryAt entry(PteAt at) {
        return new EntryAt(fileOf(at.mm()), at.index());
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
        return mms().flatMap(this::ptes);
    }

    /** The page-table entries of an address space. */
    public Seq<PteAt> ptes(MmId mm) {
        return indices().map(index -> new PteAt(mm, index));
    }

    /** All DAX entries. */
    public Seq<EntryAt> entries() {
        return files().flatMap(file -> indices().map(index -> new EntryAt(file, index)));
    }

    /** Where the task number {@code n} of its sort works: spread over address spaces, then over indices. */
    PteAt place(int n) {
        return new PteAt(mms().get(n % mmCount), indices().get(n / mmCount % pageCount));
    }

    /** The one after {@code current}. */
    static <T> Option<T> after(Seq<T> all, T current) {
        int next = all.indexOf(current) + 1;
        return next < all.size() ? Option.some(all.get(next)) : Option.none();
    }
}
