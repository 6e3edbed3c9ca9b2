package pagelife.models.parts;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/** What operations are called, wherever programs of tasks are written: one thing has one name in all families. */
public final class Calls {
    /** A fault, by an access of a program. */
    public static final String TOUCH = "touch";
    /** A pin, where the family has one way to take it. */
    public static final String PIN = "pin";
    /** {@code get_user_pages}. */
    public static final String PIN_SLOW = "pin slow";
    /** {@code get_user_pages_fast}. */
    public static final String PIN_FAST = "pin fast";
    /** The end of a pin. */
    public static final String UNPIN = "unpin";
    /** The end of a pin of a certain page. */
    public static final String UNPIN_PAGE = "unpin page";
    /** Another reference for who holds a pin. */
    public static final String TEE = "tee";
    /** {@code munmap}, or {@code MADV_DONTNEED} where nobody tells the two apart. */
    public static final String MUNMAP = "munmap";
    /** {@code MADV_DONTNEED}: what is mapped goes, and the file stays mapped. */
    public static final String MADVISE = "madvise";
    /** {@code mmap}, of a file that was unmapped. */
    public static final String MMAP = "mmap";
    /** Truncate, or a hole of all of the file that is punched. */
    public static final String TRUNCATE = "truncate";
    /** A hole that is punched into a file, of one page or of several. */
    public static final String PUNCH = "punch";
    /** The end of a file that is unlinked, when nobody uses it any more. */
    public static final String EVICT = "evict";
    /** The end of what is in memory of a file, when nobody uses it any more; its blocks stay its own. */
    public static final String UMOUNT = "umount";
    /** Removal of a device, or of its driver. */
    public static final String REMOVE = "remove";

    /** What takes pages from a file, and may wait for them; all but an unmount take the blocks, too. */
    public static final Seq<String> FREEING = Vector.of(TRUNCATE, PUNCH, EVICT, UMOUNT);

    /** What ends a file, or what is in memory of it, once nobody uses it any more. */
    public static final Seq<String> EVICTING = Vector.of(EVICT, UMOUNT);

    private Calls() {}
}
