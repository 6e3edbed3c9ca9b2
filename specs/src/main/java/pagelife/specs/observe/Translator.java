package pagelife.specs.observe;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.LinkedHashSet;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pagelife.checker.observe.Label;
import pagelife.checker.observe.Observation;
import pagelife.checker.observe.Sight;
import pagelife.models.fsdax.FsdaxOperations;
import pagelife.models.fsdax.PinHolder;
import pagelife.models.page.EntryAt;
import pagelife.models.page.FileId;
import pagelife.models.page.Index;
import pagelife.models.page.PageId;
import pagelife.models.page.PteAt;
import pagelife.models.parts.Calls;
import pagelife.specs.ftrace.TraceEvent;

/**
 * Makes observations of the lines of a recording, in a second look at each event. Mutable; one thread's own.
 *
 * <p>Whose a change of a count is, is said by what the task is in: a fault, a GUP, an unmapping, a truncate. In none of
 * them, references that are taken were duplicated by who held one, and references that are dropped are those of a pin:
 * the task's own one if it has one, else another's, as when a pipe is read by another task.
 */
final class Translator {
    private static final FileId FILE = new FileId(0);
    private static final Pattern SWITCH = Pattern.compile(
            ".*?prev_pid=(\\d+) .*?prev_state=(\\S+) .*?next_pid=(\\d+) .*|.*?:(\\d+) \\[\\d+] (\\S+) ==> .*?:(\\d+) \\[.*");
    private static final Pattern WAKING = Pattern.compile("comm=.*? pid=(\\d+) .*|.*?:(\\d+) \\[\\d+].*");

    private final Scene scene;
    private final Recording.Counts counts;
    private final Map<Integer, TaskSide> tasks = new HashMap<>();
    private final List<Noted> noted = new ArrayList<>();
    private final Map<String, Unused> unused = new TreeMap<>();
    /** How many references of each page were duplicated, beyond what the models have. */
    private final Map<PageId, Integer> extra = new HashMap<>();

    private LinkedHashMap<String, LinkedHashSet<String>> calls = LinkedHashMap.empty();
    private boolean removed;
    private boolean evicted;

    Translator(Scene scene, Recording.Counts counts) {
        this.scene = scene;
        this.counts = counts;
    }

    /** Looks at an event. */
    void accept(TraceEvent event) {
        if (event.name().startsWith("sched_")) {
            scheduled(event);
        } else if (!event.interrupt() && !event.task().isIdle()) {
            seen(event, task(event.task().pid()));
        } else {
            leave(event, "in an interrupt", touches(event));
        }
    }

    private void seen(TraceEvent event, TaskSide task) {
        if (!part(event, task)) {
            whole(event, task);
        }
    }

    /** What belongs to something that a task is in, or drops a pin. Whether it was that. */
    private boolean part(TraceEvent event, TaskSide task) {
        switch (event.name()) {
            case "insert_pfn", "insert_page" -> inserted(event, task);
            case "get_dev_pagemap" -> tookPagemap(event, task);
            case "try_grab_page", "try_grab_folio_fast", "try_grab_folio" -> grabs(event, task);
            case "page_ref_mod", "page_ref_mod_unless", "page_ref_mod_and_test", "page_ref_mod_and_return" ->
                counted(event, task);
            case "put_devmap_managed" -> dropper(event, task, "page", PinHolder.PIPE);
            case "gup_put_folio" -> dropper(event, task, event.has("page") ? "page" : "folio", PinHolder.DRIVER);
            case "unpin_user_folio" -> dropper(event, task, "folio", PinHolder.DIRECT_IO);
            case "free_zone_device_folio" -> page(event, task, "folio", Kinds.FREED);
            case "free_zone_device_page" -> page(event, task, "page", Kinds.FREED);
            case "wake_up_var" -> page(event, task, "var", Kinds.WAKE);
            case "dax_layout_busy_page_range" -> look(event, task);
            case "dax_layout_busy_page_range_ret" -> scanned(event, task);
            case "dax_delete_mapping_entry" -> deleted(event, task);
            case "dax_folio_reset_order" -> reset(event, task);
            case "ext4_free_blocks", "xfs_free_extent" -> freed(event, task);
            default -> {
                return within(event);
            }
        }
        return true;
    }

    /** Events in the middle of something, that say nothing of it. */
    private boolean within(TraceEvent event) {
        Option<String> reason = Reasons.within(event.name());
        reason.forEach(why -> leave(event, why, false));
        return reason.isDefined();
    }

