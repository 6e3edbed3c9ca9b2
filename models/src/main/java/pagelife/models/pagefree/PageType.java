package pagelife.models.pagefree;

/** {@code enum memory_type}: what a pagemap's memory is for. */
public enum PageType {
    /** Memory that the CPU cannot address: entries are swap entries. */
    PRIVATE,
    /** Memory of a device that the CPU can address and migrate. From 6.0 on. */
    COHERENT,
    /** Persistent memory behind a file system. */
    FSDAX,
    /** Device-dax, and whoever wants struct pages only. */
    GENERIC,
    /** Memory of a PCI device, for others to do DMA to. */
    P2PDMA;

    /** Whether pages are handed out by a driver to hold anonymous memory. */
    public boolean isMigratable() {
        return this == PRIVATE || this == COHERENT;
    }
}
