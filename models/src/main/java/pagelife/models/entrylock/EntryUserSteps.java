package pagelife.models.entrylock;

import static pagelife.checker.model.Fairness.WEAK;

import pagelife.checker.model.ActorBuilder;
import pagelife.checker.model.Cell;
import pagelife.checker.model.Control;
import pagelife.checker.model.ModelBuilder;
import pagelife.checker.model.Source;
import pagelife.checker.model.StepView;
import pagelife.models.page.DaxEntry;
import pagelife.models.page.EntryAt;
import pagelife.models.page.PageEvent;
import pagelife.models.page.TaskId;
import pagelife.models.page.WaitKey;
import pagelife.models.page.WaitQueue;
import pagelife.models.page.Waiting;

/**
 * The lock of a DAX entry: fs/dax.c. Under {@code xa_lock} one looks whether the entry is locked, and queues or does what
 * one came for, the wake included.
 */
final class EntryUserSteps {
    private final Rules rules;
    private final EntryAt at;
    private final Cell<DaxEntry> entry;
    private final Cell<WaitQueue> queue;
    private final TaskId task;
    private final Role role;

    EntryUserSteps(Rules rules, EntryAt at, Cell<DaxEntry> entry, Cell<WaitQueue> queue, TaskId task, Role role) {
        this.rules = rules;
        this.at = at;
        this.entry = entry;
        this.queue = queue;
        this.task = task;
        this.role = role;
    }

    void declare(ModelBuilder model) {
        Source look = Source.kernel("fs/dax.c", role.function(), "6.1");
        Source wait =
                Source.kernel("fs/dax.c", role.isExclusive() ? "get_unlocked_entry" : "wait_entry_unlocked", "6.1");
        String id = role.prefix();
        ActorBuilder<EntryUser> user = model.actor(task.name(), EntryUser.class, new EntryUser.Look())
                .step(id + "1", "look at entry", look, EntryUser.Look.class, WEAK, this::look)
                .step(id + "2", "look again", wait, EntryUser.Asleep.class, WEAK, this::wake);
        if (role.locks()) {
            user.step(
                    id + "3",
                    "unlock",
                    Source.kernel("fs/dax.c", "dax_unlock_entry", "6.1"),
                    EntryUser.Locked.class,
                    WEAK,
                    this::unlock);
        } else {
            user.without(EntryUser.Locked.class);
        }
    }

    private Control wake(EntryUser.Asleep asleep, StepView view) {
        return Waiting.sleeps(view, queue, task) ? view.waits() : look(asleep, view);
    }

    private Control look(EntryUser from, StepView view) {
        DaxEntry found = view.read(entry);
        if (found.locked()) {
            Waiting.enqueue(view, queue, task, WaitKey.ENTRY, role.isExclusive());
            return new EntryUser.Asleep();
        }
        boolean absent = found.kind() == DaxEntry.Kind.ABSENT;
        return switch (role) {
            case FAULT -> lock(view, found);
            case WRITEBACK, MEMORY_FAILURE -> absent ? leave(view, true) : lock(view, found);
            case INVALIDATE -> absent ? leave(view, true) : delete(view);
            case SCAN -> leave(view, absent);
        };
    }

    private Control lock(StepView view, DaxEntry found) {
        view.write(entry, found.lock());
        return new EntryUser.Locked();
    }

    /**
     * {@code put_unlocked_entry}: who was woken and does not need the entry wakes the next one; not if there is none, since
     * then all were woken when it was deleted. For a time the test of the conflict marker was inverted: no wake at all.
     */
    private Control leave(StepView view, boolean absent) {
        if (!absent && rules.leaverWakes() && role.isExclusive()) {
            wake(view, false);
        }
        return Control.finished();
    }

    private Control delete(StepView view) {
        view.write(entry, DaxEntry.ABSENT);
        if (rules.deletionWakesAll() || rules.leaverWakes()) {
            wake(view, rules.deletionWakesAll());
        }
        return Control.finished();
    }

    private Control unlock(EntryUser.Locked locked, StepView view) {
        view.write(entry, view.read(entry).unlock());
        wake(view, false);
        return Control.finished();
    }

    private void wake(StepView view, boolean all) {
        view.tell(new PageEvent.WakeEntry(at, Waiting.wake(view, queue, WaitKey.ENTRY, all)));
    }
}
