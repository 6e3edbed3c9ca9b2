package pagelife.models.fsdax;

/** What a step stands for in a file system: ext4, or XFS where the variant is about XFS. */
enum FsCall {
    /** f1, f8: where a fault takes and drops the invalidate lock. */
    FAULT("fs/ext4/file.c ext4_dax_huge_fault", "fs/xfs/xfs_file.c __xfs_filemap_fault"),
    /** f3: where a place in a file becomes a block. */
    FIND_BLOCK("fs/ext4/inode.c ext4_iomap_begin", "fs/xfs/xfs_iomap.c xfs_read_iomap_begin"),
    /** t1, t12: where a truncate takes and drops the invalidate lock. */
    TRUNCATE("fs/ext4/inode.c ext4_setattr", "fs/xfs/xfs_iops.c xfs_vn_setattr"),
    /** t1, t12: where a hole punch does. */
    PUNCH("fs/ext4/inode.c ext4_punch_hole", "fs/xfs/xfs_file.c xfs_file_fallocate"),
    /** t6: where it tests whether the page is idle. */
    BREAK_LAYOUTS("fs/ext4/inode.c ext4_break_layouts", "fs/xfs/xfs_file.c xfs_break_dax_layouts"),
    /** t7, t9: where it drops the invalidate lock to sleep, and takes it again. */
    SLEEP("fs/ext4/inode.c ext4_wait_dax_page", "fs/xfs/xfs_file.c xfs_wait_dax_page"),
    /** t11: where the blocks are freed. */
    FREE_BLOCKS("fs/ext4/extents.c ext4_ext_remove_space", "fs/xfs/xfs_inode.c xfs_itruncate_extents_flags");

    private final String ext4;
    private final String xfs;

    FsCall(String ext4, String xfs) {
        this.ext4 = ext4;
        this.xfs = xfs;
    }

    /** The file and the function. */
    String[] place(boolean isXfs) {
        return (isXfs ? xfs : ext4).split(" ");
    }
}
