package pagelife.specs.observe;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import pagelife.models.page.MmId;
import pagelife.specs.ftrace.TraceEvent;

/**
 * Finds where the file is mapped, and whose address space that is. Mutable; one thread's own.
 *
 * <p>Recordings seldom say which tasks share an address space. A task that faults at an address whose entry is set, by
 * a read that found none, has one of its own; so has one that unmaps all it has, as a program does that ends, while
 * others go on. So a child process shows itself. Where a recording names the processes of its tasks, that is believed.
 */
final class RangeFinder {
    /** A thread that ends unmaps its stack, and a program that ends much more. */
    private static final int UNMAPPINGS_OF_AN_END = 5;

    /** A place in the address space of a task. */
    private record At(long base, long index) {}

    /** A use of a mapping. */
    private record Use(int pid, long base) {}

    /** An unmapping, be it by who truncates. */
    private record Unmapping(int pid, long start, long end, long line, boolean truncates) {}

    private final Map<At, Integer> set = new HashMap<>();
    private final Map<Use, Long> uses = new LinkedHashMap<>();
    private final List<Unmapping> unmappings = new ArrayList<>();
    private final Set<Integer> alone = new HashSet<>();
    private final Map<Integer, Integer> inRow = new HashMap<>();
    private final Map<Integer, Long> ends = new HashMap<>();
    private final Map<Integer, Long> lastLines = new HashMap<>();
    private final Map<Integer, Integer> processes = new HashMap<>();

    /** Any event. */
    void saw(TraceEvent event) {
        int pid = event.task().pid();
        lastLines.put(pid, event.line());
        event.process().forEach(process -> processes.put(pid, process));
        if (event.name().equals("tracing_mark_write") || event.name().startsWith("dax_iomap_fault")) {
            inRow.remove(pid);
        }
    }

    /** Who set the entry that a fault finds, if it is set. */
    Option<Integer> setBy(long base, long index) {
        return Option.of(set.get(new At(base, index)));
    }

    /**
     * A fault maps something, by this line.
     *
     * @param foundBy who had set the entry when a read began that found none; empty if nobody had
     */
    void mapped(int pid, long line, long base, Option<Integer> foundBy) {
        uses.merge(new Use(pid, base), line, Math::max);
        if (foundBy.exists(by -> by != pid)) {
            alone.add(pid);
        }
    }

    /** Whether the file is known to be mapped there. */
    boolean isKnown(long base) {
        return uses.keySet().stream().anyMatch(use -> use.base() == base);
    }

    /** A fault has ended with an entry that is set. */
    void set(TraceEvent event, long base, long index) {
        set.put(new At(base, index), event.task().pid());
    }

    /** A pin is taken through a mapping that begins there, or behind. */
    void used(TraceEvent event, long address, int pages) {
        for (Use known : List.copyOf(uses.keySet())) {
            if (known.pid() == event.task().pid()
                    && address >= known.base()
                    && address < known.base() + Math.max(pages, 1) * Range.PAGE) {
                uses.put(known, event.line());
            }
        }
    }

    /** Entries are cleared, by a program or by who truncates. */
    void unmapped(TraceEvent event, boolean truncates) {
        long start = event.number("addr");
        long end = event.number("end");
        int pid = event.task().pid();
        if (!truncates && inRow.merge(pid, 1, Integer::sum) == UNMAPPINGS_OF_AN_END) {
            ends.put(pid, event.line());
        }
        unmappings.add(new Unmapping(pid, start, end, event.line(), truncates));
        set.keySet()
                .removeIf(at ->
                        at.base() + at.index() * Range.PAGE >= start && at.base() + at.index() * Range.PAGE < end);
    }

    /** The mappings, in the order of their first use. */
    Seq<Range> ranges(Places places) {
        Vector<Use> seen = Vector.ofAll(uses.keySet())
                .map(use -> new Use(owner(use.pid()), use.base()))
                .distinct();
        return seen.zipWithIndex().map(each -> range(each._1(), new MmId(each._2()), places));
    }

    private Range range(Use of, MmId mm, Places places) {
        Range range = new Range(mm, of.pid(), of.base(), places, 0, Option.none());
        long last = uses.entrySet().stream()
                .filter(use ->
                        use.getKey().base() == of.base() && owner(use.getKey().pid()) == of.pid())
                .mapToLong(Map.Entry::getValue)
                .max()
                .orElse(0);
        Vector<Unmapping> all = Vector.ofAll(unmappings)
                .filter(one -> !range.within(one.start(), one.end()).isEmpty());
        // who truncates unmaps what is mapped then
        long there = all.filter(Unmapping::truncates)
                .map(Unmapping::line)
                .max()
                .map(line -> Math.max(line, last))
                .getOrElse(last);
        Option<Long> end = all.filter(one -> !one.truncates() && one.line() > there && owner(one.pid()) == of.pid())
                .map(Unmapping::line)
                .lastOption();
        return new Range(mm, of.pid(), of.base(), places, there, end);
    }

    /** The address space of a task: its own number, or 0 for the one that others share. */
    int owner(int pid) {
        Option<Integer> process = Option.of(processes.get(pid));
        return process.isDefined() ? process.get() : isAlone(pid) ? pid : 0;
    }

    private boolean isAlone(int pid) {
        return alone.contains(pid)
                || ends.containsKey(pid)
                        && uses.keySet().stream()
                                .anyMatch(use -> use.pid() != pid && lastLines.get(use.pid()) > ends.get(pid));
    }
}
