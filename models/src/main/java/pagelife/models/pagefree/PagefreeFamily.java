package pagelife.models.pagefree;

import pagelife.models.TabledFamily;
import pagelife.models.TabledFamily.Table;

/** The free path of device pages, by type, from 4.18 to 7.2. */
public final class PagefreeFamily {
    private PagefreeFamily() {}

    /** The family. */
    public static TabledFamily<Pagefree> family() {
        return variants(TabledFamily.table("pagefree", "what happens when the last user of a device page lets go")
                        .rule("era", "whose text the free path follows", "5.10 4.18 4.19 5.3-rc 5.4 6.1 6.12 7.2")
                        .rule("clears", "whether a free sets page->mapping to NULL", "asEra always never")
                        .rule("callback", "whether the driver gets the page back before or after that", "last first")
                        .rule("resetsCount", "whether a count of 0 is set back to 1 where the era does", "on off")
                        .rule("staticKey", "whether the key is on that lets puts look for device pages", "on off")
                        .rule(
                                "readsPagemap",
                                "whether a free reads which pagemap to put before or after the driver has the page back",
                                "beforeFree afterFree")
                        .rule("tells", "whom a free tells: who the page is about, or the other", "asEra other")
                        .rule("exitPuts", "how often the end of a program puts its page", "once twice")
                        .bound("largerFolios", "1: the driver may make the page the tail of a larger folio", "0 1")
                        .bound("type", "what the page is for", "private coherent fsdax p2pdma"))
                .madeBy(Pagefree::make);
    }

    private static Table variants(Table table) {
        return table.variant("4.18", "the final put clears mapping for every managed type", "until 4.18", "era=4.18")
                .variant("4.19", "the free callback of HMM clears mapping (2fa147bdbf67)", "4.19 to 5.2", "era=4.19")
                .variant("5.3-rc", "nobody clears mapping (b7a523109fb5)", "5.3-rc", "era=5.3-rc")
                .variant("5.4", "the put path clears mapping of private pages (7ab0ad0e74f8)", "5.3 to 5.5", "era=5.4")
                .variant("5.10", "FS-DAX pages only wake (seed 002)", "5.6 to 5.17, text of 5.10.223", "era=5.10")
                .variant(
                        "6.1",
                        "private pages count from 0 and hold the pagemap",
                        "5.18 to 6.1, text of 6.1.192",
                        "era=6.1")
                .variant("6.12", "P2PDMA pages are freed too", "6.2 to 6.14, text of 6.12.107", "era=6.12")
                .variant("7.2", "everything but device-dax counts from 0", "6.15 to 7.2, text of 7.2.13", "era=7.2")
                .variant(
                        "late-pgmap",
                        "which pagemap to put is read from the page after the driver has it back",
                        "until CVE-2026-46277 was fixed",
                        "era=7.2 readsPagemap=afterFree",
                        "largerFolios=1");
    }
}
