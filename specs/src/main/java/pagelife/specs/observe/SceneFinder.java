package pagelife.specs.observe;

import io.vavr.collection.HashMap;
import io.vavr.collection.HashSet;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import pagelife.models.page.MmId;
import pagelife.models.page.PageId;
import pagelife.specs.ftrace.TraceEvent;
import pagelife.specs.ftrace.TraceException;

/**
 * Finds the scene of a recording, by one look at each event. Mutable; one thread's own.
 *
 * <p>Recordings seldom say which tasks share an address space. A task that faults at an address whose entry is set, by
 * a read that found none, has one of its own; so has one that unmaps all it has, as a program does that ends, while
 * others go on. So a child process shows itself.
 */
final class SceneFinder {
    private static final String PAGES = "file page pfns:";

    /** {@code FAULT_FLAG_WRITE} and {@code FAULT_FLAG_MKWRITE}: include/linux/mm_types.h. */
    private static final long WRITES = 3;

    /** A thread that ends unmaps its stack, and a program that ends much more. */
    private static final int UNMAPPINGS_OF_AN_END = 5;

    /** What a task has begun: a fault at a place of the file. */
    private record Faulting(long base, long index, boolean reads, Option<Present> found) {}

    /** Who set an entry. */
    private record Present(int pid) {}

    /** A place in the address space of a task. */
    private record At(long base, long index) {}

    /** A use of a mapping. */
    private record Use(int pid, long base) {}

    private final Map<Long, Integer> indices = new java.util.LinkedHashMap<>();
    private final Map<Integer, Faulting> faults = new java.util.HashMap<>();
    private final Map<At, Present> set = new java.util.HashMap<>();
    private final Map<Use, Long> uses = new java.util.LinkedHashMap<>();
    private final Map<Integer, Long> lastInode = new java.util.HashMap<>();
    private final Map<Long, Long> inodes = new java.util.HashMap<>();
    private final Map<Integer, String> names = new java.util.HashMap<>();
    private final TreeSet<Integer> alone = new TreeSet<>();
    private final TreeSet<String> kinds = new TreeSet<>();
    private final Map<Integer, Integer> unmappings = new java.util.HashMap<>();
    private final Map<Integer, Long> ends = new java.util.HashMap<>();
    private final Map<Integer, Long> lastLines = new java.util.HashMap<>();
    private final Map<Integer, Long> evicting = new java.util.HashMap<>();
    private final Map<Long, Eviction> evictions = new java.util.HashMap<>();
    private final List<Long> frames = new ArrayList<>();
    /** Whether the file was freed: what maps its pages then is another file. */
    private boolean isGone;

    private Option<Long> large = Option.none();
    private Option<TraceEvent> firstSnap = Option.none();
    private Option<Long> mapping = Option.none();

    /** Looks at an event. */
    void accept(TraceEvent event) {
        kinds.add(event.name());
        if (!event.task().comm().startsWith("<")) {
            names.put(event.task().pid(), event.task().comm());
        }
        lastLines.put(event.task().pid(), event.line());
        if (isOfProgram(event)) {
            unmappings.remove(event.task().pid());
        }
        switch (event.name()) {
            case "tracing_mark_write" -> marker(event);
            case "snap" -> firstSnap = firstSnap.orElse(Option.some(event));
            case "dax_iomap_fault" -> fault(event);
            case "insert_pfn" -> insert(event, Pages.plain(event.number("pfn")));
            case "insert_page" -> insert(event, Pages.frameAt(event.number("page")));
            case "dax_iomap_fault_ret" -> faulted(event);
            case "gup_fast", "gup_slow" -> used(event, event.number("start"));
            case "unmap_page_range", "zap_vma_range" -> zapped(event);
            case "vmf_insert_pfn_pmd_prot", "vmf_insert_folio_pmd" -> large = large.orElse(Option.some(event.line()));
            case "ext4_evict_inode" -> {
                associated(event);
                evicting.put(event.task().pid(), event.line());
                evictions.put(event.line(), Eviction.IDLE);
            }
            default -> associated(event);
        }
        evicts(event);
    }

    private void evicts(TraceEvent event) {
        int pid = event.task().pid();
        Long since = evicting.get(pid);
        if (since != null) {
            switch (event.name()) {
                case "tracing_mark_write", "snap" -> evicting.remove(pid);
                case "ext4_free_blocks" -> isGone |= evictions.put(since, Eviction.FREES) == Eviction.DELETES;
                case "dax_delete_mapping_entry", "dax_folio_reset_order" ->
                    evictions.merge(since, Eviction.DELETES, Eviction::most);
                default -> {}
            }
        }
    }

    private static boolean isOfProgram(TraceEvent event) {
        return event.name().equals("tracing_mark_write") || event.name().startsWith("dax_iomap_fault");
    }

    private void marker(TraceEvent event) {
        int at = event.text().indexOf(PAGES);
        if (at >= 0) {
            listed(event.text().substring(at + PAGES.length()));
        }
    }

    /** Takes the pages of the file from a list, {@code 0x41819 0x4181a}, unless they are known. */
    void listed(String pfns) {
        if (!frames.isEmpty()) {
            return;
        }
        for (String word : pfns.trim().split(" +")) {
            if (word.matches("0x[0-9a-f]{1,15}")) {
                frames.add(Long.parseLong(word.substring(2), 16));
            }
        }
    }

