package pagelife.specs.gup;

import static pagelife.specs.TabledSpecs.row;

import pagelife.models.gup.GupFamily;
import pagelife.models.gup.GupScene;
import pagelife.specs.Renames;
import pagelife.specs.TabledSpecs;
import pagelife.specs.claims.CountClaims;

/** What we expect of pin accounting. */
public final class GupSpecs {
    private GupSpecs() {}

    /** The table. */
    public static TabledSpecs<GupScene> table() {
        return limits(forks(TabledSpecs.of(GupFamily.family(), GupClaims::all)))
                // 8fde12ca79af (5.1): fs/pipe.c and mm/gup.c get references that may be refused
                .withRenames(Renames.NONE.alike("get_page", "try_get_page"));
    }

    private static TabledSpecs<GupScene> forks(TabledSpecs<GupScene> table) {
        String fix = "57efa1fe5957 (5.11)";
        return table.and(row("bias")
                        .violated(GupClaims.NO_FALSE_PIN, 3)
                        .cites("mm/gup.c try_grab_folio, include/linux/mm.h page_maybe_dma_pinned, 6.1")
                        .why("H2: one mapping and as many references as the bias less one look like a pin"))
                .and(row("bias")
                        .label("few-references")
                        .bounds("gets=1")
                        .cites("mm/gup.c try_grab_folio, 6.1")
                        .why("below the bias the guess is right, but for the window between the two additions"))
                .and(row("bias")
                        .label("plain-pins")
                        .rules("pinAdds=one unpinDrops=one")
                        .violated(GupClaims.NO_HIDDEN_PIN, 1)
                        .violated(GupClaims.NO_FALSE_PIN, 3)
                        .cites("Documentation/core-api/pin_user_pages.rst, 6.1")
                        .why("a mutant: a pin that is counted as a plain reference looks like one"))
                .and(row("bias")
                        .label("got-and-unpinned")
                        .rules("pinAdds=one")
                        .violated(GupClaims.NO_HIDDEN_PIN, 1)
                        .violated(CountClaims.COUNT_SANE, 2)
                        .violated(CountClaims.COUNT_IS_OWNERS, 2)
                        .violated(GupClaims.NO_FALSE_PIN, 3)
                        .cites("Documentation/core-api/pin_user_pages.rst, 6.1")
                        .why("a mutant: got by get_user_pages, let go by unpin_user_page, which takes the bias off"))
                .and(row("fork-5.9")
                        .violated(GupClaims.DMA_STAYS, 7)
                        .cites(fix)
                        .why("H3: the whole pin fits between fork's check and its write protection"))
                .and(row("fork-5.9")
                        .label("for-reading")
                        .bounds("pinFor=reading")
                        .violated(GupClaims.DMA_STAYS, 7)
                        .cites(fix)
                        .why("H3: the entry is read-only already, so reading it again shows no fork"))
                .and(row("fork-5.11").cites(fix).why("a fork that comes or goes meanwhile undoes the pin"))
                .and(row("fork-5.11")
                        .label("for-reading")
                        .bounds("pinFor=reading")
                        .violated(GupClaims.DMA_STAYS, 11)
                        .cites("mm/gup.c gup_must_unshare, 6.1")
                        .why("not against a fork that is over: a shared page is pinned and leaves at the next write"))
                .and(row("fork-5.19").cites("mm/gup.c gup_must_unshare, 6.1").why("pins for writing"))
                .and(row("fork-5.19")
                        .label("for-reading")
                        .bounds("pinFor=reading")
                        .cites("mm/gup.c gup_must_unshare, 6.1")
                        .why("pins for reading"));
    }

    private static TabledSpecs<GupScene> limits(TabledSpecs<GupScene> table) {
        String gates = "mm/gup.c check_vma_flags, gup_pte_range, folio_is_longterm_pinnable";
        String overflow = "8fde12ca79af (5.1), CVE-2019-11487";
        return table.and(row("longterm-4.14")
                        .violated(GupClaims.TRUNCATE_NOT_STUCK, 6)
                        .cites(gates)
                        .why("H4: a registration that never ends keeps truncate waiting"))
                .and(row("longterm-4.15").cites(gates).why("both ways in are closed"))
                .and(row("longterm-half")
                        .violated(GupClaims.TRUNCATE_NOT_STUCK, 6)
                        .cites(gates)
                        .why("the fast path needs a gate of its own"))
                .and(row("longterm-7.2").cites(gates).why("the page's gate lets go of what it grabbed"))
                .and(row("overflow-5.0")
                        .violated(GupClaims.NOT_FREED, 9)
                        .cites(overflow)
                        .why("I-17: with 3 bits, 8 gets come round to where they began, and one put frees"))
                .and(row("overflow-5.0")
                        .label("4-bits")
                        .bounds("countBits=4")
                        .violated(GupClaims.NOT_FREED, 17)
                        .cites(overflow)
                        .why("and so with any width"))
                .and(row("overflow-5.1").cites(overflow).why("a count that has gone below 0 is not raised any more"));
    }
}
