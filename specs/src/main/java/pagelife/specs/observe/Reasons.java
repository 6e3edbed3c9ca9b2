package pagelife.specs.observe;

import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.control.Option;

/** Why lines of a recording are not used. */
final class Reasons {
    /** The end of an inode. */
    static final String EVICTION = "eviction by an unmount, which the models do not have";

    private static final String BESIDE = "beside the change of the count";
    private static final String WAY = "on the way of a fault";
    private static final String TRUNCATES = "on the way of a truncate";

    /** What comes in the middle of something, and says no more than the lines around it. */
    private static final Map<String, String> WITHIN = HashMap.of(
                    "vmf_insert_mixed", WAY, "vmf_insert_mixed_mkwrite", WAY, "vmf_insert_page_mkwrite", WAY)
            .merge(HashMap.of("dax_pte_fault", WAY, "dax_pte_fault_done", WAY, "dax_pmd_fault", WAY))
            .merge(HashMap.of("dax_pmd_fault_done", WAY, "dax_insert_mapping", WAY, "dax_load_hole", WAY))
            .merge(HashMap.of("get_dev_pagemap_ret", BESIDE, "unpin_user_pages", BESIDE))
            .merge(HashMap.of("unpin_user_pages_dirty_lock", BESIDE, "unpin_user_page", BESIDE))
            .merge(HashMap.of("folios_put_refs", BESIDE, "folio_put_slow", BESIDE))
            .merge(HashMap.of("dax_layout_busy_page", TRUNCATES))
            .merge(HashMap.of("unmap_mapping_pages", TRUNCATES, "unmap_mapping_range", TRUNCATES))
            .merge(HashMap.of("truncate_pagecache", TRUNCATES, "truncate_inode_pages_range", TRUNCATES))
            .merge(HashMap.of("dax_disassociate_entry", TRUNCATES, "dax_delete_mapping_range", TRUNCATES))
            .merge(HashMap.of("dax_break_layout_final", TRUNCATES, "dax_break_layout_final_ret", TRUNCATES))
            .merge(HashMap.of(
                    "folio_add_file_rmap_ptes",
                    "map counts are not compared",
                    "folio_remove_rmap_ptes",
                    "map counts are not compared: those of dirty pages go down after the flush"));

    private static final Map<String, String> OTHERS = HashMap.of(
                    "tracing_mark_write", "a marker of the program",
                    "nd_pmem_remove", "on the way of a removal",
                    "pmem_release_disk", "on the way of a removal",
                    "percpu_ref_kill", "on the way of a removal",
                    "percpu_ref_exit", "on the way of a removal",
                    "pgmap_release", "on the way of a removal",
                    "arch_remove_memory", "on the way of a removal")
            .merge(HashMap.of(
                    "dax_writeback_range", "writeback, which the models do not have",
                    "dax_writeback_one", "writeback, which the models do not have",
                    "dax_writeback_range_done", "writeback, which the models do not have",
                    "memremap_pages", "a new device",
                    "memremap_pages_ret", "a new device",
                    "page_ref_set", "a count that is set"));

    private Reasons() {}

    /** Why an event in the middle of something says nothing; empty for other events. */
    static Option<String> within(String event) {
        return WITHIN.get(event);
    }

    /** Why an event is not used that is about nothing in the models. */
    static String of(String event) {
        return OTHERS.get(event).getOrElse("unknown");
    }
}