    private void fault(TraceEvent event) {
        long index = event.number("pgoff");
        long base = event.number("addr") - index * Range.PAGE;
        boolean reads = (event.number("flags") & WRITES) == 0;
        faults.put(event.task().pid(), new Faulting(base, index, reads, Option.of(set.get(new At(base, index)))));
    }

    private void insert(TraceEvent event, long frame) {
        Faulting fault = faults.get(event.task().pid());
        if (fault != null && !isGone) {
            indices.putIfAbsent(frame, (int) fault.index());
            uses.put(new Use(event.task().pid(), fault.base()), event.line());
            if (fault.reads()
                    && fault.found().exists(by -> by.pid() != event.task().pid())) {
                alone.add(event.task().pid());
            }
        }
    }

    private void faulted(TraceEvent event) {
        Faulting fault = faults.remove(event.task().pid());
        if (fault != null && event.number("ret") == Fields.NOPAGE) {
            set.put(
                    new At(fault.base(), fault.index()),
                    new Present(event.task().pid()));
        }
    }

    private void used(TraceEvent event, long address) {
        for (Use known : List.copyOf(uses.keySet())) {
            if (known.pid() == event.task().pid()
                    && address >= known.base()
                    && address < known.base() + Math.max(frames.size(), 1) * Range.PAGE) {
                uses.put(known, event.line());
            }
        }
    }

    private void zapped(TraceEvent event) {
        if (unmappings.merge(event.task().pid(), 1, Integer::sum) == UNMAPPINGS_OF_AN_END) {
            ends.put(event.task().pid(), event.line());
        }
        long start = event.number("addr");
        long end = event.number("end");
        set.keySet()
                .removeIf(at ->
                        at.base() + at.index() * Range.PAGE >= start && at.base() + at.index() * Range.PAGE < end);
    }

    /** An inode is followed by its address space; what a count is about names its own. */
    private void associated(TraceEvent event) {
        int pid = event.task().pid();
        if (event.has("inode")) {
            lastInode.put(pid, event.number("inode"));
        } else if (event.has("mapping")) {
            long found = event.address("mapping");
            Option.of(lastInode.remove(pid)).forEach(inode -> inodes.put(inode, found));
            if (event.name().startsWith("page_ref_") && found != 0) {
                mapping = mapping.orElse(Option.some(found));
                if (frames.isEmpty()) {
                    indices.putIfAbsent(event.number("pfn"), indices.size());
                }
            }
        }
    }

    /** The scene. */
    Scene scene() {
        Pages pages = pages();
        if (pages.size() == 0) {
            throw new TraceException(
                    "is about no page of a DAX file: it has neither a fault that maps one nor a change of"
                            + " a count of one; record dax_iomap_fault, insert_pfn or insert_page, and page_ref");
        }
        Option<Long> snapped = firstSnap.flatMap(snap -> Vector.range(0, pages.size())
                .flatMap(i -> snap.field("map" + i).map(text -> snap.address("map" + i)))
                .find(found -> found != 0));
        Vector<Range> ranges = ranges(pages);
        return new Scene(
                pages,
                present(pages),
                snapped.orElse(mapping).getOrElse(0L),
                HashMap.ofAll(inodes),
                ranges,
                ranges.toLinkedMap(range -> range, this::lastUse),
                HashMap.ofAll(names),
                HashSet.ofAll(names.keySet()).filter(this::isAlone),
                HashMap.ofAll(evictions),
                large,
                HashSet.ofAll(kinds));
    }

    private Pages pages() {
        LinkedHashMap<Long, PageId> found = LinkedHashMap.empty();
        if (!frames.isEmpty()) {
            for (int i = 0; i < frames.size(); i++) {
                found = found.put(frames.get(i), new PageId(i));
            }
            return new Pages(found);
        }
        for (var entry : indices.entrySet()) {
            found = found.put(entry.getKey(), new PageId(entry.getValue()));
        }
        return new Pages(found);
    }

    private Set<PageId> present(Pages pages) {
        Set<PageId> all = pages.byFrame().values().toSet();
        return firstSnap
                .map(snap -> all.filter(
                        page -> !snap.has("map" + page.number()) || snap.address("map" + page.number()) != 0))
                .getOrElse(all);
    }

    private Vector<Range> ranges(Pages pages) {
        Vector<Use> seen = Vector.ofAll(uses.keySet())
                .map(use -> new Use(owner(use.pid()), use.base()))
                .distinct();
        return seen.zipWithIndex()
                .map(each -> new Range(
                        new MmId(each._2()), each._1().pid(), each._1().base(), pages.size()));
    }

    private int owner(int pid) {
        return isAlone(pid) ? pid : 0;
    }

    private boolean isAlone(int pid) {
        return alone.contains(pid)
                || ends.containsKey(pid)
                        && uses.keySet().stream()
                                .anyMatch(use -> use.pid() != pid && lastLines.get(use.pid()) > ends.get(pid));
    }

    private long lastUse(Range range) {
        return uses.entrySet().stream()
                .filter(use -> use.getKey().base() == range.base()
                        && owner(use.getKey().pid()) == range.owner())
                .mapToLong(Map.Entry::getValue)
                .max()
                .orElse(0);
    }
}
