package pagelife.models.devdax;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.models.Choices;
import pagelife.models.page.FileId;
import pagelife.models.page.Index;
import pagelife.models.page.MmId;
import pagelife.models.page.PageId;
import pagelife.models.page.PteAt;

/**
 * How much of everything this model has.
 *
 * @param align pages of a huge page, the size of every fault
 * @param regions huge pages of the device
 * @param mms address spaces that map the device from its start
 * @param start how far everything is at the beginning
 * @param faults page faults
 * @param unaligned whether programs touch other addresses than the first of a huge page
 * @param gups pins by get_user_pages under locks
 * @param fastGups pins by get_user_pages_fast
 * @param memoryFailures machine checks
 * @param removals whether the device is removed
 */
public record Bounds(
        int align,
        int regions,
        int mms,
        Start start,
        int faults,
        boolean unaligned,
        int gups,
        int fastGups,
        int memoryFailures,
        int removals) {

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

    static Bounds of(Choices bounds) {
        return new Bounds(
                bounds.number("align"),
                bounds.number("regions"),
                bounds.number("mms"),
                Start.valueOf(bounds.get("start").toUpperCase(java.util.Locale.ROOT)),
                bounds.number("faults"),
                bounds.number("unaligned") > 0,
                bounds.number("gups"),
                bounds.number("fastGups"),
                bounds.number("memoryFailures"),
                bounds.number("removals"));
    }

    /** The pages of the device. */
    public Seq<PageId> pages() {
        return Vector.range(0, align * regions).map(PageId::new);
    }

    /** The first page of each huge page. */
    public Seq<PageId> firsts() {
        return Vector.range(0, regions).map(region -> new PageId(region * align));
    }

    /** The pages of the huge page that begins with {@code first}. */
    public Seq<PageId> of(PageId first) {
        return Vector.range(first.number(), first.number() + align).map(PageId::new);
    }

    /** Every huge entry of every address space; its index is that of its first page. */
    public Seq<PteAt> ptes() {
        return Vector.range(0, mms)
                .flatMap(mm -> firsts().map(first -> new PteAt(new MmId(mm), new Index(first.number()))));
    }

    /** Where the actor number {@code n} of its sort works. */
    PteAt place(int n) {
        Seq<PteAt> ptes = ptes();
        return ptes.get(n % mms * regions + n / mms % regions);
    }
}
