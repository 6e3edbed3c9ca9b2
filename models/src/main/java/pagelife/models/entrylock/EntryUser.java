package pagelife.models.entrylock;

import static pagelife.checker.model.Fairness.WEAK;

import pagelife.checker.model.Cell;
import pagelife.checker.model.Now;
import pagelife.checker.model.Script;
import pagelife.models.Choices;
import pagelife.models.page.DaxEntry;
import pagelife.models.page.EntryAt;
import pagelife.models.page.PageEvent;
import pagelife.models.page.Sleeps;
import pagelife.models.page.TaskId;
import pagelife.models.page.WaitKey;
import pagelife.models.page.WaitQueue;
import pagelife.models.page.Waiting;

/**
 * Who needs a DAX entry unlocked: fs/dax.c. Under {@code xa_lock} it looks whether the entry is locked, and queues or
 * does what it came for, the wake included; who was woken looks again.
 */
final class EntryUser {
    private final Choices rules;
    private final EntryAt at;
    private final Cell<DaxEntry> entry;
    private final Cell<WaitQueue> queue;
    private final TaskId task;
    private final Role role;

    EntryUser(Choices rules, EntryAt at, Cell<DaxEntry> entry, Cell<WaitQueue> queue, TaskId task, Role role) {
        this.rules = rules;
        this.at = at;
        this.entry = entry;
        this.queue = queue;
        this.task = task;
        this.role = role;
    }

    Script script() {
        Script user = new Script()
                .owes(WEAK)
                .in("fs/dax.c", role.function(), "6.1")
                .step(place(1) + " look at entry", this::look)
                .in("fs/dax.c", role.isExclusive() ? "get_unlocked_entry" : "wait_entry_unlocked", "6.1")
                .step(place(2) + " look again", this::lookAgain)
                .has(Sleeps.in(queue));
        return role.locks()
                ? user.in("fs/dax.c", "dax_unlock_entry", "6.1").step(place(3) + " unlock", this::unlock)
                : user;
    }

    private String place(int number) {
        return role.prefix() + number;
    }

    private void lookAgain(Now now) {
        now.await(!Waiting.sleeps(now, queue, task));
        look(now);
    }

    private void look(Now now) {
        DaxEntry found = now.read(entry);
        if (found.locked()) {
            Waiting.enqueue(now, queue, task, WaitKey.ENTRY, role.isExclusive());
            now.go(place(2));
        } else {
            use(now, found);
        }
    }

    private void use(Now now, DaxEntry found) {
        boolean absent = found.kind() == DaxEntry.Kind.ABSENT;
        if (role == Role.FAULT || role.locks() && !absent) {
            now.write(entry, found.lock());
            now.go(place(3));
        } else if (role == Role.INVALIDATE && !absent) {
            delete(now);
        } else {
            leave(now, absent);
        }
    }

    /**
     * {@code put_unlocked_entry}: who was woken and does not need the entry wakes the next one; not if there is none,
     * since then all were woken when it was deleted. For a time the test of the conflict marker was inverted: no wake
     * at all.
     */
    private void leave(Now now, boolean absent) {
        if (!absent && rules.get(Rules.LEAVER_WAKES) && role.isExclusive()) {
            wake(now, false);
        }
        now.end();
    }

    private void delete(Now now) {
        now.write(entry, DaxEntry.ABSENT);
        boolean all = rules.get(Rules.DELETION_WAKES) == Rules.Reach.ALL;
        if (all || rules.get(Rules.LEAVER_WAKES)) {
            wake(now, all);
        }
        now.end();
    }

    private void unlock(Now now) {
        now.change(entry, DaxEntry::unlock);
        wake(now, false);
    }

    private void wake(Now now, boolean all) {
        now.tell(new PageEvent.WakeEntry(at, Waiting.wake(now, queue, WaitKey.ENTRY, all)));
    }
}
