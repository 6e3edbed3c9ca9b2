package pagelife.models.fsdax;

/** How a program touches its mapping. */
public enum Access {
    /** It reads: the fault does not know of a freeze. */
    READ,
    /** It writes: the fault waits while the file system is frozen, and a freeze waits for the fault. */
    WRITE
}