    /** What begins or ends something, or is something else. */
    private void whole(TraceEvent event, TaskSide task) {
        switch (event.name()) {
            case "dax_iomap_fault" -> fault(event, task);
            case "dax_iomap_fault_ret" -> faulted(event, task);
            case "gup_fast" -> gup(event, task, Calls.PIN_FAST);
            case "gup_slow" -> gup(event, task, Calls.PIN_SLOW);
            case "gup_fast_ret", "gup_slow_ret" -> gupped(event, task);
            case "unmap_page_range", "zap_vma_range" -> zap(event, task);
            case "ext4_break_layouts", "xfs_break_layouts", "dax_break_layout" -> truncate(event, task);
            case "ext4_break_layouts_ret", "xfs_break_layouts_ret", "dax_break_layout_ret" -> brokeLayouts(event, task);
            case "ext4_evict_inode" -> evict(event, task);
            case "kill_dax" -> kill(event, task);
            case "memunmap_pages" -> removal(event, task, Kinds.KILL);
            case "vmemmap_free" -> {
                removal(event, task, Kinds.REMOVE);
                removed = true;
            }
            case "memunmap_pages_ret" -> done(event, task, Open.Remove.class);
            case "snap" -> snap(event, task);
            default -> {
                if (event.name().equals("tracing_mark_write")) {
                    backInProgram(event, task);
                }
                quiet(event, task);
                leave(event, Reasons.of(event.name()), touches(event));
            }
        }
    }

    // faults

    private void fault(TraceEvent event, TaskSide task) {
        endOfZap(event, task);
        long level = event.has("order") ? event.number("order") : event.number("pe_size");
        Option<PteAt> at = scene.pte(event.task().pid(), event.number("addr"));
        if (at.isEmpty()) {
            task.push(new Open.Other());
            leave(event, "a fault of another file", false);
        } else if (level > 0) {
            task.push(new Open.LargeFault());
        } else {
            boolean writes = (event.number("flags") & Fields.WRITE) != 0;
            begin(event, task, (writes ? FsdaxOperations.WRITE : FsdaxOperations.READ) + " " + words(at.get()));
            task.push(new Open.Fault(at.get()));
        }
    }

    private void inserted(TraceEvent event, TaskSide task) {
        if (task.top().exists(Open.Fault.class::isInstance)) {
            show(event, task, Label.of(Kinds.INSERT));
        } else {
            leave(event, "another file", false);
        }
    }

    private void faulted(TraceEvent event, TaskSide task) {
        Open was = task.pop().getOrElse(Open.Other::new);
        if (was instanceof Open.Fault) {
            ends(event, task);
        } else if (was instanceof Open.LargeFault) {
            boolean fellBack = (event.number("ret") & Fields.FALLBACK) != 0;
            leave(
                    event,
                    fellBack ? "a fault that falls back to a smaller page" : "a mapping larger than a page",
                    !fellBack);
        }
    }

    // get_user_pages

    private void gup(TraceEvent event, TaskSide task, String operation) {
        long start = event.number("start");
        if (scene.range(event.task().pid(), start).isEmpty()) {
            task.push(new Open.Other());
            quiet(event, task);
            leave(event, "get_user_pages of other memory", false);
            return;
        }
        endOfZap(event, task);
        quiet(event, task);
        task.push(new Open.Gup(operation + " " + flag(event.number("flags")), start, 0, Option.none()));
    }

    private String flag(long flags) {
        boolean isEarly = scene.kinds().contains("insert_pfn");
        if ((flags & (isEarly ? Fields.PIN_BEFORE_6_3 : Fields.PIN)) == 0) {
            return "get";
        }
        boolean isLong = !isEarly && (flags & Fields.LONGTERM) != 0;
        return isLong ? "longterm" : "pin";
    }

    private Option<Open.Gup> inGup(TaskSide task) {
        return task.top().filter(Open.Gup.class::isInstance).map(Open.Gup.class::cast);
    }

    private void tookPagemap(TraceEvent event, TaskSide task) {
        Option<Open.Gup> gup = inGup(task)
                .filter(in -> scene.pages().frame(event.number("pfn")).isDefined());
        gup.forEach(in -> {
            takes(event, task, in);
            show(event, task, Label.of(Kinds.PAGEMAP));
        });
        if (gup.isEmpty()) {
            leave(event, "a pagemap of other memory", false);
        }
    }

