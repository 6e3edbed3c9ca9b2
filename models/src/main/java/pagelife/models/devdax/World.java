package pagelife.models.devdax;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.models.page.FileId;
import pagelife.models.page.Index;
import pagelife.models.page.MmId;
import pagelife.models.page.PageId;
import pagelife.models.page.PteAt;

/**
 * What there is: a device of huge pages, and address spaces that map it from its start.
 *
 * @param align pages of a huge page, the size of every fault
 * @param regions huge pages of the device
 * @param mmCount address spaces
 * @param start how far everything is at the beginning
 */
public record World(int align, int regions, int mmCount, Start start) {

    /** How far everything is at the beginning. */
    public enum Start {
        /** The driver is about to set up the memmap. */
        COLD,
        /** The device is ready for use. */
        READY,
        /** The first huge page is mapped in the first address space. */
        MAPPED
    }

    /** The inode of the device. */
    public static final FileId DEVICE = new FileId(0);

    /** The pages of the device. */
    public Seq<PageId> pages() {
        return Vector.range(0, align * regions).map(PageId::new);
    }

    /** The places of the device: one for each page. */
    Seq<Index> indices() {
        return pages().map(World::indexOf);
    }

    /** The address spaces. */
    Seq<MmId> mms() {
        return Vector.range(0, mmCount).map(MmId::new);
    }

    /** The pages of the huge page that begins with {@code first}. */
    Seq<PageId> of(PageId first) {
        return Vector.range(first.number(), first.number() + align).map(PageId::new);
    }

    /** The places that the huge entry at {@code at} maps. */
    Seq<Index> addresses(PteAt at) {
        return of(new PageId(at.index().number())).map(World::indexOf);
    }

    /** Every huge entry of every address space; its index is that of its first page. */
    public Seq<PteAt> ptes() {
        return mms().flatMap(mm -> Vector.range(0, regions).map(region -> new PteAt(mm, new Index(region * align))));
    }

    /** The huge entry that maps a place. */
    PteAt entry(MmId mm, Index address) {
        return new PteAt(mm, new Index(address.number() / align * align));
    }

    /** The page at a place of the huge page that begins with {@code first}. */
    PageId pageAt(PageId first, Index address) {
        return new PageId(first.number() + address.number() % align);
    }

    /** The place of a page in the device. */
    static Index indexOf(PageId page) {
        return new Index(page.number());
    }

    /** The huge entry where the task number {@code n} of its sort works. */
    PteAt place(int n) {
        return ptes().get(n % mmCount * regions + n / mmCount % regions);
    }
}
