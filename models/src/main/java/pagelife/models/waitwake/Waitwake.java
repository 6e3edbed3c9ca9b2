package pagelife.models.waitwake;

import static pagelife.checker.model.Fairness.NONE;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.model.Actor;
import pagelife.checker.model.At;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Control;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Operation;
import pagelife.checker.model.Operations;
import pagelife.checker.model.Script;
import pagelife.checker.model.Sort;
import pagelife.checker.model.Task;
import pagelife.models.Choices;
import pagelife.models.Protocol;
import pagelife.models.Rule;
import pagelife.models.TabledFamily;
import pagelife.models.TabledFamily.Table;
import pagelife.models.Workload;
import pagelife.models.page.Books;
import pagelife.models.page.Counting;
import pagelife.models.page.Holds;
import pagelife.models.page.Owner;
import pagelife.models.page.PageId;
import pagelife.models.page.Pin;
import pagelife.models.page.Pins;
import pagelife.models.page.TaskId;
import pagelife.models.page.Tasks;
import pagelife.models.page.WaitQueue;
import pagelife.models.parts.Calls;

/** Waiting for pages to become idle, and waking who waits. */
public final class Waitwake implements Protocol {
    /** The operation that waits until all pages are idle. */
    public static final String WAIT = "wait";

    private static final String DROP_BASE = "drop base";

    private static final Rule<Integer> PAGES = Rule.number("pages", "pages", 1, 2);
    private static final Rule<Integer> PINS = Rule.count("pins", "pins of each page at the beginning", 1, 2);
    private static final Rule<Integer> NEW_PINS = Rule.count("newPins", "pins of the first page taken later", 0, 1);
    private static final Rule<Integer> BASE_DROPS =
            Rule.number("baseDrops", "1: a removal drops each page's base reference", 0, 1);
    private static final Rule<Integer> WAITERS = Rule.count("waiters", "waiters", 1, 0, 2);
    private static final Rule<Integer> SIGNALS = Rule.number("signals", "1: a signal may end a sleep", 0, 1);

    private final Rules rules;
    private final Pages pages;
    private final Operations operations;
    private final Model model;

    private Waitwake(String name, Choices ruled, Choices bounds, Workload workload) {
        ModelBuilder builder = Model.builder(name);
        this.rules = new Rules(ruled);
        this.pages = Pages.declare(builder, ids(bounds), workload.calls(DROP_BASE));
        this.operations = operations(bounds.get(SIGNALS) > 0);
        workload.declare(builder, operations);
        this.model = builder.build();
    }

    private static Seq<PageId> ids(Choices bounds) {
        return Vector.range(0, bounds.get(PAGES)).map(PageId::new);
    }

    private Operations operations(boolean signals) {
        Sort<PageId> all = new Sort<>("pages", pages.ids());
        return Operations.of(
                Operation.of(
                        WAIT,
                        "wait until all pages are idle",
                        task -> new Waiter(pages, rules, TaskId.of(task)).script(signals)),
                Operation.of(Calls.PIN, "pin the page, unless its count is 0", all, this::pin),
                Operation.of(Calls.UNPIN, "drop the pin of the page that was taken last", all, this::unpin)
                        .undoes(Calls.PIN),
                Operation.of(
                        DROP_BASE,
                        "drop the base reference of the page, as a removal does",
                        all,
                        (task, page) -> dropBase(page)));
    }

    private Script dropBase(PageId page) {
        return new Dropper(
                        pages,
                        rules,
                        page,
                        Owner.Base.PAGEMAP,
                        now -> now.write(pages.bases().of(page), false))
                .script();
    }

    private Script pin(Task task, PageId page) {
        Cell<Pins> pins = Pins.of(task);
        Owner owner = new Owner.Pin(TaskId.of(task));
        return new Script()
                .fairness(NONE)
                .in("mm/gup.c", "try_grab_folio", "6.1")
                .step("k0 pin", now -> {
                    if (Counting.getUnlessZero(now, pages.page(page), page, 1, owner)) {
                        now.change(pins, held -> held.take(Pin.of(page, 1)));
                    }
                });
    }

    private Script unpin(Task task, PageId page) {
        Cell<Pins> pins = Pins.of(task);
        Owner owner = new Owner.Pin(TaskId.of(task));
        return new Dropper(
                        pages,
                        rules,
                        page,
                        owner,
                        now -> now.change(
                                pins, held -> held.drop(held.last(page).get())))
                .script()
                .begins(now -> {
                    if (now.read(pins).last(page).isEmpty()) {
                        now.end();
                    }
                });
    }

