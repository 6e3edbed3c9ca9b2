package pagelife.models.parts;

import static pagelife.checker.model.Fairness.WEAK;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import pagelife.checker.model.Nothing;
import pagelife.checker.model.Now;
import pagelife.checker.model.Place;
import pagelife.checker.model.Script;
import pagelife.checker.model.Source;
import pagelife.models.kernel.RwSem;
import pagelife.models.page.Begun;
import pagelife.models.page.Index;

/**
 * A truncate or hole punch, by its steps t1 to t12: take the invalidate lock, unmap, look for busy pages, wait for them
 * ({@link BusyWait}) and begin again, delete the entries, free the blocks, all in one hold of the lock, but for where it
 * sleeps. The eviction of a file that nobody can reach does the same without the lock, and has nothing to unmap.
 * fs/dax.c, mm/truncate.c and the file systems.
 */
public final class Truncate {
    /** t11: before the blocks are freed. */
    public static final Place<Walk> FREE_BLOCKS = Place.of("t11", Walk.class);

    private static final Place<Nothing> LOCK = Place.of("t1");
    private static final Place<Nothing> CHECK_MAPPED = Place.of("t2");
    private static final Place<Walk> SCAN = Place.of("t4", Walk.class);
    private static final Place<Walk> DELETE = Place.of("t10", Walk.class);
    private static final Place<Nothing> RELEASE = Place.of("t12");

    private final Option<RwSem> lock;
    private final Seq<Index> range;
    private final Seq<Index> deleted;
    private final Way way;
    private final Rules rules;

    /** Whether every page of the range was found idle in the present hold of the lock. */
    public enum Scanned {
        /** Every one. */
        ALL,
        /** Some were not looked at. */
        NOT_ALL
    }

    /**
     * How far a walk over the file has come.
     *
     * @param next the place that it looks at next
     */
    public record Walk(Index next, Scanned scanned) {
        /** The same walk, which does not look at this place. */
        public Walk passedOver() {
            return new Walk(next, Scanned.NOT_ALL);
        }

        private Walk at(Index place) {
            return new Walk(place, scanned);
        }
    }

    /**
     * How an era goes about it.
     *
     * @param asksMapped whether a file that no VMA maps is taken for idle, pinned or not: t2
     * @param looks whether busy pages are looked for: t4 to t9
     * @param freesFirst whether the blocks are freed before the entries are deleted
     */
    public record Way(boolean asksMapped, boolean looks, boolean freesFirst) {}

    /**
     * The functions that the steps stand for.
     *
     * @param lock t1 and t12
     * @param scan t2 and t4
     * @param unmap t3
     * @param delete t10
     * @param free t11
     */
    public record Sources(Source lock, Source scan, Source unmap, Source delete, Source free) {}

    /** What differs between families. */
    public interface Rules {
        /** t2: whether a VMA maps the file. */
        boolean isMapped(Now now);

        /** Adds the steps that unmap the file, t3. The last one goes on with {@link Truncate#unmapped}. */
        void unmapping(Script truncate);

        /** Goes to where the file is unmapped. */
        void unmap(Now now);

        /** t4: looks whether the page here is busy. If it is not, goes on with {@link Truncate#goBehind}. */
        void look(Now now, Walk at);

        /** A look for busy pages has found none. */
        default void nothingBusy(Now now) {
            // nothing
        }

        /** Adds what follows that look: a second one, and the wait for a busy page. */
        void waiting(Script truncate);

        /** t10: deletes the entry here; false if the task has to come back to it. */
        boolean delete(Now now, Walk at);

        /** Adds what follows that. */
        default void deleting(Script truncate) {
            // nothing
        }

        /** Whether blocks are freed at all. */
        default boolean frees() {
            return true;
        }

        /** t11: frees the blocks, in one transaction. */
        void free(Now now);
    }

    /**
     * @param lock the invalidate lock; empty where nobody else can reach the file
     * @param range the places that are looked through for busy pages
     * @param deleted the places whose entries are deleted
     */
    public Truncate(Option<RwSem> lock, Seq<Index> range, Seq<Index> deleted, Way way, Rules rules) {
        this.lock = lock;
        this.range = range;
        this.deleted = deleted;
        this.way = way;
        this.rules = rules;
    }

