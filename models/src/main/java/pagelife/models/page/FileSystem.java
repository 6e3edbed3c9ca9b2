package pagelife.models.page;

/** Whether a file system still works. */
public enum FileSystem {
    /** It does. */
    UP,
    /** It was shut down: {@code iomap_begin} fails. */
    SHUT_DOWN
}