    private void grabs(TraceEvent event, TaskSide task) {
        long page = event.number(event.has("page") ? "page" : "folio");
        inGup(task).filter(in -> scene.pages().at(page).isDefined()).forEach(in -> takes(event, task, in));
        leave(event, "beside the change of the count", false);
    }

    /** Begins the pin of the next page, unless it has begun. */
    private void takes(TraceEvent event, TaskSide task, Open.Gup gup) {
        if (gup.current().exists(taking -> taking.refs() == 0)) {
            return;
        }
        Open.Gup next = taken(event, task, gup);
        long address = next.start() + next.done() * Range.PAGE;
        for (PteAt at : scene.pte(event.task().pid(), address)) {
            begin(event, task, next.operation() + " " + words(at));
            task.replace(next.taking(at));
        }
    }

    /** The pin of the page before is whole. */
    private Open.Gup taken(TraceEvent event, TaskSide task, Open.Gup gup) {
        if (gup.current().isEmpty()) {
            return gup;
        }
        ends(event, task);
        Open.Taking taking = gup.current().get();
        if (taking.refs() > 0) {
            task.pins().add(new Held(new PageId(taking.at().index().number()), taking.at(), taking.refs()));
        }
        return gup.next();
    }

    private void gupped(TraceEvent event, TaskSide task) {
        Open was = task.pop().getOrElse(Open.Other::new);
        if (was instanceof Open.Gup gup) {
            taken(event, task, gup);
        } else {
            quiet(event, task);
        }
    }

    // counts

    private void counted(TraceEvent event, TaskSide task) {
        Option<PageId> page = scene.pages().frame(event.number("pfn"));
        if (page.isEmpty()) {
            leave(event, "another page", false);
            return;
        }
        int change = (int) event.number("val");
        int count = (int) event.number("count");
        if (event.name().equals("page_ref_mod_unless") && event.number("ret") == 0) {
            inGup(task).forEach(gup -> takes(event, task, gup));
            show(event, task, Label.of(Kinds.REFUSED, page.get()));
        } else if (change > 0) {
            got(event, task, page.get(), change, count);
        } else {
            put(event, task, page.get(), -change, count);
        }
    }

    private void got(TraceEvent event, TaskSide task, PageId page, int refs, int count) {
        Option<Open.Gup> gup = inGup(task);
        if (gup.isDefined()) {
            boolean more = gup.get().current().exists(taking -> taking.refs() == 1 && refs == Fields.BIAS - 1);
            if (!more) {
                takes(event, task, gup.get());
            }
            inGup(task).forEach(in -> task.replace(in.took(refs)));
            showCount(event, task, Kinds.GET, page, refs, count);
        } else if (task.top().exists(Open.Fault.class::isInstance)) {
            showCount(event, task, Kinds.GET, page, refs, count);
        } else {
            extra.merge(page, refs, Integer::sum);
            leave(event, "a reference duplicated by who holds one", true);
        }
    }

    private void put(TraceEvent event, TaskSide task, PageId page, int refs, int count) {
        Option<Open.Gup> gup = inGup(task);
        if (gup.isDefined()) {
            task.replace(gup.get().took(-refs));
            showCount(event, task, Kinds.PUT, page, refs, count);
        } else if (task.top().exists(Translator::puts)) {
            showCount(event, task, Kinds.PUT, page, refs, count);
        } else if (isInUnmount(task)) {
            leave(event, Reasons.EVICTION, true);
        } else if (extra.getOrDefault(page, 0) >= refs) {
            extra.merge(page, -refs, Integer::sum);
            leave(event, "a reference duplicated by who holds one", true);
        } else {
            unpin(event, task, page, refs, count);
        }
    }

    private static boolean puts(Open in) {
        return in instanceof Open.Fault || in instanceof Open.Zap || isModelled(in);
    }

    private static boolean isInUnmount(TaskSide task) {
        return task.top().exists(in -> in instanceof Open.Evict evict && !evict.isModelled());
    }

