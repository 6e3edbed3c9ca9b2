package pagelife.specs.examples;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import pagelife.checker.model.Cell;
import pagelife.models.Rule;
import pagelife.models.kernel.FolioRef;
import pagelife.models.kernel.PageAllocator;
import pagelife.models.kernel.PageAllocator.Handle;
import pagelife.models.page.Owner;
import pagelife.models.page.PageId;
import pagelife.specs.claims.Sentences;
import pagelife.specs.own.Draft;
import pagelife.specs.own.Outline;
import pagelife.specs.own.Study;

/**
 * An address is no identity: between a load of a pointer and the get that follows the page may be freed and given out
 * again, so that the get succeeds, on another's page. Who looks at the pointer again after the get sees it.
 */
public final class AbaOnReuse implements Study {
    private static final Rule<Boolean> LOOKS_AGAIN =
            Rule.flag("looksAgain", "the pointer is read again after the get", false);
    private static final PageId PAGE = new PageId(0);

    @Override
    public void outline(Outline outline) {
        outline.named("11-aba-on-reuse")
                .says("a get succeeds on a page that was freed and given to somebody else")
                .rule(LOOKS_AGAIN)
                .variant("broken", "load the pointer, get unless zero")
                .variant("fixed", "load the pointer, get unless zero, load the pointer again", LOOKS_AGAIN.is(true))
                .expect(
                        "broken",
                        row -> row.size(18, 19)
                                .violated("EX-11", 7)
                                .because("mm/gup.c gup_fast_pte_range", "same address, same count, another page"))
                .expect(
                        "fixed",
                        row -> row.size(17, 18).because("mm/gup.c gup_fast_pte_range", "the pointer has gone"));
    }

    @Override
    public void draft(Draft d) {
        boolean looksAgain = d.rule(LOOKS_AGAIN);
        PageAllocator pages = PageAllocator.declare(d.model(), "page", Vector.of(PAGE));
        FolioRef refs = FolioRef.declare(d.model(), "refs", PAGE, 0);
        Cell<Option<Handle>> slot = d.cell("slot", Option.class, Option.none());
        Owner owner = Owner.of("slot");
        Owner other = Owner.task("other");
        Owner reader = Owner.task("reader");

        d.task("owner")
                .in("mm/page_alloc.c", "alloc_pages", "6.12")
                .step("o1 allocate and publish", now -> {
                    now.write(slot, pages.alloc(now));
                    refs.get(now, owner);
                })
                .in("mm/memory.c", "zap_pte_range", "6.12")
                .step("o2 clear the slot, put, free", now -> {
                    now.write(slot, Option.none());
                    if (refs.putTestzero(now, owner)) {
                        pages.free(now, new Handle(PAGE, 0));
                    }
                });
        d.task("other").in("mm/page_alloc.c", "alloc_pages", "6.12").step("a1 allocate", now -> {
            now.await(now.read(pages.cell(PAGE)).generation() == 1);
            pages.alloc(now);
            refs.get(now, other);
        });

        d.task("reader")
                .in("mm/gup.c", "gup_fast_pte_range", "6.12")
                .step("r1 load the slot", now -> {
                    now.await(now.read(slot).isDefined());
                    now.saw("slot has %s", now.read(slot).get());
                    now.hand(now.read(slot).get());
                })
                .step("r2 get unless zero", Handle.class, (now, seen) -> {
                    if (!refs.tryGet(now, reader)) {
                        now.saw("refs 0: give up");
                        now.end();
                    }
                })
                .step("r3 load the slot again", Handle.class, (now, seen) -> {
                    if (looksAgain && !now.read(slot).contains(seen)) {
                        now.saw("the slot changed: undo");
                        refs.putTestzero(now, reader);
                        now.end();
                    } else {
                        now.saw(looksAgain ? "the slot is the same" : "not looked again");
                    }
                })
                .has(refs.heldBy(reader))
                .step("r4 use", Handle.class, (now, seen) -> {
                    now.saw("generation %s now", now.read(pages.cell(PAGE)).generation());
                    pages.use(now, seen);
                })
                .has(refs.heldBy(reader));

        d.mayDeadlock();
        d.everyStep(
                        "EX-11 NoStaleUse",
                        "nobody uses a page through a stale handle",
                        step -> !step.events().exists(PageAllocator.Stale.class::isInstance))
                .told(Sentences.last(run -> "uses a page by a handle of before"));
        d.sometimes("the reader uses it", "the reader uses the page", d.at("reader", "r4"));
    }
}
