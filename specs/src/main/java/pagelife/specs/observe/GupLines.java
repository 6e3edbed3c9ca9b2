package pagelife.specs.observe;

import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.control.Option;
import pagelife.checker.observe.Label;
import pagelife.models.page.PteAt;
import pagelife.models.parts.Calls;
import pagelife.specs.ftrace.TraceEvent;

/** Lines about pins that are taken: {@code get_user_pages}, a pin of the models for each page of the file. */
record GupLines(Scene scene, Notes notes) implements Lines {
    @Override
    public Map<String, Handler> handlers() {
        return HashMap.<String, Handler>of(
                        "gup_fast",
                        (event, task) -> begin(event, task, Calls.PIN_FAST),
                        "gup_slow",
                        (event, task) -> begin(event, task, Calls.PIN_SLOW),
                        "gup_fast_ret",
                        this::end,
                        "gup_slow_ret",
                        this::end)
                .merge(HashMap.of(
                        "get_dev_pagemap", this::pagemap,
                        "try_grab_page", this::grabs,
                        "try_grab_folio_fast", this::grabs,
                        "try_grab_folio", this::grabs));
    }

    private void begin(TraceEvent event, TaskSide task, String operation) {
        long start = event.number("start");
        long flags = event.number("flags");
        notes.overAll(event, task);
        notes.quiet(event, task);
        boolean ours = event.line() <= scene.gone()
                && scene.range(event.task().pid(), start, isRemote(flags)).isDefined();
        if (ours) {
            task.push(new Open.Gup(operation + " " + flag(flags), start, 0, Option.none()));
        } else {
            task.push(new Open.Other());
            notes.leave(event, "get_user_pages of other memory", false);
        }
    }

    private boolean isRemote(long flags) {
        return (flags & (scene.isUncounted() ? Fields.REMOTE_BEFORE_6_3 : Fields.REMOTE)) != 0;
    }

    private String flag(long flags) {
        boolean isEarly = scene.isUncounted();
        if ((flags & (isEarly ? Fields.PIN_BEFORE_6_3 : Fields.PIN)) == 0) {
            return "get";
        }
        boolean isLong = !isEarly && (flags & Fields.LONGTERM) != 0;
        return isLong ? "longterm" : "pin";
    }

    private void pagemap(TraceEvent event, TaskSide task) {
        Option<Frames.Tenure> page = scene.frames().frame(event.number("pfn"), event.line());
        if (task.gup().isDefined() && page.isDefined()) {
            takes(event, task, page.get());
            notes.show(event, task, Label.of(Kinds.PAGEMAP));
        } else {
            notes.leave(event, "a pagemap of other memory", false);
        }
    }

    private void grabs(TraceEvent event, TaskSide task) {
        long address = event.number(event.has("page") ? "page" : "folio");
        scene.frames()
                .frame(Frames.frameAt(address), event.line())
                .filter(page -> task.gup().isDefined())
                .forEach(page -> takes(event, task, page));
        notes.leave(event, "beside the change of the count", false);
    }

    /** A pin is not taken, since the count of the page is 0. */
    void refused(TraceEvent event, TaskSide task, Frames.Tenure page) {
        if (task.gup().isDefined()) {
            takes(event, task, page);
        }
        notes.show(event, task, Label.of(Kinds.REFUSED, page.page()));
    }

    /** References are taken in a call of GUP. FOLL_PIN of GUP-fast takes one, and the rest of its bias then. */
    void got(TraceEvent event, TaskSide task, Frames.Tenure page, int refs) {
        boolean more = task.gup().get().current().exists(taking -> taking.refs() == 1 && refs == Fields.BIAS - 1);
        if (!more) {
            takes(event, task, page);
        }
        task.gup().forEach(in -> task.replace(in.took(refs)));
    }

    /** Begins the pin of a page, unless it has begun. */
    private void takes(TraceEvent event, TaskSide task, Frames.Tenure page) {
        Open.Gup gup = task.gup().get();
        if (gup.current().exists(taking -> taking.refs() == 0)) {
            return;
        }
        Open.Gup next = taken(event, task, gup);
        for (PteAt at : entry(event, next, page)) {
            notes.beginPin(event, task, next.operation() + " " + Notes.words(at));
            task.replace(next.taking(at, page.page()));
        }
    }

    /** The entry through which the page is found: the next one, unless zero pages are between. */
    private Option<PteAt> entry(TraceEvent event, Open.Gup gup, Frames.Tenure page) {
        int pid = event.task().pid();
        return scene.pte(pid, gup.start() + gup.done() * Range.PAGE, true)
                .filter(at -> at.index().equals(page.place()))
                .orElse(scene.range(pid, gup.start(), true).map(range -> new PteAt(range.mm(), page.place())));
    }

    /** The pin of the page before is whole. */
    private Open.Gup taken(TraceEvent event, TaskSide task, Open.Gup gup) {
        if (gup.current().isEmpty()) {
            return gup;
        }
        notes.ends(event, task);
        Open.Taking taking = gup.current().get();
        if (taking.refs() > 0) {
            task.pins().add(new Held(taking.page(), taking.refs()));
        }
        return gup.next();
    }

    private void end(TraceEvent event, TaskSide task) {
        Open was = task.pop().getOrElse(Open.Other::new);
        if (was instanceof Open.Gup gup) {
            taken(event, task, gup);
        } else {
            notes.quiet(event, task);
        }
    }
}