    /** The family. */
    public static TabledFamily<Waitwake> family() {
        return variants(TabledFamily.table("waitwake", "waiting for pages to become idle, and waking the waiters")
                        .rules(
                                Rules.WAITER,
                                Rules.REQUEUES,
                                Rules.WAKER,
                                Rules.WAKER_KEY,
                                Rules.WAKES_AT,
                                Rules.IDLE_TEST,
                                Rules.ALWAYS_RETRIES,
                                Rules.PUTS,
                                Rules.WAKES)
                        .bound(PAGES)
                        .tasks(PINS)
                        .tasks(NEW_PINS)
                        .tasks(BASE_DROPS)
                        .tasks(WAITERS)
                        .bound(SIGNALS))
                .madeBy((rules, bounds) -> usual(bounds), Waitwake::new);
    }

    /** Waiters, those who hold pins from the beginning, those who drop a base, those who pin later. */
    private static Workload usual(Choices bounds) {
        Workload tasks = Workload.NONE.tasks("waiter", bounds.get(WAITERS), WAIT);
        for (PageId page : ids(bounds)) {
            String of = ids(bounds).size() == 1 ? "" : "-" + page;
            for (TaskId task : Tasks.named("unpin" + of, bounds.get(PINS))) {
                tasks = tasks.after(task + ": " + Calls.PIN + " " + page).task(task.name(), Calls.UNPIN + " " + page);
            }
            tasks = tasks.tasks("base" + of, bounds.get(BASE_DROPS), DROP_BASE + " " + page);
        }
        PageId first = ids(bounds).head();
        return tasks.tasks("pin", bounds.get(NEW_PINS), Calls.PIN + " " + first + "; " + Calls.UNPIN + " " + first);
    }

    private static Table variants(Table table) {
        return table.variant("right", "enqueue, test, sleep; change, look, wake", "4.18 to 6.14")
                .variant("m1", "the waiter tests before it queues", "never", Rules.WAITER.is(Rules.Waiting.TESTS_FIRST))
                .variant(
                        "m2",
                        "the waker looks before it changes: the barrier is missing",
                        "never",
                        Rules.WAKER.is(Rules.Waking.LOOKS_FIRST))
                .variant(
                        "m3",
                        "waker and waiter name different keys",
                        "never: half of the 2022 series",
                        Rules.WAKER_KEY.is(Rules.Key.OTHER))
                .variant("m4", "a put wakes at 0, though pages are idle at 1", "5.16 to 5.18", Rules.WAKES_AT.is(0))
                .bounded("m5", "a woken waiter does not queue again", "never", NEW_PINS.is(1), Rules.REQUEUES.is(false))
                .bounded(
                        "m6",
                        "a put wakes at exactly 1, while removal drops the base reference",
                        "4.18 to 5.17",
                        BASE_DROPS.is(1))
                .bounded(
                        "m7",
                        "as m6, and the waiter is content with less than 1",
                        "never",
                        BASE_DROPS.is(1),
                        Rules.IDLE_TEST.is(Rules.IdleTest.AT_MOST))
                .bounded(
                        "m8",
                        "the waiter looks at the other pages only if it slept",
                        "4.19-rc",
                        PAGES.is(2),
                        Rules.ALWAYS_RETRIES.is(false))
                .bounded(
                        "m9",
                        "a wake reaches one of two waiters, which does not pass it on",
                        "never",
                        WAITERS.is(2),
                        Rules.WAKES.is(Rules.Reach.ONE));
    }

    @Override
    public Model model() {
        return model;
    }

    @Override
    public Operations operations() {
        return operations;
    }

    @Override
    public Books books() {
        Books counted = pages.ids().foldLeft(Books.of(model), (all, page) -> all.page(page, pages.page(page)));
        return pages.bases().keys().isEmpty()
                ? counted.standing(view -> pages.ids().map(Waitwake::base))
                : pages.ids()
                        .foldLeft(
                                counted,
                                (all, page) -> all.holder(
                                        pages.bases().of(page),
                                        (Boolean has) -> has ? Vector.of(base(page)) : Vector.empty()));
    }

    private static Holds base(PageId page) {
        return new Holds(page, Owner.Base.PAGEMAP, Rules.IDLE);
    }

    /** How this variant waits and wakes. */
    public Rules rules() {
        return rules;
    }

    /** The pages. */
    public Seq<PageId> pages() {
        return pages.ids();
    }

    /** Who waits for a page. */
    public Cell<WaitQueue> waiters(PageId page) {
        return pages.queue(page);
    }

    /** Whether {@code actor} is at the place of this name at {@code at}, and drops a reference of {@code page}. */
    public static boolean drops(Actor actor, Control at, String place, PageId page) {
        return At.isAt(at, place)
                && actor.call(at).exists(call -> call.arguments().contains(page));
    }
}
