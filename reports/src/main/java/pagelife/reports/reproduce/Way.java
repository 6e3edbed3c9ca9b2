package pagelife.reports.reproduce;

import io.vavr.collection.Vector;

/** How a program takes a pin, and keeps it. */
enum Way {
    /** A copy that stops halfway. */
    SLOW(
            "slow",
            "driver",
            "process_vm_readv() pins the page (FOLL_PIN, under mmap_lock) and stops in a userfaultfd while the pin lasts",
            "userfaultfd for faults of the kernel is for root, or with vm.unprivileged_userfaultfd=1; user space has no"
                    + " call that keeps a FOLL_GET reference of the slow path"),
    /** A page in a pipe. */
    FAST(
            "fast",
            "pipe",
            "vmsplice() puts the page into a pipe (FOLL_GET), where it stays while the pin lasts",
            "GUP-fast goes on in the slow path where the page is not mapped: user space cannot keep it from that"),
    /** Direct I/O in flight. */
    DIRECT(
            "direct",
            "direct-io",
            "io_submit() writes the page with O_DIRECT (FOLL_GET on 6.1.192, FOLL_PIN on 7.2.13); io_getevents() waits for the"
                    + " end",
            "the pin ends when the device has written, not when the task says so, unless -z freezes the file system"
                    + " below a loop device"),
    /** A buffer of an I/O ring. */
    LONGTERM(
            "longterm",
            "ring",
            "io_uring_register() takes the page as a buffer (FOLL_LONGTERM)",
            "it takes the path that it likes, and refuses memory of files, as on 6.1.192, or files of FS-DAX: then no pin"
                    + " is held");

    private final String part;
    private final String holder;
    private final String does;
    private final String cannot;

    Way(String part, String holder, String does, String cannot) {
        this.part = part;
        this.holder = holder;
        this.does = does;
        this.cannot = cannot;
    }

    /** The way of a pin that is held by {@code holder} in the end. */
    static Way heldBy(String holder) {
        return Vector.of(values()).find(way -> way.holder.equals(holder)).get();
    }

    String holder() {
        return holder;
    }

    String part() {
        return part;
    }

    String does() {
        return does;
    }

    String cannot() {
        return cannot;
    }
}
