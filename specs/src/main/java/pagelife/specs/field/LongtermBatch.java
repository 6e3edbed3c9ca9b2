package pagelife.specs.field;

import io.vavr.collection.Vector;
import pagelife.checker.model.Cell;
import pagelife.models.Rule;
import pagelife.models.kernel.FolioRef;
import pagelife.models.page.Owner;
import pagelife.specs.claims.Phrase;
import pagelife.specs.own.Draft;
import pagelife.specs.own.Outline;
import pagelife.specs.own.Study;

/**
 * A long-term pin of movable memory migrates the folio first, which works for exactly the references that can be
 * explained. A deferred mlock keeps one in a per-CPU batch until somebody drains it; the pin drained only for folios
 * that are not on an LRU list, and one in an mlock batch is. Kernel commit 98c6d259319e, "mm/gup: check ref_count
 * instead of lru before migration" (6.17), report by Will Deacon.
 */
public final class LongtermBatch implements Study {
    private static final Rule<Boolean> BY_COUNT =
            Rule.flag("byCount", "batches are drained where the count is too high", false);
    private static final Rule<Integer> TRIES =
            Rule.number("tries", "how often a migration is tried; the kernel: 10", 2, 1, 3);
    private static final String GUP = "mm/gup.c";
    private static final String FIX = "98c6d259319e (6.17)";

    /** Tries of a migration that are left, and whether a batch was left undrained before them. */
    public record Try(int left, boolean undrained) {}

    @Override
    public void outline(Outline outline) {
        outline.named("longterm-batch")
                .says("GUP: a long-term pin fails because of a reference in a batch that nobody drains")
                .rule(BY_COUNT)
                .bound(TRIES)
                .variant("broken", "lru_add_drain_all() if the folio is not on an LRU list", "5.15 to 6.16")
                .variant(
                        "fixed",
                        "lru_add_drain_all() if the count is higher than explained",
                        "from 6.17 on",
                        BY_COUNT.is(true))
                .expect(
                        "broken",
                        row -> row.size(15, 17)
                                .violated("FB-7", 6)
                                .because(
                                        FIX,
                                        "PG_lru is set, so nobody drains, and each attempt finds one reference too many"))
                .expect("fixed", row -> row.size(14, 16).because(FIX, "the batch is drained before the first try"));
    }

    @Override
    public void draft(Draft d) {
        boolean byCount = d.rule(BY_COUNT);
        int tries = d.bound(TRIES);
        FolioRef refs = FolioRef.declare(d.model(), "folio->_refcount", 1);
        Cell<Boolean> batched = d.cell("batched", false);
        Cell<Boolean> failed = d.cell("failed", false);
        Owner mapping = Owner.of("page table");
        Owner batch = Owner.of("mlock batch");
        Owner pin = Owner.task("pin");

        d.task("mlock").in("mm/mlock.c", "mlock_folio", "6.16").step("b1 get, into the batch", now -> {
            refs.get(now, batch);
            now.write(batched, true);
        });

        d.task("pin")
                .in(GUP, "__get_user_pages_locked", "6.16")
                .step("p1 pin", now -> refs.get(now, pin))
                .in(GUP, "collect_longterm_unpinnable_folios", "6.16")
                .step("p2 collect, drain?", now -> {
                    if (byCount && refs.read(now) > 2 && now.read(batched)) {
                        refs.putTestzero(now, batch);
                        now.write(batched, false);
                    }
                    now.saw(now.read(batched) ? "left in the batch" : "not in the batch");
                    now.hand(now.read(batched));
                })
                .has(refs.heldBy(pin))
                .in(GUP, "migrate_longterm_unpinnable_folios", "6.16")
                .step("p3 unpin", Boolean.class, (now, left) -> {
                    refs.putTestzero(now, pin);
                    now.hand(new Try(tries, left));
                })
                .has(refs.heldBy(pin))
                .in("mm/migrate.c", "migrate_pages", "6.16")
                .step("p4 try to migrate", Try.class, (now, one) -> {
                    now.saw("references: %s", refs.read(now));
                    if (refs.freeze(now, 1)) {
                        refs.unfreeze(now);
                        now.end();
                    } else if (one.left() > 1) {
                        now.go("p4", new Try(one.left() - 1, one.undrained()));
                    } else {
                        now.write(failed, one.undrained());
                    }
                });

        d.books(books -> refs.in(books)
                .standing(view -> view.read(batched)
                        ? Vector.of(refs.heldBy(mapping), refs.heldBy(batch))
                        : Vector.of(refs.heldBy(mapping))));
        d.never(
                        "FB-7 PinSucceeds",
                        "no pin fails because of a reference in a batch that it could have drained",
                        view -> view.read(failed))
                .told(new Phrase(
                                "the pin has failed, and the mlock batch still holds the folio",
                                "fails",
                                view -> view.read(failed))
                        .isSoAtLast());
        d.sometimes("it is pinned", "the pin completes", d.finished("pin"));
    }
}