    private void unpin(TraceEvent event, TaskSide task, PageId page, int refs, int count) {
        endOfZap(event, task);
        PinHolder by = task.dropper()
                .getOrElse(
                        scene.kinds().contains("put_devmap_managed")
                                        || scene.kinds().contains("insert_pfn")
                                ? PinHolder.DIRECT_IO
                                : PinHolder.PIPE);
        task.dropper(Option.none());
        Vector<TaskSide> holders = Vector.of(task)
                .appendAll(tasks.values())
                .filter(side -> holds(side, page, refs).isDefined());
        if (holders.isEmpty()) {
            show(event, task, label(Kinds.PUT, page, refs, count));
            return;
        }
        TaskSide holder = holders.head();
        Held pin = holds(holder, page, refs).get();
        holder.pins().remove(pin);
        String call = Calls.UNPIN + " " + by + " " + words(pin.through());
        call(holder, call);
        task.actor(holder.name());
        noted.add(holder == task ? afterLast(task) : noted.size(), plain(event, task, new Sight.Begins(call)));
        see(event, task, new Sight.Shows(label(Kinds.PUT, page, refs, count)));
        task.hasWoken(false);
    }

    /**
     * The position after what was seen of a task last. Nothing is written where an unpin begins: by the time of its
     * line, others may have counted what it has dropped.
     */
    private int afterLast(TaskSide task) {
        int at = noted.size();
        while (at > 0 && !noted.get(at - 1).task().equals(task.name())) {
            at--;
        }
        return at;
    }

    private static Option<Held> holds(TaskSide side, PageId page, int refs) {
        return Vector.ofAll(side.pins()).find(pin -> pin.page().equals(page) && pin.refs() == refs);
    }

    private void dropper(TraceEvent event, TaskSide task, String field, PinHolder by) {
        if (scene.pages().at(event.number(field)).isDefined()) {
            task.dropper(task.dropper().orElse(Option.some(by)));
        }
        leave(event, "beside the change of the count", false);
    }

    private void page(TraceEvent event, TaskSide task, String field, String kind) {
        Option<PageId> page = scene.pages().at(event.number(field));
        if (page.isEmpty()) {
            leave(event, "another page", false);
        } else if (isInUnmount(task)) {
            leave(event, Reasons.EVICTION, true);
        } else {
            show(event, task, Label.of(kind, page.get()));
            task.hasWoken(kind.equals(Kinds.WAKE));
        }
    }

    private void showCount(TraceEvent event, TaskSide task, String kind, PageId page, int refs, int count) {
        show(event, task, label(kind, page, refs, count));
    }

    private Label label(String kind, PageId page, int refs, int count) {
        Label plain = Label.of(Kinds.of(kind, refs), page);
        return counts == Recording.Counts.EXACT ? plain.counting(count - extra.getOrDefault(page, 0)) : plain;
    }

    // unmapping

    private void zap(TraceEvent event, TaskSide task) {
        int pid = event.task().pid();
        long start = event.number("addr");
        long end = event.number("end");
        Option<Range> range = scene.range(pid, start, end);
        if (task.isIn(Open.Truncate.class) || task.isIn(Open.Evict.class)) {
            leave(event, "an unmapping by who truncates", false);
            return;
        }
        if (range.isEmpty()) {
            leave(event, "an unmapping of other memory", false); // the pages of all are put together
        } else {
            endOfZap(event, task);
            begin(event, task, unmapping(event.line(), range.get(), start, end));
            task.push(new Open.Zap());
        }
    }

    /** What a program does to one page, or to a mapping that is used later, leaves the mapping there. */
    private String unmapping(long line, Range range, long start, long end) {
        if (!range.isWithin(start, end)) {
            return Calls.MADVISE + " " + range.mm() + " " + range.index(start).getOrElse(new Index(0));
        }
        boolean isUsedLater = scene.lastUse().get(range).getOrElse(0L) > line;
        return (isUsedLater ? Calls.MADVISE : Calls.MUNMAP) + " " + range.mm();
    }

    private void endOfZap(TraceEvent event, TaskSide task) {
        if (task.top().exists(Open.Zap.class::isInstance)) {
            task.pop();
            ends(event, task);
        }
    }

    // truncate

    private void truncate(TraceEvent event, TaskSide task) {
        endOfZap(event, task);
        if (task.isIn(Open.Truncate.class)) {
            leave(event, "on the way of a truncate", false);
        } else if (scene.isFile(event.number("inode"))) {
            beginTruncate(event, task);
        } else {
            quiet(event, task);
            leave(event, "another file", false);
        }
    }

    private void beginTruncate(TraceEvent event, TaskSide task) {
        begin(event, task, Calls.TRUNCATE + " " + FILE);
        task.push(new Open.Truncate(Option.none()));
    }

    /** Where no probe shows the function around it, a look for busy pages begins a truncate. */
    private void look(TraceEvent event, TaskSide task) {
        boolean begins = event.address("mapping") == scene.mapping()
                && !task.isIn(Open.Truncate.class)
                && !task.isIn(Open.Evict.class);
        if (begins) {
            endOfZap(event, task);
            beginTruncate(event, task);
        } else {
            leave(event, "on the way of a truncate", false);
        }
    }

