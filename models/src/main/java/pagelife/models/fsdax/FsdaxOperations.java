package pagelife.models.fsdax;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.checker.model.Operation;
import pagelife.checker.model.Operations;
import pagelife.checker.model.Script;
import pagelife.checker.model.Sort;
import pagelife.checker.model.Task;
import pagelife.models.page.EntryAt;
import pagelife.models.page.FileId;
import pagelife.models.page.Index;
import pagelife.models.page.MmId;
import pagelife.models.page.PageId;
import pagelife.models.page.Pins;
import pagelife.models.page.PteAt;
import pagelife.models.page.TaskId;
import pagelife.models.parts.Calls;
import pagelife.models.parts.Unpin;

/** What a task may be asked to do with files on persistent memory. */
public final class FsdaxOperations {
    /** A fault by a read. */
    public static final String READ = "read";
    /** A fault by a write. */
    public static final String WRITE = "write";
    /** Invalidation of a clean DAX entry. */
    public static final String INVALIDATE = "invalidate";

    private static final String EITHER_ACCESS = "a touch is a read or a write as it happens";
    private static final String MAY_BE_MADVISE =
            "a munmap may be a madvise where nobody asks whether the file is mapped";
    private static final String BY_RULE = "a pin is FOLL_GET or FOLL_PIN by the rule gupFlag, and nobody asks for more";
    private static final String ANY_HOLDER = "an unpin is that of any holder";

    private final Kernel kernel;
    private final boolean signals;
    private final Sort<MmId> mms;
    private final Sort<Index> indices;
    private final Sort<FileId> files;
    private final Sort<PageId> pages;
    private final Sort<Foll> flags = new Sort<>("flags", Vector.of(Foll.values()));
    private final Sort<PinHolder> holders = new Sort<>("holders", Vector.of(PinHolder.values()));

    /** @param signals whether a signal may end a sleep */
    FsdaxOperations(Kernel kernel, boolean signals) {
        this.kernel = kernel;
        this.signals = signals;
        this.mms = new Sort<>("mms", kernel.world().mms());
        this.indices = new Sort<>("indices", kernel.world().indices());
        this.files = new Sort<>("files", kernel.world().files());
        this.pages = new Sort<>("pages", kernel.world().pages());
    }

