package pagelife.specs.observe;

import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.control.Option;
import pagelife.models.page.Index;
import pagelife.models.page.PteAt;

/**
 * What a recording is about: one file on persistent memory, its pages, where it is mapped, and who is there.
 *
 * @param places the places of the file
 * @param frames which page frames its pages are
 * @param present the places that had a DAX entry when the recording began
 * @param holes the places that had no block then
 * @param mapping {@code struct address_space} of the file
 * @param gone from where on it is that of another file
 * @param inodes the inodes whose address space is known
 * @param strangers the lines at which faults of other files begin
 * @param ranges where the file is mapped, in the order of first use
 * @param owners the address space of each task: 0 for the one that most share
 * @param names the names of tasks by number
 * @param removals by the line at which it begins, each truncate, punch and eviction of the file
 * @param large the first line that maps a page larger than those of the models
 * @param kinds the kinds of events in the recording
 */
record Scene(
        Places places,
        Frames frames,
        Seq<Index> present,
        Seq<Index> holes,
        long mapping,
        long gone,
        Map<Long, Long> inodes,
        Set<Long> strangers,
        Seq<Range> ranges,
        Map<Integer, Integer> owners,
        Map<Integer, String> names,
        Map<Long, Removal> removals,
        Option<Long> large,
        Set<String> kinds) {

    /**
     * The mapping that {@code pid} has at an address, if that is one of the file.
     *
     * @param remote whether it may be that of another process
     */
    Option<Range> range(int pid, long address, boolean remote) {
        Option<Range> own = mine(pid).find(range -> range.index(address).isDefined());
        return remote && own.isEmpty()
                ? ranges.find(range -> range.index(address).isDefined())
                : own;
    }

    /** The mappings of {@code pid} of which a part is from {@code start} to {@code end}. */
    Seq<Range> ranges(int pid, long start, long end) {
        return mine(pid).filter(range -> !range.within(start, end).isEmpty());
    }

    private Seq<Range> mine(int pid) {
        int owner = owners.get(pid).getOrElse(0);
        return ranges.filter(range -> range.owner() == owner);
    }

    /** The page-table entry of {@code pid} for an address. */
    Option<PteAt> pte(int pid, long address, boolean remote) {
        return range(pid, address, remote)
                .flatMap(range -> range.index(address).map(index -> new PteAt(range.mm(), index)));
    }

    /** Whether, at a line, an address space is that of the file. */
    boolean isMapping(long address, long line) {
        return address == mapping && line <= gone;
    }

    /** Whether, at a line, an inode is that of the file. */
    boolean isFile(long inode, long line) {
        return inodes.get(inode).contains(mapping) && line <= gone;
    }

    /** Whether the models have it: an inode ends when it is mapped nowhere, and will be nowhere. */
    boolean isModelled(Removal removal) {
        return !removal.isEviction() || ranges.forAll(range -> range.end().exists(end -> end <= removal.begin()));
    }

    /** Whether, at a line, entries have gone in a way that the models do not have. */
    boolean isUnsure(long line) {
        return removals.values().exists(one -> one.begin() < line && one.deletes() && !isModelled(one));
    }

    /** The name of a task. */
    String name(int pid) {
        return names.get(pid).getOrElse("pid") + "-" + pid;
    }

    /** Whether references of PTEs are not counted: it is known by the function that sets them. */
    boolean isUncounted() {
        return kinds.contains("insert_pfn");
    }
}