    private void scanned(TraceEvent event, TaskSide task) {
        if (task.top().exists(Translator::isModelled)) {
            long found = event.number("page");
            Option<PageId> busy = found == 0 ? Option.none() : scene.pages().at(found);
            if (task.isIn(Open.Truncate.class)) {
                task.replace(new Open.Truncate(busy));
            }
            show(event, task, Label.of(Kinds.SCANNED, Kinds.found(busy)));
        } else {
            leave(event, "another file", false);
        }
    }

    private void brokeLayouts(TraceEvent event, TaskSide task) {
        if (event.number("ret") != 0) {
            done(event, task, Open.Truncate.class);
        }
    }

    private void deleted(TraceEvent event, TaskSide task) {
        int index = (int) event.number("index");
        show(
                event,
                task,
                new EntryAt(FILE, Scene.index(new PageId(index))),
                event.address("mapping") == scene.mapping());
    }

    private void reset(TraceEvent event, TaskSide task) {
        Option<PageId> page = scene.pages().at(event.number("folio"));
        show(event, task, new EntryAt(FILE, Scene.index(page.getOrElse(new PageId(0)))), page.isDefined());
    }

    private void show(TraceEvent event, TaskSide task, EntryAt entry, boolean ours) {
        if (ours && task.top().exists(Translator::isModelled)) {
            show(event, task, Label.of(Kinds.DELETE, entry));
        } else {
            evicted |= ours;
            leave(event, ours ? Reasons.EVICTION : "another file", ours);
        }
    }

    private void freed(TraceEvent event, TaskSide task) {
        if (task.top().exists(Translator::isModelled)) {
            show(event, task, Label.of(Kinds.FREE_BLOCKS));
        } else {
            leave(event, "another file", false);
        }
    }

    private void evict(TraceEvent event, TaskSide task) {
        endOfZap(event, task);
        quiet(event, task);
        endOfEviction(event, task);
        if (!scene.isFile(event.number("inode"))) {
            leave(event, "another file", false);
            return;
        }
        Eviction does = scene.evictions().get(event.line()).getOrElse(Eviction.IDLE);
        evicted |= does != Eviction.IDLE; // the inode may be used again at once, for another file
        if (does == Eviction.FREES) {
            begin(event, task, Calls.EVICT + " " + FILE);
        } else {
            leave(
                    event,
                    does == Eviction.IDLE ? "an eviction of an empty file" : Reasons.EVICTION,
                    does != Eviction.IDLE);
        }
        task.push(new Open.Evict(does == Eviction.FREES));
    }

    private void endOfEviction(TraceEvent event, TaskSide task) {
        if (task.top().exists(Open.Evict.class::isInstance)) {
            Open was = task.pop().get();
            if (isModelled(was)) {
                ends(event, task);
            }
        }
    }

    /** Whether it deletes entries and frees blocks as an operation of the models does. */
    private static boolean isModelled(Open in) {
        return in instanceof Open.Truncate || in instanceof Open.Evict evict && evict.isModelled();
    }

    // removal

    private void kill(TraceEvent event, TaskSide task) {
        endOfZap(event, task);
        endOfEviction(event, task);
        begin(event, task, Calls.REMOVE);
        task.push(new Open.Remove());
        show(event, task, Label.of(Kinds.DEAD));
    }

    private void removal(TraceEvent event, TaskSide task, String kind) {
        if (task.top().exists(Open.Remove.class::isInstance)) {
            show(event, task, Label.of(kind));
        } else {
            leave(event, "another device", false);
        }
    }

    private void done(TraceEvent event, TaskSide task, Class<? extends Open> what) {
        if (task.top().exists(what::isInstance)) {
            task.pop();
            ends(event, task);
        }
    }

    // the rest

    /** A program runs again: whatever the kernel did for it has ended. */
    private void backInProgram(TraceEvent event, TaskSide task) {
        endOfZap(event, task);
        for (Option<Open> was = task.pop(); was.isDefined(); was = task.pop()) {
            if (isModelled(was.get()) || was.get() instanceof Open.Remove) {
                ends(event, task);
            }
        }
    }

