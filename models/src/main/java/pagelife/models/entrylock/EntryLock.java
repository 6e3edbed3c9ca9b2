package pagelife.models.entrylock;

import io.vavr.collection.Seq;
import pagelife.checker.model.Actor;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Now;
import pagelife.models.Choices;
import pagelife.models.Protocol;
import pagelife.models.TabledFamily;
import pagelife.models.TabledFamily.Table;
import pagelife.models.page.DaxEntry;
import pagelife.models.page.EntryAt;
import pagelife.models.page.FileId;
import pagelife.models.page.Index;
import pagelife.models.page.PageId;
import pagelife.models.page.Tasks;
import pagelife.models.page.WaitQueue;

/** One DAX entry, and all who lock it, delete it or look at it. */
public final class EntryLock implements Protocol {
    private static final EntryAt AT = new EntryAt(new FileId(0), Index.FIRST);

    /** The name of the task that scans the whole file. */
    public static final String WALK = "walk";

    private final Cell<DaxEntry> entry;
    private final Cell<WaitQueue> queue;
    private final Model model;

    private EntryLock(String name, Choices ruled, Choices bounds) {
        Rules rules = Rules.of(ruled);
        ModelBuilder builder = Model.builder(name);
        this.entry = builder.cell("entry", DaxEntry.class, DaxEntry.ABSENT.insert(new PageId(0)));
        this.queue = builder.cell("entryWaiters", WaitQueue.class, WaitQueue.EMPTY);
        declare(builder, rules, Role.FAULT, bounds.number("faults"));
        declare(builder, rules, Role.INVALIDATE, bounds.number("invalidations"));
        declare(builder, rules, Role.SCAN, bounds.number("scans"));
        declare(builder, rules, Role.WRITEBACK, bounds.number("writebacks"));
        declare(builder, rules, Role.MEMORY_FAILURE, bounds.number("memoryFailures"));
        int large = bounds.number("walkOverLarge");
        if (large > 0) {
            builder.task(WALK)
                    .begins(now -> now.hand(Index.FIRST))
                    .in("fs/dax.c", "dax_layout_busy_page", "4.19")
                    .step("t4 look up entry", Index.class, (now, from) -> walk(now, from, large, rules));
        }
        this.model = builder.build();
    }

    private void declare(ModelBuilder builder, Rules rules, Role role, int count) {
        Tasks.named(role.task(), count)
                .forEach(task ->
                        builder.task(task.name(), own -> new EntryUser(rules, AT, entry, queue, task, role).script()));
    }

    /**
     * A scan over the entries of a file, of which the first covers {@code large} indices and one is behind it. A lookup from
     * inside the large entry finds that entry, at the index where it begins.
     */
    private static void walk(Now now, Index from, int large, Rules rules) {
        boolean inLarge = from.number() < large;
        int found = inLarge ? 0 : large;
        int covered = inLarge && rules.scanGoesByEntry() ? large : 1;
        if (found + covered <= large) {
            now.go("t4", new Index(found + covered));
        }
    }

    /** The family. */
    public static TabledFamily<EntryLock> family() {
        return variants(TabledFamily.table(
                                "entrylock", "the lock of a DAX entry: who waits, who is woken, who passes it on")
                        .rule("deletionWakes", "whom the deletion of an entry wakes", "all one")
                        .rule("leaverWakes", "who was woken and leaves the entry as it is wakes the next one", "on off")
                        .rule(
                                "scanGoesBy",
                                "where a scan goes on: behind the entry it has seen, or one page further",
                                "entry page")
                        .bound("faults", "page faults", "1 0 2")
                        .bound("invalidations", "invalidations", "1 0 2 3")
                        .bound("scans", "scans for busy pages", "1 0 2")
                        .bound("writebacks", "writebacks", "0 1")
                        .bound("memoryFailures", "memory failures, who wait beside the others", "0 1")
                        .bound("walkOverLarge", "pages of an entry that a scan of the whole file walks over", "0 2 4"))
                .madeBy(EntryLock::new);
    }

    private static Table variants(Table table) {
        return table.variant(
                        "4.19",
                        "a scan goes one page further, also behind a large entry",
                        "4.19-rc",
                        "deletionWakes=one scanGoesBy=page",
                        "faults=0 invalidations=0 scans=0 walkOverLarge=2")
                .variant(
                        "4.20",
                        "a scan goes on behind the entry it has seen (d7782145e1ad)",
                        "4.19 to 5.1",
                        "deletionWakes=one",
                        "faults=0 invalidations=0 scans=0 walkOverLarge=2")
                .variant(
                        "5.2",
                        "who leaves an entry as it is wakes nobody (23c84eb78375)",
                        "5.2 and 5.3-rc",
                        "deletionWakes=one leaverWakes=off")
                .variant(
                        "5.12",
                        "who leaves an entry as it is wakes the next one (61c30c98ef17)",
                        "5.3 to 5.12",
                        "deletionWakes=one",
                        "invalidations=3 scans=0")
                .variant("5.13", "a deletion wakes all (237388320def)", "5.13 to 7.2", "", "invalidations=3 scans=0");
    }

    @Override
    public Model model() {
        return model;
    }

    /** The entry. */
    public Cell<DaxEntry> entry() {
        return entry;
    }

    /** Who waits for it. */
    public Cell<WaitQueue> queue() {
        return queue;
    }

    /** Those who lock it, delete it or look at it, and may sleep for it. */
    public Seq<Actor> users() {
        return model.actors().filter(Actor::hasFacts);
    }
}