    Operations all() {
        Rules rules = kernel.rules();
        return Operations.of(
                fault(Calls.TOUCH, "a page fault, by a read or a write", rules.accesses()),
                fault(READ, "a page fault by a read", Vector.of(Access.READ)).narrower(EITHER_ACCESS),
                fault(WRITE, "a page fault by a write", Vector.of(Access.WRITE)).narrower(EITHER_ACCESS),
                Operation.of(
                        Calls.PIN_SLOW,
                        "get_user_pages, under locks",
                        mms,
                        indices,
                        (task, mm, index) -> pinSlow(task, rules.foll(), mm, index)),
                Operation.of(
                                Calls.PIN_SLOW,
                                "get_user_pages, under locks, with this flag",
                                flags,
                                mms,
                                indices,
                                this::pinSlow)
                        .narrower(BY_RULE),
                Operation.of(
                        Calls.PIN_FAST,
                        "get_user_pages_fast, without locks",
                        mms,
                        indices,
                        (task, mm, index) -> pinFast(task, rules.foll(), mm, index)),
                Operation.of(
                                Calls.PIN_FAST,
                                "get_user_pages_fast, without locks, with this flag",
                                flags,
                                mms,
                                indices,
                                this::pinFast)
                        .narrower(BY_RULE),
                Operation.of(
                                Calls.UNPIN,
                                "drop the pin that was taken last, whoever holds it",
                                task -> unpin(task, rules.pinHolders(), Option.none()))
                        .undoes(Calls.PIN_SLOW, Calls.PIN_FAST),
                Operation.of(
                                Calls.UNPIN,
                                "drop the pin that was taken last, as this holder does",
                                holders,
                                (task, holder) -> unpin(task, Vector.of(holder), Option.none()))
                        .undoes(Calls.PIN_SLOW, Calls.PIN_FAST)
                        .narrower(ANY_HOLDER),
                Operation.of(
                                Calls.UNPIN,
                                Unpin.THERE,
                                mms,
                                indices,
                                (task, mm, index) -> unpin(task, rules.pinHolders(), Option.some(new PteAt(mm, index))))
                        .undoes(Calls.PIN_SLOW, Calls.PIN_FAST)
                        .narrower(Pins.LATEST_FIRST),
                Operation.of(
                                Calls.UNPIN,
                                "drop the pin that was taken there, as this holder does",
                                holders,
                                mms,
                                indices,
                                (task, holder, mm, index) ->
                                        unpin(task, Vector.of(holder), Option.some(new PteAt(mm, index))))
                        .undoes(Calls.PIN_SLOW, Calls.PIN_FAST)
                        .narrower(ANY_HOLDER),
                Operation.of(
                                Calls.UNPIN_PAGE,
                                "drop the pin of this page with this flag, as this holder does",
                                flags,
                                holders,
                                pages,
                                (task, flag, holder, page) ->
                                        new PinEnd(kernel, Vector.of(holder)).script(task, flag, page))
                        .undoes(Calls.PIN_SLOW, Calls.PIN_FAST)
                        .narrower(ANY_HOLDER),
                Operation.of(
                                Calls.TEE,
                                "take another reference of a page that the task has pinned",
                                pages,
                                (task, page) -> new Tee(kernel, page).script(task))
                        .narrower("two pins hold as many references"),
                Operation.of(
                        Calls.MUNMAP,
                        "unmap the file, or discard its mappings",
                        mms,
                        (task, mm) -> Munmap.munmap(kernel, TaskId.of(task), mm)),
                Operation.of(
                                Calls.MADVISE,
                                "discard what is mapped, and keep the file mapped",
                                mms,
                                (task, mm) -> Munmap.madvise(kernel, TaskId.of(task), mm))
                        .narrower(MAY_BE_MADVISE),
                Operation.of(
                                Calls.MADVISE,
                                "discard what is mapped of one page, and keep the file mapped",
                                mms,
                                indices,
                                (task, mm, index) -> madvise(task, mm, index, index))
                        .narrower(MAY_BE_MADVISE),
                Operation.of(
                                Calls.MADVISE,
                                "discard what is mapped from one page to another, and keep the file mapped",
                                mms,
                                indices,
                                indices,
                                this::madvise)
                        .narrower(MAY_BE_MADVISE),
                Operation.of(
                                Calls.MMAP,
                                "map the file again, where it was unmapped",
                                mms,
                                (task, mm) -> new Mmap(kernel, mm).script())
                        .narrower("a munmap that keeps the file mapped needs no mmap"),
                Operation.of(
                        Calls.TRUNCATE,
                        "truncate the file to nothing, or punch out all of it",
                        files,
                        (task, file) ->
                                FileTruncate.truncate(kernel, TaskId.of(task), new EntryAt(file, first()), signals)),
                Operation.of(
                                Calls.TRUNCATE,
                                "truncate the file to so many pages",
                                files,
                                indices,
                                (task, file, index) -> FileTruncate.truncate(
                                        kernel, TaskId.of(task), new EntryAt(file, index), signals))
                        .narrower("a truncate to nothing frees as many blocks or more"),
                Operation.of(
                                Calls.PUNCH,
                                "punch a hole of one page: a write allocates a block again",
                                files,
                                indices,
                                (task, file, index) -> punch(task, file, index, index))
                        .narrower("a truncate frees as many blocks or more"),
                Operation.of(Calls.PUNCH, "punch a hole from one page to another", files, indices, indices, this::punch)
                        .narrower("a truncate frees as many blocks or more"),
                Operation.of(
                                Calls.EVICT,
                                "free the file, which is unlinked, once nobody maps it",
                                files,
                                (task, file) -> FileTruncate.evict(kernel, TaskId.of(task), file))
                        .narrower("a truncate frees the same blocks, with a look at pins"),
                Operation.of(
                                Calls.UMOUNT,
                                "unmount the file, once it is mapped nowhere: its blocks stay",
                                files,
                                (task, file) -> FileTruncate.umount(kernel, TaskId.of(task), file))
                        .narrower("an eviction does the same, and frees the blocks"),
                Operation.of(
                        INVALIDATE,
                        "delete a clean DAX entry, without a look at pins",
                        files,
                        indices,
                        (task, file, index) ->
                                new Invalidate(kernel, TaskId.of(task), new EntryAt(file, index)).script()),
                Operation.of(Calls.REMOVE, "remove the device", task -> new Removal(kernel, TaskId.of(task)).script()));
    }

    private Operation fault(String name, String summary, Seq<Access> accesses) {
        return Operation.of(
                name,
                summary,
                mms,
                indices,
                (task, mm, index) -> new Fault(kernel, TaskId.of(task), new PteAt(mm, index), accesses).script());
    }

    private Script madvise(Task task, MmId mm, Index from, Index to) {
        return Munmap.madvise(kernel, TaskId.of(task), new PteAt(mm, from), to);
    }

    private Script punch(Task task, FileId file, Index from, Index to) {
        return FileTruncate.punch(kernel, TaskId.of(task), new EntryAt(file, from), to, signals);
    }

    private Index first() {
        return kernel.world().indices().head();
    }

    private Script pinSlow(Task task, Foll flag, MmId mm, Index index) {
        return new SlowGup(kernel, flag, new PteAt(mm, index)).script(TaskId.of(task), Pins.of(task));
    }

    private Script pinFast(Task task, Foll flag, MmId mm, Index index) {
        return new FastGup(kernel, flag).script(TaskId.of(task), Pins.of(task), new PteAt(mm, index));
    }

    private Script unpin(Task task, Seq<PinHolder> by, Option<PteAt> through) {
        return new PinEnd(kernel, by).script(task, through);
    }
}
