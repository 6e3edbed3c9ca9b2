package pagelife.models.layouts;

import pagelife.models.TabledFamily;
import pagelife.models.TabledFamily.Table;

/** How truncate makes sure that nobody uses the pages whose blocks it frees. */
public final class LayoutsFamily {
    private LayoutsFamily() {}

    /** The family. */
    public static TabledFamily<Layouts> family() {
        return variants(rules(TabledFamily.table(
                                "layouts", "truncate against pins: the scan for busy pages, the wait, the retry"))
                        .bound("pages", "pages of the file, all mapped", "2 1 3")
                        .bound("pinned", "which of them are pinned at the beginning", "all first last none")
                        .bound("writebacks", "1: the first page is written back", "0 1")
                        .bound("munmaps", "1: the program unmaps the file", "0 1")
                        .bound("faults", "faults of the first page", "0 1 2")
                        .bound("gups", "pins of the first page taken later", "0 1 2")
                        .bound("evictions", "1: the inode is evicted when nobody maps it", "0 1"))
                .madeBy(Layouts::make);
    }

    private static Table rules(Table table) {
        return table.rule("pteHoldsReference", "a PTE holds a reference; an unused page counts 0, not 1", "off on")
                .rule("busyCheck", "truncate looks for busy pages before it frees blocks", "on off")
                .rule(
                        "lockedEntry",
                        "what the scan does with a locked entry: wait and look, pass over it, or wait and"
                                + " pass over it",
                        "wait skip pause")
                .rule("mappedShortcut", "truncate takes a file that no VMA maps for idle", "off on")
                .rule("retry", "when all pages are looked at again after one was busy", "always ifSlept ifStillBusy")
                .rule("range", "what truncate unmaps and scans: the whole file, or its first page", "whole first")
                .rule("freesBlocks", "whether blocks are free before or after the entries are deleted", "last first")
                .rule("evictionWaits", "eviction waits for busy pages", "on off")
                .rule("unpinPuts", "how often the end of a pin puts its page", "once twice")
                .rule("putsWake", "a put that leaves a page unused wakes who waits for it", "on off");
    }

    private static Table variants(Table table) {
        String until614 = "lockedEntry=skip mappedShortcut=on evictionWaits=off";
        return table.variant("4.17", "truncate frees blocks under DMA", "until 4.17", "busyCheck=off evictionWaits=off")
                .variant("4.19-rc", "it retries only if it slept", "4.19-rc", until614 + " retry=ifSlept")
                .variant(
                        "6.1",
                        "it always retries; locked entries and unmapped files are passed over",
                        "4.19 to 6.14",
                        until614)
                .variant(
                        "6.1-xfs-two",
                        "XFS with two inodes: it looks a second time instead of sleeping",
                        "4.18 to 6.14",
                        until614 + " retry=ifStillBusy")
                .variant(
                        "6.1-fuse",
                        "virtio-fs: the range (0, 0) is the first page, and the server frees first",
                        "5.10 to 6.14",
                        until614 + " range=first freesBlocks=first")
                .variant(
                        "6.15",
                        "PTEs hold references; the scan waits for a locked entry and passes over it",
                        "6.15",
                        "pteHoldsReference=on lockedEntry=pause")
                .variant(
                        "6.16",
                        "the scan waits for a locked entry and looks at it",
                        "6.16 to 7.2",
                        "pteHoldsReference=on");
    }
}
