package pagelife.specs.observe;

import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import pagelife.checker.observe.Label;
import pagelife.checker.observe.Sight;
import pagelife.models.fsdax.Foll;
import pagelife.models.fsdax.PinHolder;
import pagelife.models.page.PageId;
import pagelife.models.parts.Calls;
import pagelife.specs.ftrace.TraceEvent;

/**
 * Lines about the counts of pages, and what follows when one has come down.
 *
 * <p>Whose a change of a count is, is said by what the task is in: a fault, a GUP, an unmapping, a truncate. In none of
 * them, references that are taken were duplicated by who held one, and references that are dropped are those of a pin:
 * the task's own one if it has one, else another's, as when a pipe is read by another task.
 */
final class CountLines implements Lines {
    private static final String DUPLICATED = "a reference duplicated by who holds one";

    private final Scene scene;
    private final Notes notes;
    private final GupLines gups;
    private final Recording.Counts counts;
    /** How many references of each page were duplicated, beyond what the models have. */
    private final java.util.Map<PageId, Integer> extra = new java.util.HashMap<>();

    CountLines(Scene scene, Notes notes, GupLines gups, Recording.Counts counts) {
        this.scene = scene;
        this.notes = notes;
        this.gups = gups;
        this.counts = counts;
    }

    @Override
    public Map<String, Handler> handlers() {
        return HashMap.<String, Handler>of(
                        "page_ref_mod", this::counted,
                        "page_ref_mod_unless", this::counted,
                        "page_ref_mod_and_test", this::counted,
                        "page_ref_mod_and_return", this::counted)
                .merge(HashMap.of(
                        "put_devmap_managed", (event, task) -> dropper(event, task, PinHolder.PIPE),
                        "gup_put_folio", (event, task) -> dropper(event, task, PinHolder.DRIVER),
                        "unpin_user_folio", (event, task) -> dropper(event, task, PinHolder.DIRECT_IO)))
                .merge(HashMap.of(
                        "free_zone_device_folio", (event, task) -> page(event, task, "folio", Kinds.FREED),
                        "free_zone_device_page", (event, task) -> page(event, task, "page", Kinds.FREED),
                        "wake_up_var", (event, task) -> page(event, task, "var", Kinds.WAKE)));
    }

    /** How many references of a page the models know nothing of. */
    int extra(PageId page) {
        return extra.getOrDefault(page, 0);
    }

    private void counted(TraceEvent event, TaskSide task) {
        Option<Frames.Tenure> page = scene.frames().frame(event.number("pfn"), event.line());
        if (page.isEmpty()) {
            notes.leave(event, "another page", false);
            return;
        }
        int change = event.count("val");
        int count = event.count("count");
        if (event.name().equals("page_ref_mod_unless") && event.number("ret") == 0) {
            gups.refused(event, task, page.get());
        } else if (change > 0) {
            got(event, task, page.get(), change, count);
        } else {
            put(event, task, page.get().page(), -change, count);
        }
    }

    private void got(TraceEvent event, TaskSide task, Frames.Tenure page, int refs, int count) {
        if (task.gup().isDefined()) {
            gups.got(event, task, page, refs);
            notes.show(event, task, label(Kinds.GET, page.page(), refs, count));
        } else if (task.isInFault()) {
            notes.show(event, task, label(Kinds.GET, page.page(), refs, count));
        } else {
            again(event, task, page.page(), refs, count);
        }
    }

    /** Nobody else may take one: who has a pin of the page may, or who has what it is in, such as a pipe. */
    private void again(TraceEvent event, TaskSide task, PageId page, int refs, int count) {
        Option<TaskSide> holder =
                holders(task, page, 1).filter(one -> refs == 1).headOption();
        if (holder.isEmpty()) {
            extra.merge(page, refs, Integer::sum);
            notes.leave(event, DUPLICATED, true);
            return;
        }
        Held pin = holder.get().pin(page, 1).get();
        holder.get().pins().add(pin);
        notes.beginUnseen(event, task, holder.get(), Calls.TEE + " " + page);
        notes.show(event, task, label(Kinds.GET, page, refs, count));
    }

    private Seq<TaskSide> holders(TaskSide first, PageId page, int refs) {
        return notes.tasks(first).filter(side -> side.pin(page, refs).isDefined());
    }

    private void put(TraceEvent event, TaskSide task, PageId page, int refs, int count) {
        Option<Open.Gup> gup = task.gup();
        if (gup.isDefined()) {
            task.replace(gup.get().took(-refs));
            notes.show(event, task, label(Kinds.PUT, page, refs, count));
        } else if (task.top().exists(CountLines::puts)) {
            notes.show(event, task, label(Kinds.PUT, page, refs, count));
        } else if (extra(page) >= refs) {
            extra.merge(page, -refs, Integer::sum);
            notes.leave(event, DUPLICATED, true);
        } else {
            unpin(event, task, page, refs, count);
        }
    }

    private static boolean puts(Open in) {
        return in instanceof Open.Fault || in instanceof Open.Zap || in instanceof Open.Removing;
    }

    private void unpin(TraceEvent event, TaskSide task, PageId page, int refs, int count) {
        notes.over(event, task);
        PinHolder by = task.dropper().getOrElse(this::usualHolder);
        task.dropper(Option.none());
        Seq<TaskSide> holders = holders(task, page, refs);
        if (holders.isEmpty()) {
            notes.show(event, task, label(Kinds.PUT, page, refs, count));
            return;
        }
        TaskSide holder = holders.head();
        Held pin = holder.pin(page, refs).get();
        holder.pins().remove(pin);
        notes.beginUnseen(event, task, holder, Calls.UNPIN_PAGE + " " + flag(refs) + " " + by + " " + page);
        notes.see(event, task, new Sight.Shows(label(Kinds.PUT, page, refs, count)));
        task.hasWoken(false);
    }

    private static Foll flag(int refs) {
        return refs == 1 ? Foll.GET : Foll.PIN;
    }

    /** Who drops a pin where no probe says so. */
    private PinHolder usualHolder() {
        return scene.kinds().contains("put_devmap_managed") || scene.isUncounted()
                ? PinHolder.DIRECT_IO
                : PinHolder.PIPE;
    }

    private void dropper(TraceEvent event, TaskSide task, PinHolder by) {
        long address = event.number(event.has("page") ? "page" : "folio");
        if (scene.frames().at(address, event.line()).isDefined()) {
            task.dropper(task.dropper().orElse(Option.some(by)));
        }
        notes.leave(event, "beside the change of the count", false);
    }

    private void page(TraceEvent event, TaskSide task, String field, String kind) {
        Option<PageId> page = scene.frames().at(event.number(field), event.line());
        if (page.isEmpty()) {
            notes.leave(event, "another page", false);
        } else {
            notes.show(event, task, Label.of(kind, page.get()));
            task.hasWoken(kind.equals(Kinds.WAKE));
        }
    }

    private Label label(String kind, PageId page, int refs, int count) {
        Label plain = Label.of(Kinds.of(kind, refs), page);
        return counts == Recording.Counts.EXACT ? plain.counting(count - extra(page)) : plain;
    }
}
