package pagelife.models.waitwake;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import pagelife.checker.model.Actor;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Model;
import pagelife.checker.model.ModelBuilder;
import pagelife.models.Choices;
import pagelife.models.Protocol;
import pagelife.models.TabledFamily;
import pagelife.models.TabledFamily.Table;
import pagelife.models.page.Books;
import pagelife.models.page.Holds;
import pagelife.models.page.Owner;
import pagelife.models.page.PageId;
import pagelife.models.page.TaskId;
import pagelife.models.page.Tasks;
import pagelife.models.page.WaitQueue;

/** Waiting for pages to become idle, and waking who waits. */
public final class Waitwake implements Protocol {
    private final Pages pages;
    private final Model model;
    private final Books books;
    private final Map<String, PageId> droppers;

    private Waitwake(String name, Choices ruled, Choices bounds) {
        ModelBuilder builder = Model.builder(name);
        Rules rules = Rules.of(ruled);
        Seq<PageId> ids = Vector.range(0, bounds.number("pages")).map(PageId::new);
        this.pages = Pages.declare(builder, ids, bounds.number("pins"));
        Tasks.named("waiter", bounds.number("waiters"))
                .forEach(task -> builder.task(
                        task.name(), own -> new Waiter(pages, rules, task).script(bounds.number("signals") > 0)));
        LinkedHashMap<String, PageId> drops = LinkedHashMap.empty();
        for (PageId page : ids) {
            String of = ids.size() == 1 ? "" : "-" + page;
            for (TaskId task : Tasks.named("unpin" + of, bounds.number("pins"))) {
                Dropper pin = new Dropper(pages, rules, page, new Owner.Pin(task));
                builder.task(task.name(), own -> pin.holder());
                drops = drops.put(task.name(), page);
            }
            for (TaskId task : Tasks.named("base" + of, bounds.number("baseDrops"))) {
                Dropper base = new Dropper(pages, rules, page, Owner.Base.PAGEMAP);
                builder.task(task.name(), own -> base.holder());
                drops = drops.put(task.name(), page);
            }
        }
        for (TaskId task : Tasks.named("pin", bounds.number("newPins"))) {
            Dropper pin = new Dropper(pages, rules, ids.head(), new Owner.Pin(task));
            builder.task(task.name(), own -> pin.pinner());
            drops = drops.put(task.name(), ids.head());
        }
        this.droppers = drops;
        this.model = builder.build();
        this.books = books(bounds.number("baseDrops") > 0);
    }

    /** Who drops the base reference holds it until then; else it stays. */
    private Books books(boolean baseIsDropped) {
        Books counted = pages.ids().foldLeft(Books.of(model), (all, page) -> all.page(page, pages.page(page)));
        return baseIsDropped
                ? counted
                : counted.standing(view -> pages.ids().map(page -> new Holds(page, Owner.Base.PAGEMAP, Rules.IDLE)));
    }

    /** The family. */
    public static TabledFamily<Waitwake> family() {
        return variants(TabledFamily.table("waitwake", "waiting for pages to become idle, and waking who waits")
                        .rule("waiter", "what a waiter does first", "enqueuesFirst testsFirst")
                        .rule("requeues", "a woken waiter queues again before it looks again", "on off")
                        .rule("waker", "what a waker does first", "changesFirst looksFirst")
                        .rule("wakerKey", "whether waker and waiter name the same key", "same other")
                        .rule("wakesAt", "at which count a put wakes; an unused page counts 1", "1 0")
                        .rule("idleTest", "the waiter wants exactly 1, or at most 1", "exact atMost")
                        .rule("alwaysRetries", "the waiter looks at all pages again though it did not sleep", "on off")
                        .rule("puts", "how often a reference is dropped", "once twice")
                        .rule("wakes", "a wake reaches all waiters, or the first", "all one")
                        .bound("pages", "pages", "1 2")
                        .bound("pins", "pins of each page at the beginning", "1 2")
                        .bound("newPins", "pins of the first page taken later", "0 1")
                        .bound("baseDrops", "1: a removal drops each page's base reference", "0 1")
                        .bound("waiters", "waiters", "1 2")
                        .bound("signals", "1: a signal may end a sleep", "0 1"))
                .madeBy(Waitwake::new);
    }

    private static Table variants(Table table) {
        return table.variant("right", "enqueue, test, sleep; change, look, wake", "4.18 to 6.14", "")
                .variant("m1", "the waiter tests before it queues", "never", "waiter=testsFirst")
                .variant("m2", "the waker looks before it changes: the barrier is missing", "never", "waker=looksFirst")
                .variant(
                        "m3",
                        "waker and waiter name different keys",
                        "never: half of the 2022 series",
                        "wakerKey=other")
                .variant("m4", "a put wakes at 0, though pages are idle at 1", "5.16 to 5.18", "wakesAt=0")
                .variant("m5", "a woken waiter does not queue again", "never", "requeues=off", "newPins=1")
                .variant(
                        "m6",
                        "a put wakes at exactly 1, while removal drops the base reference",
                        "4.18 to 5.17",
                        "",
                        "baseDrops=1")
                .variant(
                        "m7",
                        "as m6, and the waiter is content with less than 1",
                        "never",
                        "idleTest=atMost",
                        "baseDrops=1")
                .variant(
                        "m8",
                        "the waiter looks at the other pages only if it slept",
                        "4.19-rc",
                        "alwaysRetries=off",
                        "pages=2")
                .variant(
                        "m9",
                        "a wake reaches one of two waiters, who does not pass it on",
                        "never",
                        "wakes=one",
                        "waiters=2");
    }

    @Override
    public Model model() {
        return model;
    }

    @Override
    public Books books() {
        return books;
    }

    /** The pages. */
    public Seq<PageId> pages() {
        return pages.ids();
    }

    /** Who waits for a page. */
    public Cell<WaitQueue> waiters(PageId page) {
        return pages.queue(page);
    }

    /** Those who drop a reference of {@code page}. */
    public Seq<Actor> droppers(PageId page) {
        return model.actors().filter(actor -> droppers.get(actor.name()).contains(page));
    }
}
