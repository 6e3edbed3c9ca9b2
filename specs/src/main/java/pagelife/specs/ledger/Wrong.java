package pagelife.specs.ledger;

import pagelife.models.page.Counted;

/**
 * Something that went wrong with the references of a page, or of something else that is counted.
 *
 * @param what what is counted
 * @param kind what went wrong
 * @param step the step that did it, counted from 1; since which step it is so, of what is so at the end, and 0 if it is
 *     so from the start
 * @param who who did it, or whose references they are
 * @param refs how many references
 */
public record Wrong(Counted what, Kind kind, int step, String who, int refs) {
    /** What can go wrong. */
    public enum Kind {
        /** Its owner has ended or has let go, and its references are still counted. */
        LEAK,
        /** Who had dropped its references dropped them again. */
        DOUBLE_PUT,
        /** Who held nothing dropped references. */
        PUT_BY_NON_OWNER,
        /** References were dropped from a count of 0. */
        USE_AFTER_LAST_PUT,
        /** A reference was taken from a count of 0 by somebody who may not. */
        GET_FROM_ZERO,
        /** A page was touched whose memory map is gone. */
        USE_AFTER_REMOVAL,
        /** An entry maps the page and holds no reference. */
        UNCOUNTED_MAPPING,
        /** A get brought the count round to where it is negative. */
        OVERFLOW,
        /** A plain store to the count lost references that others had taken meanwhile. */
        LOST_BY_STORE,
        /** Fewer references are counted than are held. */
        COUNT_AND_OWNERS_DISAGREE
    }
}
