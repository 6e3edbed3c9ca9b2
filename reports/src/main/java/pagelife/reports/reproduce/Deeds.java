package pagelife.reports.reproduce;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.Function;

/** The table of what operations are in user space. Pins, which are kept in several ways, are in {@link TaskCode}. */
final class Deeds {
    static final String PIN = "pin";
    static final String UNPIN = "unpin";
    static final String TOUCH = "touch";
    static final String WRITE = "write";

    private static final Seq<Deed> ALL = Vector.of(
            deed("read", "access read", page("op_read"), "a load from the mapping", ""),
            deed(WRITE, "access write", page("op_write"), "a store to the mapping", ""),
            deed(TOUCH, "access touch choose", page("op_touch"), "a load or a store, at random", ""),
            deed(
                    "touch around",
                    "access touch around choose",
                    page("op_touch_around"),
                    "a load or a store at any page of the huge page",
                    ""),
            deed("munmap", "munmap", mm("op_munmap"), "munmap() of the mapping", ""),
            deed(
                    "madvise",
                    "madvise",
                    args -> call("op_madvise", args.mm(), args.index().getOrElse(-1)),
                    "madvise(MADV_DONTNEED) of the mapping, or of a page of it",
                    ""),
            deed("mmap", "mmap", mm("op_mmap"), "mmap() at the same address", ""),
            deed(
                    "truncate",
                    "truncate",
                    args -> call("op_truncate", args.file(), args.index().getOrElse(0)),
                    "ftruncate() to nothing, or to so many pages",
                    ""),
            deed(
                    "punch",
                    "punch",
                    args -> call(
                            "op_punch",
                            args.file(),
                            args.index().getOrElse(-1),
                            args.last().getOrElse(-1)),
                    "fallocate(FALLOC_FL_PUNCH_HOLE)",
                    ""),
            deed(
                    "invalidate",
                    "invalidate",
                    args -> call("op_invalidate", args.file(), args.index().getOrElse(0)),
                    "pwrite() to the page",
                    "no call deletes the entry of a page that has its block: a write() deletes the entry of a hole only"
                            + " (fs/dax.c dax_iomap_iter)"),
            deed(
                    "writeback",
                    "writeback",
                    args -> call("op_writeback", args.file(), args.index().getOrElse(0)),
                    "sync_file_range() of the page",
                    "a page that nobody wrote to is not written back: the entry is locked for a dirty one only"),
            deed(
                    "evict",
                    "evict",
                    file("op_evict"),
                    "unlink() and close() of the file",
                    "the inode is evicted by whoever drops its last reference, which may be the munmap of another task"),
            deed(
                    "tee",
                    "",
                    args -> Option.none(),
                    "nothing",
                    "each pin is kept by itself, and none of what keeps them is duplicated"),
            deed(
                    "umount",
                    "",
                    args -> Option.none(),
                    "nothing",
                    "a file system is not unmounted while the program has a file of it open"),
            deed(
                    "remove",
                    "remove",
                    args -> call("op_remove"),
                    "a write to the driver's unbind in sysfs, of the device that -r names",
                    "it needs root, and the device that -r names; a file system on it is gone afterwards, so that there"
                            + " is one loop only"),
            deed(
                    "probe",
                    "",
                    args -> Option.none(),
                    "nothing",
                    "a device that is not set up cannot be opened or mapped: it is set up before the tasks begin"),
            deed(
                    "memory failure",
                    "poison choose",
                    args -> Option.some("op_poison(task, "
                            + args.index().map(String::valueOf).getOrElse("choose(task, INDICES)") + ")"),
                    "madvise(MADV_HWPOISON)",
                    "it needs CAP_SYS_ADMIN and CONFIG_MEMORY_FAILURE, and loses the page: it is done with -P only"));

    private Deeds() {}

    /** The operation that these words call, by the longest name that they begin with; empty where it is none. */
    static Option<Deed> of(Seq<String> words) {
        return ALL.filter(deed -> words.startsWith(Vector.of(deed.operation().split(" "))))
                .maxBy(deed -> deed.operation().length());
    }

    /** What stands behind its name. */
    static Arguments arguments(Deed deed, Seq<String> words) {
        return new Arguments(words.drop(deed.operation().split(" ").length));
    }

    private static Deed deed(
            String operation, String parts, Function<Arguments, Option<String>> statement, String does, String cannot) {
        return new Deed(operation, Vector.of(parts.split(" ")), statement, does, cannot);
    }

    private static Function<Arguments, Option<String>> page(String function) {
        return args -> call(function, args.mm(), args.index().getOrElse(0));
    }

    private static Function<Arguments, Option<String>> mm(String function) {
        return args -> call(function, args.mm());
    }

    private static Function<Arguments, Option<String>> file(String function) {
        return args -> call(function, args.file());
    }

    static Option<String> call(String function, Object... arguments) {
        return Option.some(Vector.of(arguments).prepend("task").mkString(function + "(", ", ", ")"));
    }
}
