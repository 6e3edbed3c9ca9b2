package pagelife.specs.field;

import pagelife.checker.model.Cell;
import pagelife.checker.model.Event;
import pagelife.models.Rule;
import pagelife.models.kernel.Completion;
import pagelife.models.kernel.PercpuRef;
import pagelife.models.page.Owner;
import pagelife.specs.claims.Sentences;
import pagelife.specs.own.Draft;
import pagelife.specs.own.Outline;
import pagelife.specs.own.Study;

/**
 * The free of a device-private page gives it back to its driver, and then drops a reference of its pagemap, which it
 * finds through the page. By then the driver may have built a larger folio of it: in a tail the same word is
 * compound_head. CVE-2026-46277, "mm/zone_device: do not touch device folio after calling ->folio_free()".
 */
public final class ZoneFree implements Study {
    private static final Rule<Boolean> READS_FIRST =
            Rule.flag("readsFirst", "the pagemap is read before the page is given back", false);
    private static final String MEMREMAP = "mm/memremap.c";
    private static final String CVE = "CVE-2026-46277";

    private enum Word {
        PGMAP,
        COMPOUND_HEAD
    }

    @Override
    public void outline(Outline outline) {
        outline.named("zone-free")
                .says("ZONE_DEVICE: a page is read after it was given back to its driver")
                .rule(READS_FIRST)
                .variant("broken", "folio_free(), then put folio->pgmap", "6.19")
                .variant("fixed", "read folio->pgmap, folio_free(), put", "7.0", READS_FIRST.is(true))
                .expect(
                        "broken",
                        row -> row.size(25, 35)
                                .violated("FB-5", 4)
                                .violated("no deadlock", 6)
                                .because(CVE, "the word is a pointer to the head of a larger folio"))
                .expect("fixed", row -> row.size(21, 31).because(CVE, "nothing is read after folio_free()"));
    }

    @Override
    public void draft(Draft d) {
        boolean readsFirst = d.rule(READS_FIRST);
        PercpuRef pgmap = PercpuRef.declare(d.model(), "pgmap->ref");
        Completion done = Completion.declare(d.model(), "done");
        Cell<Word> word = d.cell("word", Word.PGMAP);
        Cell<Boolean> free = d.cell("free", false);
        Owner page = Owner.of("page");
        Owner large = Owner.of("larger folio");

        d.task("unmap")
                .in(MEMREMAP, "free_zone_device_folio", "6.19")
                .begins(now -> {
                    pgmap.get(now, page);
                    now.go("u1");
                })
                .step("u1 put the last reference", now -> {
                    if (readsFirst) {
                        now.saw("the word is %s", now.read(word));
                    }
                    now.hand(readsFirst ? now.read(word) : Word.PGMAP);
                })
                .has(pgmap.heldBy(page))
                .step("u2 folio_free", Word.class, (now, seen) -> now.write(free, true))
                .has(pgmap.heldBy(page))
                .step("u3 read pgmap, put", Word.class, (now, seen) -> {
                    Word read = readsFirst ? seen : now.read(word);
                    if (read == Word.PGMAP) {
                        pgmap.put(now, page, done::complete);
                    } else {
                        now.tell(new PutOfNoPagemap());
                    }
                })
                .has(pgmap.heldBy(page));

        d.task("driver")
                .in("lib/test_hmm.c", "dmirror_devmem_alloc_page", "6.19")
                .step("d1 allocate as tail of a larger folio", now -> {
                    now.await(now.read(free));
                    if (!pgmap.trygetLive(now, large)) {
                        now.saw("pagemap dying: give up");
                        now.end();
                        return;
                    }
                    now.write(word, Word.COMPOUND_HEAD);
                })
                .step("d2 free the larger folio", now -> pgmap.put(now, large, done::complete))
                .has(pgmap.heldBy(large));

        d.task("removal")
                .in(MEMREMAP, "memunmap_pages", "6.19")
                .step("r1 kill pagemap", now -> pgmap.kill(now, done::complete))
                .step("r2 wait", done::waitFor);

        d.books(pgmap::in);
        d.everyStep(
                        "FB-5 PutsAPagemap",
                        "whatever is put as a pagemap is one",
                        step -> !step.events().exists(PutOfNoPagemap.class::isInstance))
                .told(Sentences.last(run -> "puts what is no pagemap any more"));
        d.sometimes("it is removed", "the device is removed", d.finished("removal"));
    }

    /** A put through a word that is no pagemap. */
    public record PutOfNoPagemap() implements Event {
        @Override
        public String toString() {
            return "put through compound_head";
        }
    }
}
