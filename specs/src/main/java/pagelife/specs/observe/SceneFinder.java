package pagelife.specs.observe;

import io.vavr.collection.HashMap;
import io.vavr.collection.HashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import pagelife.models.page.Index;
import pagelife.specs.ftrace.TraceEvent;
import pagelife.specs.ftrace.TraceException;

/** Finds the scene of a recording, by one look at each event. Mutable; one thread's own. */
final class SceneFinder {
    private static final String PAGES = "file page pfns:";

    /** {@code FAULT_FLAG_WRITE} and {@code FAULT_FLAG_MKWRITE}: include/linux/mm_types.h. */
    private static final long WRITES = 3;

    /**
     * A fault that has begun.
     *
     * @param line where it begins
     * @param base where the first page of the file is mapped
     * @param offset the page offset
     * @param foundBy who had set the entry that a read finds none in; empty where nobody had
     * @param ino the number of the inode, where the recording says it
     * @param about the first line that changes a count in it, or maps a frame
     * @param frame the frame that it maps
     */
    private record Faulting(
            long line,
            long base,
            long offset,
            Option<Integer> foundBy,
            Option<String> ino,
            Option<Long> about,
            Option<Long> frame) {
        Faulting of(Option<String> number) {
            return new Faulting(line, base, offset, foundBy, ino.orElse(number), about, frame);
        }

        Faulting about(long at) {
            return new Faulting(line, base, offset, foundBy, ino, about.orElse(Option.some(at)), frame);
        }

        Faulting maps(long pfn) {
            return new Faulting(line, base, offset, foundBy, ino, about, Option.some(pfn));
        }

        Faulting mapsNothing() {
            return new Faulting(line, base, offset, foundBy, ino, about, Option.none());
        }
    }

    private final FrameFinder frames = new FrameFinder();
    private final RangeFinder ranges = new RangeFinder();
    private final RemovalFinder removals = new RemovalFinder();
    private final Unmappers unmappers = new Unmappers();
    private final Map<Integer, Faulting> faults = new java.util.HashMap<>();
    private final Map<Integer, Long> lastInode = new java.util.HashMap<>();
    private final Map<Long, Long> inodes = new java.util.HashMap<>();
    private final Map<Integer, String> names = new java.util.HashMap<>();
    private final Set<Long> strangers = new TreeSet<>();
    private final TreeSet<String> kinds = new TreeSet<>();
    private Option<String> ino = Option.none();
    private boolean hasFlags;
    private long gone = Long.MAX_VALUE;
    private Option<Long> large = Option.none();
    private Option<TraceEvent> firstSnap = Option.none();
    private Option<Long> mapping = Option.none();

    /** Looks at an event. */
    void accept(TraceEvent event) {
        kinds.add(event.name());
        if (!event.task().comm().startsWith("<")) {
            names.put(event.task().pid(), event.task().comm());
        }
        ranges.saw(event);
        unmappers.accept(event);
        associated(event);
        removals.accept(event).forEach(this::removed);
        switch (event.name()) {
            case "tracing_mark_write" -> marker(event);
            case "snap" -> snap(event);
            case "dax_iomap_fault" -> fault(event);
            case "dax_pte_fault" -> ino(event);
            case "insert_pfn" -> insert(event, event.number("pfn"));
            case "insert_page" -> insert(event, Frames.frameAt(event.number("page")));
            case "dax_load_hole" -> hole(event);
            case "dax_iomap_fault_ret" -> faulted(event);
            case "dax_folio_reset_order" -> frames.reset(Frames.frameAt(event.number("folio")));
            case "gup_fast", "gup_slow" -> ranges.used(event, event.number("start"), frames.listed());
            case "unmap_page_range", "zap_vma_range" -> zapped(event);
            case "vmf_insert_pfn_pmd_prot", "vmf_insert_folio_pmd" -> large = large.orElse(Option.some(event.line()));
            default -> counted(event);
        }
    }

    /** Takes the pages of the file from a list, unless they are known. */
    void listed(String pfns) {
        frames.listed(pfns);
    }

    private void marker(TraceEvent event) {
        int at = event.text().indexOf(PAGES);
        if (at >= 0) {
            frames.listed(event.text().substring(at + PAGES.length()));
        }
    }

    /** The zero page is in ordinary memory, whose frames have no flags where those of devices have. */
    private void insert(TraceEvent event, long pfn) {
        long frame = Frames.plain(pfn);
        hasFlags |= pfn != frame;
        if (hasFlags && pfn == frame) {
            hole(event);
        } else {
            change(event, fault -> fault.about(event.line()).maps(frame));
        }
    }

    private void snap(TraceEvent event) {
        firstSnap = firstSnap.orElse(Option.some(event));
        for (int i = 0; mapping.isEmpty() && event.has("map" + i); i++) {
            mapping = Option.some(event.address("map" + i)).filter(found -> found != 0);
        }
    }

    private void fault(TraceEvent event) {
        int pid = event.task().pid();
        settle(pid);
        long offset = event.number("pgoff");
        long base = event.number("addr") - offset * Range.PAGE;
        boolean reads = (event.number("flags") & WRITES) == 0;
        Option<Integer> by = ranges.setBy(base, offset).filter(other -> reads);
        faults.put(pid, new Faulting(event.line(), base, offset, by, Option.none(), Option.none(), Option.none()));
    }

