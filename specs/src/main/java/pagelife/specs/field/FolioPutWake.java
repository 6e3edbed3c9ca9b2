package pagelife.specs.field;

import io.vavr.collection.Vector;
import java.util.function.Predicate;
import pagelife.checker.model.Script;
import pagelife.checker.model.View;
import pagelife.models.Rule;
import pagelife.models.kernel.FolioRef;
import pagelife.models.kernel.StaticKey;
import pagelife.models.kernel.WaitQueueHead;
import pagelife.models.page.Owner;
import pagelife.models.page.TaskId;
import pagelife.specs.claims.Phrase;
import pagelife.specs.own.Draft;
import pagelife.specs.own.Outline;
import pagelife.specs.own.Study;

/**
 * Migration of a folio waits for its last unexpected reference, with a timeout, and says so by a static key; a put
 * looks at the key and wakes. John Hubbard, "[RFC PATCH 0/2] mm/migrate: wait for folio refcount during longterm pin
 * migration", linux-mm, April 2026: under review.
 */
public final class FolioPutWake implements Study {
    private static final Rule<Put> PUT = Rule.of("put", "how a put wakes", Put.DROPS_FIRST);
    private static final TaskId MIGRATE = new TaskId("migrate");
    private static final String RFC = "linux-mm, April 2026, [RFC PATCH 0/2] mm/migrate: wait for folio refcount";

    private enum Put {
        /** It drops the reference, then looks at the key. */
        DROPS_FIRST,
        /** It looks at the key, then drops the reference. */
        LOOKS_FIRST,
        /** It goes through folio_put_refs(), which does not look. */
        SILENT
    }

    @Override
    public void outline(Outline outline) {
        outline.named("folio-put-wake")
                .says("folio waits: who is woken by the put of the last reference")
                .rule(PUT)
                .variant("right", "a put drops the reference, then looks at the key", "RFC, April 2026")
                .variant(
                        "testfirst",
                        "a put looks at the key, then drops the reference",
                        "never",
                        PUT.is(Put.LOOKS_FIRST))
                .variant(
                        "unpin",
                        "the last reference is a pin that goes through folio_put_refs()",
                        "never",
                        PUT.is(Put.SILENT))
                .expect("right", row -> row.size(19, 29).because(RFC, "whoever comes last sees the other"))
                .expect(
                        "testfirst",
                        row -> row.size(25, 39)
                                .violated("FB-6", 5)
                                .because(RFC, "the key was off when it was looked at: only the timeout wakes"))
                .expect(
                        "unpin",
                        row -> row.size(12, 16)
                                .violated("FB-6", 4)
                                .because(RFC, "an unpin drops references without a look at the key"));
    }

    @Override
    public void draft(Draft d) {
        Put put = d.rule(PUT);
        FolioRef refs = FolioRef.declare(d.model(), "folio->_refcount", 2);
        StaticKey key = StaticKey.declare(d.model(), "folio_wait_key");
        WaitQueueHead waiters = WaitQueueHead.declare(d.model(), "bit_wait_table")
                .var("&folio->_refcount")
                .until(refs.what());
        Owner mapping = Owner.of("page cache");
        Owner holder = Owner.task("put");
        int expected = 1;

        d.task(MIGRATE.name())
                .in("mm/migrate.c", "migrate_pages", "RFC")
                .step("m1 enable key", key::inc)
                .in("include/linux/wait_bit.h", "___wait_var_event", "7.0")
                .step("m2 queue", now -> waiters.prepareToWait(now, MIGRATE))
                .step("m3 test", now -> {
                    now.saw("refs %s: %s", refs.read(now), refs.read(now) <= expected ? "go on" : "sleep");
                    if (refs.read(now) <= expected) {
                        waiters.finishWait(now, MIGRATE);
                        now.go("m5");
                    }
                })
                .step("m4 sleep", now -> {
                    waiters.sleep(now, MIGRATE);
                    now.saw("woken");
                    now.go("m2");
                })
                .has(waiters.asleep())
                .or("m4t time out", now -> {
                    now.saw("timeout: give up");
                    waiters.finishWait(now, MIGRATE);
                    now.go("m5");
                })
                .in("mm/migrate.c", "migrate_pages", "RFC")
                .step("m5 disable key", key::dec);

        Script user = d.task("put");
        switch (put) {
            case DROPS_FIRST ->
                user.in("include/linux/mm.h", "folio_put", "RFC")
                        .step("p1 drop", now -> refs.putTestzero(now, holder))
                        .has(refs.heldBy(holder))
                        .step("p2 key on? wake", now -> {
                            now.saw(key.isEnabled(now) ? "key on: wake" : "key off: wake nobody");
                            if (key.isEnabled(now)) {
                                waiters.wakeUp(now);
                            }
                        });
            case LOOKS_FIRST ->
                user.in("include/linux/mm.h", "folio_put", "RFC")
                        .step("p1 key on?", now -> {
                            now.saw(key.isEnabled(now) ? "key on" : "key off");
                            now.hand(key.isEnabled(now));
                        })
                        .has(refs.heldBy(holder))
                        .step("p2 drop, wake if on", Boolean.class, (now, on) -> {
                            refs.putTestzero(now, holder);
                            if (on) {
                                waiters.wakeUp(now);
                            }
                        })
                        .has(refs.heldBy(holder));
            case SILENT ->
                user.in("include/linux/mm.h", "folio_put_refs", "7.0")
                        .step("p1 drop", now -> refs.putTestzero(now, holder))
                        .has(refs.heldBy(holder));
        }

        d.books(books -> refs.in(books).standing(view -> Vector.of(refs.heldBy(mapping))));
        Predicate<View> sleeps = d.at(MIGRATE.name(), "m4");
        Predicate<View> gone = d.finished("put");
        d.never(
                        "FB-6 PutWakes",
                        "nobody sleeps for a reference whose holder has dropped it and is done",
                        view -> sleeps.test(view) && gone.test(view) && waiters.isAsleep(view, MIGRATE))
                .told(new Phrase(
                                "migrate sleeps for the references of the folio",
                                "goes to sleep",
                                view -> sleeps.test(view) && waiters.isAsleep(view, MIGRATE))
                        .meets(new Phrase(
                                "put has dropped its reference and woken nobody", "ends, and has woken nobody", gone)));
        d.sometimes("it sleeps", "the waiter sleeps", view -> waiters.isAsleep(view, MIGRATE) && sleeps.test(view));
    }
}
