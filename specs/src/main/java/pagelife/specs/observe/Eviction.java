package pagelife.specs.observe;

/** What the end of an inode did, as its lines say. */
enum Eviction {
    /** Nothing: the file was empty. */
    IDLE,
    /** It took the pages from the file, whose blocks stay: an unmount. */
    DELETES,
    /** It freed blocks, too: the file was unlinked. */
    FREES;

    Eviction most(Eviction other) {
        return compareTo(other) > 0 ? this : other;
    }
}
