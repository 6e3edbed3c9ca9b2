package pagelife.models.entrylock;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.model.Actor;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Now;
import pagelife.checker.model.Operation;
import pagelife.checker.model.Operations;
import pagelife.checker.model.Script;
import pagelife.checker.model.Sort;
import pagelife.models.Choices;
import pagelife.models.Protocol;
import pagelife.models.Rule;
import pagelife.models.Settings;
import pagelife.models.TabledFamily;
import pagelife.models.TabledFamily.Table;
import pagelife.models.Workload;
import pagelife.models.kernel.DaxEntryLock;
import pagelife.models.page.DaxEntry;
import pagelife.models.page.EntryAt;
import pagelife.models.page.FileId;
import pagelife.models.page.Index;
import pagelife.models.page.PageId;
import pagelife.models.page.TaskId;
import pagelife.models.page.WaitQueue;

/** One DAX entry, and all who lock it, delete it or look at it. */
public final class EntryLock implements Protocol {
    private static final EntryAt AT = new EntryAt(new FileId(0), Index.FIRST);

    /** The operation, and the name of the task, that scans the whole file. */
    public static final String WALK = "walk";

    /** The operation that deletes the entry. */
    public static final String INVALIDATE = Role.INVALIDATE.operation();

    private static final Rule<Integer> FAULTS = Rule.count("faults", "page faults", 1, 0, 2);
    private static final Rule<Integer> INVALIDATIONS = Rule.count("invalidations", "invalidations", 1, 0, 2, 3);
    private static final Rule<Integer> SCANS = Rule.count("scans", "scans for busy pages", 1, 0, 2);
    private static final Rule<Integer> WRITEBACKS = Rule.number("writebacks", "writebacks", 0, 1);
    private static final Rule<Integer> MEMORY_FAILURES =
            Rule.number("memoryFailures", "memory failures, which wait non-exclusively", 0, 1);
    private static final Rule<Integer> WALK_OVER_LARGE =
            Rule.number("walkOverLarge", "pages of an entry that a scan of the whole file walks over", 0, 2, 4);

    private final Cell<DaxEntry> entry;
    private final Cell<WaitQueue> queue;
    private final Operations operations;
    private final Model model;

    private EntryLock(String name, Choices rules, Workload workload) {
        ModelBuilder builder = Model.builder(name);
        this.entry = builder.cell("entry", DaxEntry.class, DaxEntry.ABSENT.insert(new PageId(0)));
        this.queue = builder.cell("entryWaiters", WaitQueue.class, WaitQueue.EMPTY);
        Sort<Integer> sizes = new Sort<>("sizes", Vector.of(2, 4));
        Operation walk = Operation.of(
                WALK,
                "a scan of a file whose first entry covers so many pages",
                sizes,
                (task, large) -> walk(large, rules));
        this.operations = new Operations(
                Vector.of(Role.values()).map(role -> operation(rules, role)).append(walk));
        workload.declare(builder, operations);
        this.model = builder.build();
    }

    private Operation operation(Choices rules, Role role) {
        return Operation.of(
                role.operation(),
                role.summary(),
                task -> new EntryUser(rules, new DaxEntryLock(AT, entry, queue), TaskId.of(task), role).script());
    }

    private static Script walk(int large, Choices rules) {
        return new Script()
                .begins(now -> now.hand(Index.FIRST))
                .in("fs/dax.c", "dax_layout_busy_page", "4.19")
                .step("t4 look up entry", Index.class, (now, from) -> walk(now, from, large, rules));
    }

    /**
     * A scan over the entries of a file, of which the first covers {@code large} indices and one is behind it. A lookup
     * from inside the large entry finds that entry, at the index where it begins.
     */
    private static void walk(Now now, Index from, int large, Choices rules) {
        boolean inLarge = from.number() < large;
        int found = inLarge ? 0 : large;
        int covered = inLarge && rules.get(Rules.SCAN_GOES_BY) == Rules.Stride.ENTRY ? large : 1;
        if (found + covered <= large) {
            now.go("t4", new Index(found + covered));
        }
    }

    /** The family. */
    public static TabledFamily<EntryLock> family() {
        return variants(TabledFamily.table(
                                "entrylock", "the lock of a DAX entry: who waits, who is woken, who passes it on")
                        .rules(Rules.DELETION_WAKES, Rules.LEAVER_WAKES, Rules.SCAN_GOES_BY)
                        .tasks(FAULTS)
                        .tasks(INVALIDATIONS)
                        .tasks(SCANS)
                        .tasks(WRITEBACKS)
                        .tasks(MEMORY_FAILURES)
                        .tasks(WALK_OVER_LARGE))
                .madeBy(
                        (rules, bounds) -> usual(bounds),
                        (name, rules, bounds, workload) -> new EntryLock(name, rules, workload));
    }

    private static Workload usual(Choices bounds) {
        Workload users = tasks(Workload.NONE, Role.FAULT, bounds.get(FAULTS));
        users = tasks(users, Role.INVALIDATE, bounds.get(INVALIDATIONS));
        users = tasks(users, Role.SCAN, bounds.get(SCANS));
        users = tasks(users, Role.WRITEBACK, bounds.get(WRITEBACKS));
        users = tasks(users, Role.MEMORY_FAILURE, bounds.get(MEMORY_FAILURES));
        int large = bounds.get(WALK_OVER_LARGE);
        return large > 0 ? users.task(WALK, WALK + " " + large) : users;
    }

    private static Workload tasks(Workload before, Role role, int count) {
        return before.tasks(role.operation(), count, role.operation());
    }

    private static Table variants(Table table) {
        Settings one = Rules.DELETION_WAKES.is(Rules.Reach.ONE);
        Settings walker = FAULTS.is(0).and(INVALIDATIONS.is(0)).and(SCANS.is(0)).and(WALK_OVER_LARGE.is(2));
        Settings deleters = INVALIDATIONS.is(3).and(SCANS.is(0));
        return table.bounded(
                        "4.19",
                        "a scan goes one page further, also behind a large entry",
                        "4.19-rc",
                        walker,
                        one,
                        Rules.SCAN_GOES_BY.is(Rules.Stride.PAGE))
                .bounded(
                        "4.20",
                        "a scan goes on behind the entry it has seen (d7782145e1ad)",
                        "4.19 to 5.1",
                        walker,
                        one)
                .variant(
                        "5.2",
                        "a task that leaves an entry as it is wakes nobody (23c84eb78375)",
                        "5.2 and 5.3-rc",
                        one,
                        Rules.LEAVER_WAKES.is(false))
                .bounded(
                        "5.12",
                        "a task that leaves an entry as it is wakes the next one (61c30c98ef17)",
                        "5.3 to 5.12",
                        deleters,
                        one)
                .bounded("5.13", "a deletion wakes all (237388320def)", "5.13 to 7.2", deleters);
    }

    @Override
    public Operations operations() {
        return operations;
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

    /** Those who scan the whole file. */
    public Seq<Actor> walkers() {
        return model.actors().filter(actor -> actor.runs(WALK));
    }

    /** Those who lock it, delete it or look at it, and may sleep for it. */
    public Seq<Actor> users() {
        return model.actors().filter(Actor::hasFacts);
    }
}