    /** The tracepoint at the beginning of a fault names the file. */
    private void ino(TraceEvent event) {
        change(event, fault -> fault.of(event.field("ino")));
    }

    private void change(TraceEvent event, UnaryOperator<Faulting> how) {
        faults.computeIfPresent(event.task().pid(), (pid, fault) -> how.apply(fault));
    }

    private void hole(TraceEvent event) {
        change(event, fault -> fault.of(event.field("ino")).mapsNothing());
        Faulting fault = faults.get(event.task().pid());
        if (fault != null && isOurs(fault)) {
            ino = ino.orElse(fault.ino());
            frames.hole(fault.offset());
            ranges.mapped(event.task().pid(), event.line(), fault.base(), fault.foundBy());
        }
    }

    private void faulted(TraceEvent event) {
        Faulting fault = faults.get(event.task().pid());
        settle(event.task().pid());
        if (fault != null && event.number("ret") == Fields.NOPAGE) {
            ranges.set(event, fault.base(), fault.offset());
        }
    }

    /** A fault has ended: what it maps, unless that was the zero page, is a frame of its file. */
    private void settle(int pid) {
        Faulting fault = faults.remove(pid);
        if (fault == null) {
            return;
        }
        if (!isOurs(fault)) {
            strangers.add(fault.line());
            return;
        }
        for (long frame : fault.frame()) {
            ino = ino.orElse(fault.ino());
            frames.mapped(frame, fault.offset(), fault.about().get());
            ranges.mapped(pid, fault.about().get(), fault.base(), fault.foundBy());
        }
    }

    /** The file is the one that the list of frames is about, or the first one that is mapped. */
    private boolean isOurs(Faulting fault) {
        if (fault.line() > gone || isOfOther(fault.ino())) {
            return false;
        }
        boolean known = ino.isDefined() && fault.ino().isDefined() || !frames.hasList();
        return known || fault.frame().forAll(frames::isListed) || ranges.isKnown(fault.base());
    }

    private boolean isOfOther(Option<String> number) {
        return number.isDefined() && ino.isDefined() && !number.equals(ino);
    }

    private void zapped(TraceEvent event) {
        ranges.unmapped(event, unmappers.contains(event.task().pid()));
    }

    private void removed(RemovalFinder.Step step) {
        if (!isOfFile(step.by())) {
            return;
        }
        if (step instanceof RemovalFinder.Step.Deleted deleted) {
            frames.deleted(deleted.place());
        } else {
            frames.freed(step.by().firstPage(), step.by().lastPage());
            if (step.by().isEviction()) {
                gone = step.by().frees().get();
            }
        }
    }

    /** Where nobody has named the address space before, what deletes entries is about the one file that has any. */
    private boolean isOfFile(Removal removal) {
        Option<Long> space = removal.mapping().orElse(removal.inode().flatMap(inode -> Option.of(inodes.get(inode))));
        if (mapping.isEmpty() && removal.deletes()) {
            mapping = space;
        }
        return space.isDefined() && space.equals(mapping);
    }

    /** An inode is followed by its address space. */
    private void associated(TraceEvent event) {
        int pid = event.task().pid();
        if (event.has("inode")) {
            lastInode.put(pid, event.number("inode"));
        } else if (event.has("mapping")) {
            long found = event.address("mapping");
            Option.of(lastInode.remove(pid)).forEach(inode -> inodes.put(inode, found));
        }
    }

    /** What a count is about names its own address space. */
    private void counted(TraceEvent event) {
        if (!event.name().startsWith("page_ref_") || !event.has("mapping")) {
            return;
        }
        change(event, fault -> fault.about(event.line()));
        long frame = event.number("pfn");
        long found = event.address("mapping");
        if (found != 0 && (!frames.hasList() || frames.isListed(frame))) {
            mapping = mapping.orElse(Option.some(found));
        }
        frames.counted(frame, event.number("count"), mapping.contains(found));
    }

    /** The scene. */
    Scene scene() {
        Vector.ofAll(faults.keySet()).forEach(this::settle);
        int idle = kinds.contains("insert_pfn") ? 1 : 0;
        FrameFinder.Found found = frames.found(idle);
        if (found.places().size() == 0) {
            throw new TraceException(
                    "is about no page of a DAX file: it has neither a fault that maps one nor a change of"
                            + " a count of one; record dax_iomap_fault, insert_pfn or insert_page, and page_ref");
        }
        Map<Integer, Integer> owners = new java.util.HashMap<>();
        names.keySet().forEach(pid -> owners.put(pid, ranges.owner(pid)));
        return new Scene(
                found.places(),
                found.frames(),
                present(found),
                found.holes(),
                mapping.getOrElse(0L),
                gone,
                HashMap.ofAll(inodes),
                HashSet.ofAll(strangers),
                ranges.ranges(found.places()),
                HashMap.ofAll(owners),
                HashMap.ofAll(names),
                HashMap.ofAll(removals.all()).filter(each -> isOfFile(each._2())),
                large,
                HashSet.ofAll(kinds));
    }

    /** The program looks at the pages of the list, if it looks at any. */
    private Seq<Index> present(FrameFinder.Found found) {
        Places places = found.places();
        return Vector.range(0, places.size()).map(Index::new).filter(place -> {
            String field = "map" + places.all().get(place.number());
            return firstSnap.exists(snap -> snap.has(field))
                    ? firstSnap.get().address(field) != 0
                    : found.present().contains(places.all().get(place.number()));
        });
    }
}
