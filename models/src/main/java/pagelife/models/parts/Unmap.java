package pagelife.models.parts;

import io.vavr.collection.Seq;
import io.vavr.collection.SortedSet;
import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.checker.model.Now;
import pagelife.checker.model.Place;
import pagelife.checker.model.Script;
import pagelife.checker.model.Source;
import pagelife.models.page.MmId;
import pagelife.models.page.PageId;
import pagelife.models.page.PteAt;
import pagelife.models.page.TaskId;
import pagelife.models.page.TlbFlush;

/**
 * The part of an operation that takes away page-table entries, whoever mapped them: {@code unmap_mapping_range} and
 * {@code munmap}, mm/memory.c, mm/mmu_gather.c. One address space after the other, in any order: all its entries are cleared, each
 * under the page-table lock; then the TLB is flushed; only then the references of the entries are put, page by page. It
 * is flushed whoever cleared an entry: that one's flush may not be done yet ({@code mm_tlb_flush_nested}).
 */
public final class Unmap {
    /** The entries of one address space, or what is left of them. */
    public record Range(Vector<PteAt> ptes) implements Comparable<Range> {
        private static final Range DONE = new Range(Vector.empty());

        /** By address space: what is to come is a set, and is shown and chosen from in this order. */
        @Override
        public int compareTo(Range other) {
            return Integer.compare(number(), other.number());
        }

        private int number() {
            return ptes.isEmpty() ? -1 : ptes.head().mm().number();
        }

        @Override
        public String toString() {
            return ptes.mkString(" ");
        }
    }

    /**
     * How far it has come with clearing.
     *
     * @param left what is still to be cleared of the address space at hand; nothing before the next one is begun
     * @param gather what was cleared of it
     * @param ahead those to come, in whatever order
     */
    public record Clearing(Range left, Gather gather, SortedSet<Range> ahead) {
        @Override
        public String toString() {
            Vector<Range> todo =
                    left.ptes().isEmpty() ? ahead.toVector() : ahead.toVector().prepend(left);
            return todo.mkString("; ") + (gather.isDone() ? "" : "; then put " + gather);
        }
    }

    /**
     * How far it has come with an address space whose entries are cleared.
     *
     * @param last the entry that was cleared last
     * @param gather what is to be put
     * @param ahead the address spaces to come
     */
    public record Putting(PteAt last, Gather gather, SortedSet<Range> ahead) {
        @Override
        public String toString() {
            return "put " + gather + (ahead.isEmpty() ? "" : "; then " + ahead.mkString("; "));
        }
    }

    /** What differs between families and eras. */
    public interface Rules {
        /** Clears an entry. The page is one whose reference goes after the flush. */
        Option<PageId> clear(Now now, PteAt at);

        /** The flush that begins when the entries of {@code mm} are cleared. */
        TlbFlush flush(Now now, MmId mm);

        /** Whether the flush still waits for somebody. */
        boolean isPending(Now now, TlbFlush flush);

        /** Puts the reference of an entry. */
        void put(Now now, PageId page, PteAt at);

        /** Whether entries hold references at all. */
        boolean puts();

        /** Whether a flush may have to wait. */
        boolean waits();
    }

    /** The operation of which it is a part. */
    @FunctionalInterface
    public interface Caller {
        /**
         * Goes on, in the step in which the last entry is done with.
         *
         * @param last the entry that was cleared last
         */
        void done(Now now, PteAt last);

        /** In the step that clears the last entry of an address space. */
        default void cleared(Now now) {
            // nothing
        }
    }

    /** No address space is to come. */
    public static final SortedSet<Range> NO_MORE = TreeSet.empty();

    private final Place<Clearing> clear;
    private final Place<Putting> put;
    private final TaskId task;
    private final Rules rules;
    private final Caller caller;

    /**
     * @param clear the name of the place where an entry is cleared
     * @param put the name of the place where a reference is put
     * @param caller the operation of which it is a part
     */
    public Unmap(String clear, String put, TaskId task, Rules rules, Caller caller) {
        this.clear = Place.of(clear, Clearing.class);
        this.put = Place.of(put, Putting.class);
        this.task = task;
        this.rules = rules;
        this.caller = caller;
    }

    /**
     * Adds the steps.
     *
     * @param label what is done where an entry is cleared
     * @param flush what the other steps stand for
     */
    public void steps(Script script, String label, Source flush) {
        clearing(script, label);
        putting(script, flush);
    }

    /** Adds the step that clears an entry. */
    public void clearing(Script script, String label) {
        script.step(clear, clear.name() + " " + label, this::clear)
                .statement("pte = ptep_get_and_clear(ptep)")
                .hasAll(Clearing.class, at -> at.gather().held(task));
    }

    /** Adds the step that puts a reference, where there may be one to put or a flush to wait for. */
    public void putting(Script script, Source flush) {
        if (rules.puts()) {
            script.in(flush)
                    .step(put, put.name() + " flush, put page", this::put)
                    .statement("folio_put(folio)")
                    .hasAll(Putting.class, at -> at.gather().held(task));
        } else if (rules.waits()) {
            script.in(flush).step(put, put.name() + " flush done", this::put);
        }
    }

    /**
     * Goes to where the first entry is cleared.
     *
     * @param ptes what is to be cleared: at least one
     */
    public void begin(Now now, Seq<PteAt> ptes) {
        now.go(clear, new Clearing(Range.DONE, Gather.NOTHING, ranges(ptes)));
    }

    private static SortedSet<Range> ranges(Seq<PteAt> ptes) {
        return TreeSet.ofAll(ptes.map(PteAt::mm)
                .distinct()
                .map(mm -> new Range(ptes.toVector().filter(at -> at.mm().equals(mm)))));
    }

    private void clear(Now now, Clearing at) {
        if (at.left().ptes().isEmpty()) {
            Range next = next(now, at.ahead());
            clear(now, next, at.gather(), at.ahead().remove(next));
        } else {
            clear(now, at.left(), at.gather(), at.ahead());
        }
    }

    /** The interval tree of a file has its VMAs in whatever order they came. */
    private static Range next(Now now, SortedSet<Range> ahead) {
        if (ahead.size() == 1) {
            return ahead.head();
        }
        MmId mm = now.choose(
                "address space",
                ahead.toVector().map(range -> range.ptes().head().mm()));
        return ahead.find(range -> range.ptes().head().mm().equals(mm)).get();
    }

    /** Clears the first entry of {@code left}. */
    public void clear(Now now, Range left, Gather before, SortedSet<Range> ahead) {
        PteAt at = left.ptes().head();
        Gather gather = before.add(at, rules.clear(now, at));
        if (left.ptes().size() > 1) {
            now.go(clear, new Clearing(new Range(left.ptes().tail()), gather, ahead));
        } else {
            caller.cleared(now);
            goOn(now, at, gather.flushing(rules.flush(now, at.mm())), ahead);
        }
    }

    private void put(Now now, Putting at) {
        Gather gather = at.gather();
        now.await(!rules.isPending(now, gather.flush()));
        if (gather.cleared().isEmpty()) {
            now.saw("flush done");
        }
        gather.cleared().headOption().forEach(first -> rules.put(now, first.page(), first.pte()));
        goOn(now, at.last(), gather.afterFirst(), at.ahead());
    }

    private void goOn(Now now, PteAt last, Gather gather, SortedSet<Range> ahead) {
        if (!gather.isDone()) {
            now.go(put, new Putting(last, gather, ahead));
        } else if (ahead.isEmpty()) {
            caller.done(now, last);
        } else {
            now.go(clear, new Clearing(Range.DONE, Gather.NOTHING, ahead));
        }
    }
}
