package pagelife.specs.observe;

import io.vavr.control.Option;

/**
 * What a task that takes pages from a file does, as all its lines say.
 *
 * @param begin the line at which it begins
 * @param pid the task
 * @param kind what it is
 * @param from the first byte that goes; empty where that is not known
 * @param to the last byte that goes, negative for all that come
 * @param deletes whether an entry was deleted
 * @param frees whether a block was freed, and at which line first
 * @param inode the inode, where that is known
 * @param mapping its address space, where that is known
 */
record Removal(
        long begin,
        int pid,
        Kind kind,
        Option<Long> from,
        long to,
        boolean deletes,
        Option<Long> frees,
        Option<Long> inode,
        Option<Long> mapping) {
    /** What it is. */
    enum Kind {
        /** A truncate, or a hole that is punched: it waits for pins. */
        TRUNCATE,
        /** The end of an inode. */
        EVICTION
    }

    static Removal truncate(long begin, int pid, Option<Long> inode, Option<Long> mapping) {
        return new Removal(begin, pid, Kind.TRUNCATE, Option.none(), -1, false, Option.none(), inode, mapping);
    }

    static Removal eviction(long begin, int pid, Option<Long> inode, Option<Long> mapping) {
        return new Removal(begin, pid, Kind.EVICTION, Option.some(0L), -1, false, Option.none(), inode, mapping);
    }

    /** Its range is known; what comes later is about something else. */
    Removal of(long first, long last) {
        return from.isDefined()
                ? this
                : new Removal(begin, pid, kind, Option.some(first), last, deletes, frees, inode, mapping);
    }

    /** Its address space is known. */
    Removal at(Option<Long> space) {
        return new Removal(begin, pid, kind, from, to, deletes, frees, inode, mapping.orElse(space));
    }

    /** Whether it has gone on to delete what it has found idle; what begins then is another one. */
    boolean isPastLooking() {
        return isEviction() || from.isDefined() || frees.isDefined();
    }

    Removal deleting() {
        return new Removal(begin, pid, kind, from, to, true, frees, inode, mapping);
    }

    Removal freeing(long line) {
        return new Removal(begin, pid, kind, from, to, deletes, frees.orElse(Option.some(line)), inode, mapping);
    }

    boolean isEviction() {
        return kind == Kind.EVICTION;
    }

    /** Whether all that follows its first byte goes. */
    boolean isToEnd() {
        return to < 0 || to == Long.MAX_VALUE;
    }

    /** The first page that goes as a whole. */
    long firstPage() {
        return -Math.floorDiv(-from.getOrElse(0L), Range.PAGE);
    }

    /** The last page that goes as a whole. */
    long lastPage() {
        return isToEnd() ? Long.MAX_VALUE : Math.floorDiv(to + 1, Range.PAGE) - 1;
    }
}