    /** Adds the steps. The kernel owes them once t1 is taken. */
    public Script steps(Script truncate, Sources sources) {
        if (lock.isDefined()) {
            truncate.in(sources.lock())
                    .step(LOCK, "t1 take invalidate lock", (now, none) -> begin(now))
                    .statement("filemap_invalidate_lock(mapping)");
        } else {
            truncate.in(sources.lock())
                    .step(LOCK, "t1 last user gone", (now, none) -> beginAlone(now))
                    .mayWait(); // nobody is bound to unmap the file
        }
        truncate.has(Begun.NOT_YET).owes(WEAK);
        if (way.asksMapped()) {
            truncate.in(sources.scan())
                    .step(CHECK_MAPPED, "t2 mapped at all?", (now, none) -> askMapped(now))
                    .statement("if (!mapping_mapped(mapping)) return NULL");
        }
        if (lock.isDefined()) {
            truncate.in(sources.unmap()).with(rules::unmapping);
        }
        if (way.looks()) {
            truncate.in(sources.scan())
                    .step(SCAN, "t4 page busy?", rules::look)
                    .statement("page = dax_busy_page(entry)")
                    .with(rules::waiting);
        }
        truncate.in(sources.delete())
                .step(DELETE, "t10 delete entry", this::delete)
                .statement("page->mapping = NULL; delete the entry")
                .with(rules::deleting);
        if (rules.frees()) {
            truncate.in(sources.free()).step(FREE_BLOCKS, "t11 free blocks", this::free);
        }
        lock.forEach(held -> truncate.in(sources.lock())
                .step(RELEASE, "t12 drop invalidate lock", (now, none) -> unlock(now))
                .statement("filemap_invalidate_unlock(mapping)"));
        return truncate;
    }

    private void begin(Now now) {
        lock.get().downWrite(now);
        lookForBusy(now);
    }

    private void beginAlone(Now now) {
        now.await(!rules.isMapped(now));
        now.saw("mapped? no");
        unmapped(now);
    }

    private void unlock(Now now) {
        lock.forEach(held -> held.upWrite(now));
    }

    /** Where every look for busy pages starts: from the beginning, since the lock may have been dropped. */
    public void lookForBusy(Now now) {
        if (lock.isEmpty()) {
            unmapped(now);
        } else if (way.asksMapped()) {
            now.go(CHECK_MAPPED);
        } else {
            rules.unmap(now);
        }
    }

    /** Drops the lock and begins again, without a sleep. */
    public void retry(Now now) {
        unlock(now);
        now.go(LOCK);
    }

    /** t2: a file that no VMA maps is taken for idle, pinned or not. */
    private void askMapped(Now now) {
        if (rules.isMapped(now)) {
            now.saw("mapped? yes");
            rules.unmap(now);
        } else {
            now.saw("mapped? no: taken for idle");
            rules.nothingBusy(now);
            nothingBusy(now, Scanned.NOT_ALL);
        }
    }

    /** The file is unmapped. */
    public void unmapped(Now now) {
        if (way.looks()) {
            now.go(SCAN, new Walk(range.head(), Scanned.ALL));
        } else {
            nothingBusy(now, Scanned.NOT_ALL);
        }
    }

    /** Whether another place is to be unmapped, or looked at, behind this one. */
    public boolean hasMore(Index at) {
        return range.last().number() > at.number();
    }

    /** The walk at the place behind, if it has one. */
    public Option<Walk> behind(Walk looked) {
        return Option.when(hasMore(looked.next()), () -> looked.at(looked.next().next()));
    }

    /** Goes to look at the place behind, if there is one. */
    public void goBehind(Now now, Walk looked) {
        Option<Walk> behind = behind(looked);
        if (behind.isDefined()) {
            now.go(SCAN, behind.get());
        } else {
            rules.nothingBusy(now);
            nothingBusy(now, looked.scanned());
        }
    }

    /** Looks once more at a place whose entry was locked. */
    public void lookAgain(Now now, Walk at) {
        now.go(SCAN, at);
    }

    /** Tries once more to delete an entry that was locked. */
    public void deleteAgain(Now now, Walk at) {
        now.go(DELETE, at);
    }

    /** Goes on from a look that found no page busy. */
    public void nothingBusy(Now now, Scanned scanned) {
        now.go(way.freesFirst() ? FREE_BLOCKS : DELETE, new Walk(deleted.head(), scanned));
    }

    private void delete(Now now, Walk at) {
        if (!rules.delete(now, at)) {
            return;
        }
        if (!at.next().equals(deleted.last())) {
            now.go(DELETE, at.at(at.next().next()));
        } else if (!rules.frees()) {
            now.end();
        } else if (way.freesFirst()) {
            now.go(RELEASE);
        } else {
            now.go(FREE_BLOCKS, at.at(deleted.head()));
        }
    }

    private void free(Now now, Walk walk) {
        rules.free(now);
        if (way.freesFirst()) {
            now.go(DELETE, walk);
        }
    }
}
