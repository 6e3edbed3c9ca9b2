package pagelife.specs.observe;

import io.vavr.control.Option;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import pagelife.specs.ftrace.TraceEvent;

/**
 * Finds what each truncate, punch or eviction takes away, which its first line does not say. Mutable; one thread's own.
 *
 * <p>Which of them are about the file is not known while they are read: they are kept with the inode or the address
 * space that they name.
 */
final class RemovalFinder {
    /** What came of a line. */
    sealed interface Step {
        /** What did it. */
        Removal by();

        /** An entry was deleted, at this page offset. */
        record Deleted(Removal by, long place) implements Step {}

        /** The first blocks were freed. */
        record Freed(Removal by) implements Step {}
    }

    private final Map<Integer, Long> open = new HashMap<>();
    private final Map<Long, Removal> all = new TreeMap<>();
    private final Map<Integer, Boolean> pagecache = new HashMap<>();

    /** Whether a task is in a truncate, a punch or an eviction. */
    boolean isIn(int pid) {
        return open.containsKey(pid);
    }

    /** Looks at an event. What came of it, if that is about what a file has. */
    Option<Step> accept(TraceEvent event) {
        int pid = event.task().pid();
        switch (event.name()) {
            case "ext4_break_layouts", "xfs_break_layouts", "dax_break_layout" ->
                begins(event, Option.some(event.number("inode")), Option.none());
            case "dax_layout_busy_page_range" -> {
                if (!open.containsKey(pid)) {
                    begins(event, Option.none(), Option.some(event.address("mapping")));
                }
            }
            case "ext4_evict_inode", "dax_break_layout_final" -> evicts(event, Option.some(event.number("inode")));
            case "truncate_pagecache" -> pagecache.put(pid, true);
            case "truncate_inode_pages_range" -> ranges(event);
            case "dax_delete_mapping_entry" -> {
                return now(pid).map(by -> {
                    put(by.deleting());
                    return new Step.Deleted(by, event.number("index"));
                });
            }
            case "dax_folio_reset_order" -> now(pid).forEach(by -> put(by.deleting()));
            case "ext4_free_blocks", "xfs_free_extent" -> {
                return frees(event);
            }
            case "ext4_break_layouts_ret", "xfs_break_layouts_ret", "dax_break_layout_ret" -> {
                if (event.number("ret") != 0) {
                    open.remove(pid);
                }
            }
            case "tracing_mark_write", "snap", "dax_iomap_fault" -> open.remove(pid);
            default -> {}
        }
        return Option.none();
    }

    private Option<Removal> now(int pid) {
        return Option.of(open.get(pid)).map(all::get);
    }

    private void put(Removal removal) {
        all.put(removal.begin(), removal);
    }

    private void begins(TraceEvent event, Option<Long> inode, Option<Long> mapping) {
        int pid = event.task().pid();
        if (now(pid).forAll(Removal::isPastLooking)) {
            put(Removal.truncate(event.line(), pid, inode, mapping));
            open.put(pid, event.line());
        }
    }

    private void evicts(TraceEvent event, Option<Long> inode) {
        int pid = event.task().pid();
        if (now(pid).exists(in -> in.isEviction() && in.inode().equals(inode))) {
            return;
        }
        put(Removal.eviction(event.line(), pid, inode, Option.none()));
        open.put(pid, event.line());
    }

    /** Where no probe shows what is around it, all of a file goes only when its inode does, or before a new size. */
    private void ranges(TraceEvent event) {
        int pid = event.task().pid();
        long from = event.number("start");
        long to = event.number("end");
        Option<Long> mapping = Option.some(event.address("mapping"));
        Boolean resizes = pagecache.remove(pid);
        for (Removal in : now(pid)) {
            put(in.of(from, to).at(mapping));
        }
        if (!open.containsKey(pid) && resizes == null && from == 0 && to < 0) {
            put(Removal.eviction(event.line(), pid, Option.none(), mapping));
            open.put(pid, event.line());
        }
    }

    /** XFS frees the blocks of an unlinked file later, by a worker: xfs_icache.c xfs_inodegc_worker. */
    private Option<Step> frees(TraceEvent event) {
        Option<Removal> by = now(event.task().pid());
        if (by.isEmpty() && event.name().equals("xfs_free_extent")) {
            by = Option.ofOptional(all.values().stream()
                    .filter(one -> one.isEviction() && one.frees().isEmpty() && one.deletes())
                    .reduce((one, later) -> later));
        }
        return by.filter(one -> one.frees().isEmpty()).map(one -> {
            put(one.freeing(event.line()));
            return new Step.Freed(one.freeing(event.line()));
        });
    }

    /** All of them, by the lines at which they begin. */
    Map<Long, Removal> all() {
        return all;
    }
}
