package pagelife.specs.tails;

import static pagelife.specs.TabledSpecs.row;

import pagelife.models.tails.TailScene;
import pagelife.models.tails.TailsFamily;
import pagelife.specs.TabledSpecs;
import pagelife.specs.claims.CountClaims;

/** What we expect of tails and heads. */
public final class TailsSpecs {
    private TailsSpecs() {}

    /** The table. */
    public static TabledSpecs<TailScene> table() {
        String freeze = "7118fc2906e2 (5.14)";
        String head = "c24d37322548, \"mm/gup: fix try_grab_compound_head() race with split_huge_page()\"";
        return TabledSpecs.of(TailsFamily.family(), TailsClaims::all)
                .and(row("gigantic-5.13")
                        .violated(CountClaims.COUNT_IS_OWNERS, 2)
                        .violated(CountClaims.COUNT_SANE, 3)
                        .violated(TailsClaims.TAIL_ZERO, 3)
                        .cites(freeze)
                        .why("I-13: get 1 to 2, store 0, put 0 to -1"))
                .and(row("gigantic-5.14").cites(freeze).why("the freeze fails and the pages are given back"))
                .and(row("head-5.12")
                        .violated(TailsClaims.HEAD_COUNTS, 3)
                        .cites(head)
                        .why("I-14: head looked up, compound split, an unrelated page counted"))
                .and(row("head-5.14").cites(head).why("looked up again, and undone"))
                .and(row("order-6.15-rc")
                        .violated(TailsClaims.INIT_RECORD, 2)
                        .violated(TailsClaims.NOT_STUCK, 2)
                        .cites("98b1917cdef9 (6.15)")
                        .why("I-22: what is left of the order looks like a lock that nobody holds"))
                .and(row("order-6.15").cites("98b1917cdef9 (6.15)").why("the words are set back"))
                .and(row("zero-6.15")
                        .violated(TailsClaims.HAS_PAGE, 2)
                        .cites("98c183a4fccf (6.16)")
                        .why("I-23: a read of a hole, then a scan"))
                .and(row("zero-6.16").cites("98c183a4fccf (6.16)").why("the kind is tested first"));
    }
}
