package pagelife.specs.observe;

import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.control.Option;
import pagelife.models.page.Index;
import pagelife.models.page.PageId;
import pagelife.models.page.PteAt;

/**
 * What a recording is about: one file on persistent memory, its pages, where it is mapped, and who is there.
 *
 * @param pages the pages of the file
 * @param present the pages that the file had DAX entries for when the recording began
 * @param mapping {@code struct address_space} of the file
 * @param inodes the inodes whose address space is known
 * @param ranges where the file is mapped, in the order of first use
 * @param lastUse for each range the last line at which its mapping was used, 0 for none
 * @param names the names of tasks by number
 * @param alone the tasks that have an address space of their own, apart from the one that the others share
 * @param evictions by line, what the ends of inodes did that were recorded
 * @param large the first line that maps a page larger than those of the models
 * @param kinds the kinds of events in the recording
 */
record Scene(
        Pages pages,
        Set<PageId> present,
        long mapping,
        Map<Long, Long> inodes,
        Seq<Range> ranges,
        Map<Range, Long> lastUse,
        Map<Integer, String> names,
        Set<Integer> alone,
        Map<Long, Eviction> evictions,
        Option<Long> large,
        Set<String> kinds) {

    /** The mapping that {@code pid} has at an address, if that is one of the file. */
    Option<Range> range(int pid, long address) {
        return mine(pid).find(range -> range.index(address).isDefined());
    }

    /** The mapping of {@code pid} of which a part is from {@code start} to {@code end}. */
    Option<Range> range(int pid, long start, long end) {
        return mine(pid).find(range -> range.overlaps(start, end));
    }

    private Seq<Range> mine(int pid) {
        int owner = alone.contains(pid) ? pid : 0;
        return ranges.filter(range -> range.owner() == owner);
    }

    /** The page-table entry of {@code pid} for an address. */
    Option<PteAt> pte(int pid, long address) {
        return range(pid, address).flatMap(range -> range.index(address).map(index -> new PteAt(range.mm(), index)));
    }

    /** Whether an inode is that of the file. */
    boolean isFile(long inode) {
        return inodes.get(inode).contains(mapping);
    }

    /** Where a page stands in the file. */
    static Index index(PageId page) {
        return new Index(page.number());
    }

    /** The name of a task. */
    String name(int pid) {
        return names.get(pid).getOrElse("pid") + "-" + pid;
    }
}