    private void snap(TraceEvent event, TaskSide task) {
        backInProgram(event, task);
        quiet(event, task);
        if (removed) {
            leave(event, "the memory map is gone, and so are the counts that it shows", false);
            return;
        }
        Vector<Noted.Seen> seen = scene.pages()
                .byFrame()
                .values()
                .toVector()
                .filter(page -> event.has("ref" + page.number()))
                .map(page -> new Noted.Seen(
                        page,
                        (int) event.number("ref" + page.number()) - extra.getOrDefault(page, 0),
                        Option.when(
                                !evicted && event.has("map" + page.number()),
                                () -> event.address("map" + page.number()) == scene.mapping())));
        noted.add(new Noted.Snap(event.line(), task.name(), seen));
    }

    private void scheduled(TraceEvent event) {
        if (event.name().equals("sched_waking")) {
            waking(event);
            return;
        }
        Matcher fields = SWITCH.matcher(event.text());
        if (!event.name().equals("sched_switch") || !fields.matches()) {
            leave(event, Reasons.of(event.name()), false);
            return;
        }
        boolean named = fields.group(1) != null;
        TaskSide off = task(Integer.parseInt(fields.group(named ? 1 : 4)));
        TaskSide on = task(Integer.parseInt(fields.group(named ? 3 : 6)));
        see(event, off, new Sight.Off());
        String state = fields.group(named ? 2 : 5);
        boolean sleeps = state.equals("S") || state.equals("D");
        if (sleeps
                && off.top()
                        .exists(in -> in instanceof Open.Truncate truncate
                                && truncate.busy().isDefined())) {
            noted.add(new Noted.Asleep(event.line(), off.name()));
        }
        see(event, on, new Sight.On());
    }

    private void waking(TraceEvent event) {
        Matcher fields = WAKING.matcher(event.text());
        TaskSide by = task(event.task().pid());
        if (event.interrupt() || event.task().isIdle() || !fields.matches()) {
            leave(event, "a wake-up by an interrupt", false);
            return;
        }
        TaskSide woken = task(Integer.parseInt(fields.group(fields.group(1) != null ? 1 : 2)));
        if (by.hasWoken() && woken.isIn(Open.Truncate.class)) {
            see(event, by, new Sight.Shows(Label.of(Kinds.WAKING, woken.name())));
        } else {
            quiet(event, by);
            leave(event, "a wake-up of something else", false);
        }
    }

    private void begin(TraceEvent event, TaskSide task, String call) {
        call(task, call);
        task.hasWoken(false);
        task.actor(task.name());
        see(event, task, new Sight.Begins(call));
    }

    private void call(TaskSide task, String call) {
        calls = calls.put(
                task.name(),
                calls.get(task.name()).getOrElse(LinkedHashSet.empty()).add(call));
    }

    private void show(TraceEvent event, TaskSide task, Label label) {
        see(event, task, new Sight.Shows(label));
    }

    private void ends(TraceEvent event, TaskSide task) {
        see(event, task, new Sight.Ends());
    }

    private void quiet(TraceEvent event, TaskSide task) {
        endOfZap(event, task);
        task.hasWoken(false);
        task.dropper(Option.none());
        see(event, task, new Sight.Quiet());
    }

    private void see(TraceEvent event, TaskSide task, Sight sight) {
        noted.add(plain(event, task, sight));
    }

    private static Noted plain(TraceEvent event, TaskSide task, Sight sight) {
        return new Noted.Plain(new Observation(event.line(), task.name(), Vector.of(task.actor()), sight));
    }

    private void leave(TraceEvent event, String reason, boolean touches) {
        unused.merge(
                event.name() + "/" + reason,
                new Unused(event.name(), reason, 1, event.line(), touches),
                (known, one) -> known.another());
    }

    private boolean touches(TraceEvent event) {
        return event.name().startsWith("page_ref_")
                && event.has("pfn")
                && scene.pages().frame(event.number("pfn")).isDefined();
    }

    private TaskSide task(int pid) {
        return tasks.computeIfAbsent(pid, number -> new TaskSide(scene.name(number)));
    }

    /** What was seen of those who did anything in the models, or dropped what they hold. */
    Transcript transcript() {
        Vector<Noted> all = Vector.ofAll(noted);
        Set<String> doing = all.filter(Noted::isOwn).map(Noted::task).toSet();
        Set<String> actors = calls.keySet();
        return new Transcript(
                all.filter(each -> doing.contains(each.task())).map(each -> each.of(actors)),
                calls,
                Vector.ofAll(unused.values()));
    }

    private static String words(PteAt at) {
        return at.mm() + " " + at.index();
    }
}
