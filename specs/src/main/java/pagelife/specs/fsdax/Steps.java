package pagelife.specs.fsdax;

import pagelife.specs.Renames;

/** What became of the steps of FS-DAX from one kernel, or one file system, to another. */
final class Steps {
    private Steps() {}

    static Renames renames() {
        return Renames.NONE
                // 6.15 counts PTEs: fs/dax.c dax_fault_iter holds the page while mm/memory.c insert_page sets the PTE
                .split("f6", "f6a", "f6b", "f6c")
                // a PTE that holds no reference has none to put when it is cleared: mm/memory.c zap_pte_range
                .split("t3p")
                .split("u2")
                // 6.15 looks for busy pages whether the file is mapped or not: fs/dax.c dax_layout_busy_page_range
                .split("t2")
                // 6.15 holds no pagemap while it grabs: mm/gup.c calls get_dev_pagemap no more
                .split("s2")
                .split("g2")
                .split("g5")
                .split("g5x")
                // the proposal lets no reference go before the pages are idle: mm/memremap.c memunmap_pages
                .split("r4")
                .alike("ext4_dax_huge_fault", "__xfs_filemap_fault")
                .alike("ext4_iomap_begin", "xfs_read_iomap_begin")
                .alike("ext4_setattr", "xfs_vn_setattr")
                .alike("ext4_ext_remove_space", "xfs_itruncate_extents_flags")
                .alike("ext4_wait_dax_page", "xfs_wait_dax_page")
                .alike("insert_pfn", "insert_page_into_pte_locked")
                // 6.15 deletes entries as soon as nothing is busy, before the page cache is truncated
                .alike(
                        "truncate_pagecache",
                        "truncate_pagecache_range",
                        "truncate_inode_pages_final",
                        "dax_delete_mapping_range")
                .alike("unpin_user_page", "gup_put_folio")
                .alike("gup_pte_range", "gup_fast_pte_range")
                .alike("try_grab_compound_head", "try_grab_folio", "try_grab_folio_fast")
                .alike("dax_layout_busy_page_range", "dax_break_layout")
                .alike("ext4_break_layouts", "xfs_break_dax_layouts", "dax_break_layout");
    }
}
