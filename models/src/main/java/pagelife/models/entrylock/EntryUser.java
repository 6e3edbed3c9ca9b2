package pagelife.models.entrylock;

import static pagelife.checker.model.Fairness.WEAK;

import pagelife.checker.model.Now;
import pagelife.checker.model.Script;
import pagelife.models.Choices;
import pagelife.models.kernel.DaxEntryLock;
import pagelife.models.page.DaxEntry;
import pagelife.models.page.Sleeps;
import pagelife.models.page.TaskId;

/**
 * Who needs a DAX entry unlocked: fs/dax.c. Under {@code xa_lock} it looks whether the entry is locked, and queues or
 * does what it came for, the wake included; who was woken looks again.
 */
final class EntryUser {
    private final Choices rules;
    private final DaxEntryLock lock;
    private final TaskId task;
    private final Role role;

    EntryUser(Choices rules, DaxEntryLock lock, TaskId task, Role role) {
        this.rules = rules;
        this.lock = lock;
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
                .has(Sleeps.in(lock.waiters()));
        return role.locks()
                ? user.in("fs/dax.c", "dax_unlock_entry", "6.1").step(place(3) + " unlock", this::unlock)
                : user;
    }

    private String place(int number) {
        return role.prefix() + number;
    }

    private void lookAgain(Now now) {
        now.await(!lock.isAsleep(now, task));
        look(now);
    }

    private void look(Now now) {
        DaxEntry found = now.read(lock.entry());
        if (found.locked()) {
            now.saw("entry locked: wait");
            if (role.isExclusive()) {
                lock.enqueueExclusive(now, task);
            } else {
                lock.enqueue(now, task);
            }
            now.go(place(2));
        } else {
            use(now, found);
        }
    }

    private void use(Now now, DaxEntry found) {
        boolean absent = found.kind() == DaxEntry.Kind.ABSENT;
        if (role == Role.FAULT || role.locks() && !absent) {
            now.saw("entry free: lock it");
            lock.lock(now);
            now.go(place(3));
        } else if (role == Role.INVALIDATE && !absent) {
            now.saw("entry free: delete it");
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
        boolean wakes = !absent && rules.get(Rules.LEAVER_WAKES) && role.isExclusive();
        now.saw(absent ? "no entry: leave" : "entry free: leave it" + (wakes ? "" : ", wake nobody"));
        if (wakes) {
            lock.wakeOne(now);
        }
        now.end();
    }

    private void delete(Now now) {
        now.write(lock.entry(), DaxEntry.ABSENT);
        if (rules.get(Rules.DELETION_WAKES) == Rules.Reach.ALL) {
            lock.wakeAll(now);
        } else if (rules.get(Rules.LEAVER_WAKES)) {
            lock.wakeOne(now);
        }
        now.end();
    }

    private void unlock(Now now) {
        lock.unlock(now);
    }
}
